import { randomInt } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test, vi } from 'vitest'
import { schoolPeople } from '#db/people.ts'
import { notices, visits } from '#db/schema/loop.ts'
import { outbox } from '#db/schema/machine.ts'
import type { NodeStore } from '#db/node.ts'
import { addDays, dayOf, instant, monthOf, dateOf, yearOf } from '#src/domain/day.ts'
import { chance, type Chance } from '#src/intake/sample/chance.ts'
import { expectHistoriesToFold } from '#test/fold.ts'
import { peopleOf } from '#test/roster.ts'
import { actionOn, createInspector, createPrincipal, type Deed } from './people.ts'
import { openSite, type Site } from './site.ts'

/** Two sites side by side use both cores of a machine: fifty in all. */
const SITES = 2
const CRASHES_EACH = 25
const LATEST_CRASH_MS = 80
const ONE_ANSWER_LOST_IN = 20

const first = Number(process.env['SEED'] ?? randomInt(2 ** 31))
const seeds = Array.from({ length: SITES }, (_, i) => first + i)

/** One sentence a half-day, back from yesterday, each with a finding that no other has. */
function* visitsTo(school: string): Generator<string, string> {
  for (let halfDays = 2; ; halfDays++) {
    const on = addDays(dayOf(instant(Date.now())), -Math.floor(halfDays / 2))
    const part = halfDays % 2 === 0 ? '上午' : '下午'
    yield `${yearOf(on)}年${monthOf(on)}月${dateOf(on)}日${part}去了${school}，第${halfDays}间储物室没有锁`
  }
}

describe.concurrent('killed again and again', () => {
  test.for(seeds)(
    'what was answered is there, once (seed %i)',
    { timeout: 300_000 },
    async (seed, { onTestFailed }) => {
      onTestFailed(() => console.error(`The same chances again: SEED=${first}`))
      const luck = chance(seed)
      const lost = chance(seed)
      const site = await openSite({ losesAnswer: () => lost.between(1, ONE_ANSWER_LOST_IN) === 1 })
      try {
        const deeds = await crashAgainAndAgain(site, luck)
        await vi.waitFor(async () => expect(await waiting(site)).toBe(0), { timeout: 120_000, interval: 100 })
        await site.main().stop()
        await site.withStore((store) => expectAllOnce(site, store, deeds))
      } finally {
        await site.close()
      }
    },
  )
})

async function crashAgainAndAgain(site: Site, luck: Chance): Promise<Deed[]> {
  const people = [
    createInspector(site, 'Li_Min', visitsTo('文清路小学')),
    createInspector(site, 'wang_qiang', visitsTo('第四中学')),
    createInspector(site, 'liao_nan', visitsTo('潭口中学')),
    createPrincipal(site, 'chen_yuan'),
    createPrincipal(site, 'he_si'),
  ]
  // Greeted once: from then on 帮助 is answered with the help alone.
  for (const { userid, role } of peopleOf()) if (role) await site.simulator.enter(userid)
  const deeds: Deed[] = []
  for (let crashes = 0; crashes < CRASHES_EACH;) {
    await site.address()
    const moment = () => pause(luck.between(0, LATEST_CRASH_MS))
    const acting = luck.shuffled(people).map((acts, i) => (i === 0 ? acts() : moment().then(acts)))
    await moment()
    // With nothing in hand it was a crash like any other, but not one of the fifty.
    if (site.crash()) crashes++
    deeds.push(...(await Promise.all(acting)))
  }
  return deeds
}

async function waiting(site: Site): Promise<number> {
  const exposition = await (await fetch(`${await site.address()}/metrics`)).text()
  return Number(/^dudao_outbox_waiting (\d+)$/m.exec(exposition)?.[1])
}

