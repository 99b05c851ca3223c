import { expect } from 'vitest'
import { decodeAction, type Act, type Action } from '#cards/action.ts'
import type { Site } from './site.ts'

type Shown = ReturnType<Site['simulator']['inbox']>[number]

/** What somebody has done and has an answer to: from then on it must have its effect, once. */
export type Deed = { userid: string } & (
  { did: 'wrote'; words: string } | { did: 'asked' } | { did: 'pressed'; action: Action; card: string }
)
export type Person = () => Promise<Deed>

/** What a card's first button does, or null for anything without buttons: it names the card's subject and its seq. */
export const actionOn = (shown: Shown): Action | null =>
  shown.card && 'button_list' in shown.card ? decodeAction(shown.card.button_list[0]?.key ?? '') : null

/** Writes down one visit after the other and confirms each as soon as its card has come. */
export function createInspector(site: Site, userid: string, visits: Iterator<string, string>): Person {
  const hands = createHands(site, userid)
  let state: 'writes' | 'waits' | 'rests' = 'writes'
  return () => {
    const card = hands.cardFor('visit_confirm')
    if (card) {
      state = 'rests'
      return hands.presses(card)
    }
    if (state === 'writes') {
      state = 'waits'
      return hands.writes(visits.next().value)
    }
    if (state === 'rests') state = 'writes'
    return hands.asks()
  }
}

/** Signs each notice as soon as it has come. */
export function createPrincipal(site: Site, userid: string): Person {
  const hands = createHands(site, userid)
  return () => {
    const card = hands.cardFor('notice_sign')
    return card ? hands.presses(card) : hands.asks()
  }
}

function createHands({ simulator, address }: Site, userid: string) {
  const pressed = new Set<string>()
  const done = async (outcome: Promise<{ status: number | null }>, deed: Deed): Promise<Deed> => {
    const { status } = await outcome
    // Where the assistant could not start, this says why.
    await address()
    expect(status, `the answer to ${JSON.stringify(deed)}`).toBe(200)
    return deed
  }
  return {
    writes: (words: string) => done(simulator.say(userid, words), { userid, did: 'wrote', words }),
    asks: () => done(simulator.say(userid, '帮助'), { userid, did: 'asked' }),
    /** A card that waits for this press. */
    cardFor: (act: Act) =>
      simulator
        .inbox(userid)
        .find(
          (shown) => shown.state === 'pressable' && actionOn(shown)?.act === act && !pressed.has(shown.id),
        ),
    presses(card: Shown) {
      pressed.add(card.id)
      const action = actionOn(card) as Action
      const key = card.card && 'button_list' in card.card ? card.card.button_list[0]?.key : undefined
      return done(simulator.press(userid, card.id, key ?? ''), {
        userid,
        did: 'pressed',
        action,
        card: card.id,
      })
    },
  }
}
