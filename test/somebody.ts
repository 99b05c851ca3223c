import { expect } from 'vitest'
import type { createSimulator } from '#src/simulator/simulator.ts'

type Shown = ReturnType<ReturnType<typeof createSimulator>['inbox']>[number]
type SomebodyDeps = {
  userid: string
  simulator: ReturnType<typeof createSimulator>
  act<T>(doing: () => Promise<T>): Promise<T>
}

/** One person with a phone. What is seen is seen once: `sees` looks only at what came since the last look. */
export function createSomebody({ userid, simulator, act }: SomebodyDeps) {
  let looked = simulator.inbox(userid).length
  const fresh = (): Shown[] =>
    simulator
      .inbox(userid)
      .slice(looked)
      .filter((each) => each.from === null)
  const cards = () => simulator.inbox(userid).filter((each) => each.kind === 'card')
  const buttonsOf = (card: Shown) =>
    card.card && 'button_list' in card.card
      ? card.card.button_list.map((each) => ({ text: each.text, key: each.key }))
      : []

  return {
    userid,
    async says(text: string) {
      looked = simulator.inbox(userid).length
      const { status } = await act(() => simulator.say(userid, text))
      expect(status).toBe(200)
    },
    async saysInGroup(text: string) {
      looked = simulator.inbox(userid).length
      const { status } = await act(() => simulator.sayInGroup(userid, text))
      expect(status).toBe(200)
    },
    async sends(image: Uint8Array) {
      looked = simulator.inbox(userid).length
      await act(() => simulator.sendImage(userid, image))
    },
    async opens() {
      looked = simulator.inbox(userid).length
      await act(() => simulator.enter(userid))
    },
    /** Presses a button of the newest card that has it and can still be pressed. */
    async taps(label: string, of?: RegExp) {
      const card = cards()
        .filter((each) => each.state === 'pressable' && (of?.test(each.text) ?? true))
        .findLast((each) => buttonsOf(each).some((button) => button.text === label))
      if (!card)
        throw new Error(
          `${userid} has no card with ${label}; on the phone:\n${transcript(simulator, userid)}`,
        )
      await this.presses(card, label)
    },
    /** Presses that very card, dead or alive, as a second device would. */
    async presses(card: Shown, label: string) {
      looked = simulator.inbox(userid).length
      const key = buttonsOf(card).find((button) => button.text === label)?.key
      if (!key) throw new Error(`the card has no ${label}:\n${card.text}`)
      await act(() => simulator.press(userid, card.id, key, { force: true }))
    },
    async ticks(...labels: string[]) {
      const card = cards().findLast(
        (each) => each.card?.card_type === 'vote_interaction' && each.state === 'pressable',
      )
      if (!card?.card || !('checkbox' in card.card) || !card.card.checkbox)
        throw new Error(`${userid} has nothing to tick`)
      const ids = card.card.checkbox.option_list
        .filter((option) => labels.some((label) => option.text.includes(label)))
        .map((option) => option.id)
      looked = simulator.inbox(userid).length
      await act(() =>
        simulator.submit(userid, card.id, {
          [card.card && 'checkbox' in card.card ? card.card.checkbox!.question_key : '']: ids,
        }),
      )
    },
    /** Something that came since the last look reads like this. */
    sees(...wanted: (string | RegExp)[]) {
      const texts = fresh().map((each) => each.text)
      for (const each of wanted)
        if (!texts.some((text) => (typeof each === 'string' ? text.includes(each) : each.test(text))))
          throw new Error(
            `${userid} does not see ${String(each)}; on the phone:\n${texts.join('\n---\n') || '(nothing new)'}`,
          )
    },
    seesNothing() {
      expect(fresh().map((each) => each.text)).toEqual([])
    },
    /** The newest card of this person. */
    card(): Shown {
      const card = cards().at(-1)
      if (!card) throw new Error(`${userid} has no card`)
      return card
    },
    buttons: () => buttonsOf(cards().at(-1) as Shown).map((each) => each.text),
    /** The newest card that can still be pressed: what it asks, and its buttons. */
    openCard() {
      const open = cards().findLast((each) => each.state === 'pressable')
      if (!open?.card) return null
      const title = 'main_title' in open.card ? open.card.main_title : undefined
      return { asks: title?.desc ?? title?.title ?? '', buttons: buttonsOf(open).map((each) => each.text) }
    },
    /** What came since the last look. */
    reads: () => fresh().map((each) => each.text),
    images: () =>
      simulator.inbox(userid).filter((each) => each.kind === 'image' && each.from === null).length,
    looksUp() {
      looked = simulator.inbox(userid).length
    },
    everything: () => transcript(simulator, userid),
  }
}

function transcript(simulator: ReturnType<typeof createSimulator>, userid: string): string {
  return simulator
    .inbox(userid)
    .map(
      (each) =>
        `${each.from ?? '督导助手'}: ${each.text}${each.state === 'dead' ? ` [${each.outcome}]` : ''}`,
    )
    .join('\n---\n')
}
