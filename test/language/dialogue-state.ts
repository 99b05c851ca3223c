import { asc, eq } from 'drizzle-orm'
import { awaitingFrom } from '#db/dialogues.ts'
import { allSchools } from '#db/roster.ts'
import { cases, notices, reports, requests, visits } from '#db/schema/loop.ts'
import { userId, MATTER_NAMES, PART_NAMES, SEVERITY_NAMES, type SchoolCode } from '#src/domain/words.ts'
import type { Day } from '#src/domain/day.ts'
import type { DraftFinding } from '#src/domain/visit.ts'
import type { Somebody, World } from '#test/world.ts'

/** What matters of the world after a turn, in short lines; * marks what the assistant proposes itself. */
export type State = {
  /** Everybody's open drafts of visits. */
  drafts: string[]
  /** What the speaker is being asked: the question on his newest open card with its buttons, or what his next words answer. */
  asks: string | null
  /** Records, notices with their cases, reports and requests. */
  saved: string[]
}

type NameOf = (code: SchoolCode) => string

export async function stateOf(world: World, speaker: Somebody): Promise<State> {
  const names = new Map((await allSchools(world.store.db)).map(({ code, name }) => [code, name]))
  const nameOf: NameOf = (code) => names.get(code) ?? code
  return {
    drafts: await draftsIn(world, nameOf),
    asks: await askedOf(world, speaker),
    saved: [
      ...(await recordsIn(world, nameOf)),
      ...(await noticesIn(world, nameOf)),
      ...(await answersIn(world)),
    ],
  }
}

const marked = (value: string, isDefault: boolean): string => (isDefault ? `${value}*` : value)
const short = (on: Day | null): string => on?.slice(5) ?? '不限期'

async function draftsIn({ store: { db } }: World, nameOf: NameOf): Promise<string[]> {
  const rows = await db.select().from(visits).where(eq(visits.state, 'draft')).orderBy(asc(visits.id)).all()
  return rows.map((each) => {
    const school = each.school ? nameOf(each.school) : `？${each.candidates.map(nameOf).join('/')}`
    const day = marked(short(each.onDay), each.dayDefault)
    const part = marked(PART_NAMES[each.part ?? 'full'], each.partDefault)
    return `${school} ${day} ${part}：${each.findings.map(findingText).join('；') || '没有问题'}`
  })
}

function findingText(finding: DraftFinding): string {
  const facts = [
    ...(finding.matter ? [MATTER_NAMES[finding.matter]] : []),
    marked(SEVERITY_NAMES[finding.severity], finding.severityDefault),
    marked(short(finding.due), finding.dueDefault),
    ...(finding.joins ? [`并入${finding.joins}`] : []),
  ]
  return `${finding.text}（${facts.join(' ')}）`
}

/** A card that can still be pressed asks; otherwise a question in words may be open. */
async function askedOf(world: World, speaker: Somebody): Promise<string | null> {
  const awaiting = await awaitingFrom(world.store.db, userId(speaker.userid), world.clock.at)
  const card = speaker.openCard()
  if (awaiting && awaiting.kind !== 'visit_change') return awaiting.kind
  return card && `${card.asks} [${card.buttons.join(' ')}]`
}

async function recordsIn({ store: { db } }: World, nameOf: NameOf): Promise<string[]> {
  const rows = await db.select().from(visits).orderBy(asc(visits.no)).all()
  return rows.flatMap((each) => {
    if (each.no === null || each.school === null) return []
    const withdrawn = each.state === 'withdrawn' ? '已撤回 ' : ''
    return [
      `${withdrawn}${each.no} ${nameOf(each.school)} ${short(each.onDay)} ${PART_NAMES[each.part ?? 'full']}`,
    ]
  })
}

async function noticesIn({ store: { db } }: World, nameOf: NameOf): Promise<string[]> {
  const items = await db.select().from(cases).orderBy(asc(cases.id)).all()
  const papers = await db.select().from(notices).orderBy(asc(notices.id)).all()
  const line = (each: (typeof items)[number]) =>
    `${each.id} ${each.description} ${SEVERITY_NAMES[each.severity]} ${short(each.dueOn)} ${each.state}`
  return [
    ...papers.map(
      (paper) =>
        `${paper.no ?? '整改通知'} ${nameOf(paper.school)} ${paper.state}：${items
          .filter((each) => each.notice === paper.id)
          .map(line)
          .join('；')}`,
    ),
    ...items.filter((each) => each.notice === null).map(line),
  ]
}

async function answersIn({ store: { db } }: World): Promise<string[]> {
  const told = await db.select().from(reports).orderBy(asc(reports.id)).all()
  const asked = await db.select().from(requests).orderBy(asc(requests.id)).all()
  return [
    ...told.map((each) => `整改报告 ${each.state}`),
    ...asked.map((each) => `${each.kind} ${each.state}${each.toDay ? ` ${short(each.toDay)}` : ''}`),
  ]
}