async function expectAllOnce(site: Site, { db, client }: NodeStore, deeds: Deed[]): Promise<void> {
  expect(client.pragma('integrity_check', { simple: true })).toBe('ok')
  await expectHistoriesToFold(db)
  const drafts = await db.select().from(visits)
  const papers = await db.select().from(notices)
  const wrote = deeds.flatMap((deed) => (deed.did === 'wrote' ? [deed.words] : []))
  expect(drafts.map((visit) => visit.narrative).toSorted()).toEqual(wrote.toSorted())
  const confirmed = pressed(deeds, 'visit_confirm')
  expect(
    drafts
      .filter((visit) => visit.no !== null)
      .map((visit) => visit.id)
      .toSorted(),
  ).toEqual(confirmed)
  expect(papers.map((notice) => notice.visit).toSorted()).toEqual(confirmed)
  const signed = papers.filter((notice) => notice.state === 'acknowledged')
  expect(signed.map((notice) => notice.id).toSorted()).toEqual(pressed(deeds, 'notice_sign'))

  const unsent = (await db.select().from(outbox)).filter((message) => message.state !== 'sent')
  expect(unsent.map(({ kind, state, why }) => ({ kind, state, why }))).toEqual([])
  expect(site.simulator.complaints()).toEqual([])
  expect(site.simulator.dropped()).toBe(0)
  await expectPhones(site, deeds, drafts, papers, db)
}

const pressed = (deeds: Deed[], act: string): string[] =>
  deeds
    .flatMap((deed) => (deed.did === 'pressed' && deed.action.act === act ? [deed.action.id] : []))
    .toSorted()

/** Each phone shows what its person has caused and been told, nothing of it twice, and no pressed card alive. */
async function expectPhones(
  site: Site,
  deeds: Deed[],
  drafts: (typeof visits.$inferSelect)[],
  papers: (typeof notices.$inferSelect)[],
  db: NodeStore['db'],
): Promise<void> {
  const due: [userid: string, what: string][] = []
  for (const deed of deeds) if (deed.did === 'asked') due.push([deed.userid, 'an answer'])
  for (const { id, inspector, no } of drafts) {
    due.push([inspector, `visit_confirm ${id} 1`])
    if (no) due.push([inspector, `已记录，编号 ${no}`])
  }
  for (const { id, no, school, inspector, ackBy } of papers) {
    const receivers = await schoolPeople(db, school, dayOf(instant(Date.now())))
    for (const { userid } of receivers) due.push([userid, `notice_sign ${id} 1`])
    if (receivers.length === 0) due.push(['nan_ban', `整改通知 ${no} 还没有送达`])
    if (ackBy) due.push([ackBy, `notice_report ${id} 2`], [inspector, `签收了整改通知 ${no}`])
  }
  for (const { userid } of peopleOf()) {
    const shown = site.simulator
      .inbox(userid)
      .filter((message) => message.from === null && !isBesides(message))
    const expected = due
      .filter(([who]) => who === userid.toLowerCase() || who === userid)
      .map(([, what]) => what)
    expect(shown.map(whatIs).toSorted(), `on the phone of ${userid}`).toEqual(expected.toSorted())
  }
  for (const deed of deeds)
    if (deed.did === 'pressed')
      expect(site.simulator.inbox(deed.userid).find((each) => each.id === deed.card)?.state).toBe('dead')
}

/** The greeting, and what goes before a card that has no room for it. */
const BESIDES = /您在这里的角色是|^督导记录和整改通知（待确认）|^该校在办的其余问题/

const isBesides = (shown: Parameters<typeof actionOn>[0]): boolean =>
  actionOn(shown) === null && BESIDES.test(shown.text)

/** A message without what is said around it: a card by its first button, a text by the words that name its record. */
function whatIs(shown: Parameters<typeof actionOn>[0]): string {
  const action = actionOn(shown)
  if (action) return `${action.act} ${action.id} ${action.seq}`
  return (
    /^已记录，编号 [^：]+|签收了整改通知 [^。]+|^整改通知 \S+ 还没有送达/.exec(shown.text)?.[0] ?? 'an answer'
  )
}
