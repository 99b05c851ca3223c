import { and, eq, gte, isNotNull, lte, or, sql } from 'drizzle-orm'
import { at, addDays, addYears, type Day } from '#src/domain/day.ts'
import type { UserId } from '#src/domain/words.ts'
import { isAmong } from './among.ts'
import { once } from './once.ts'
import { cases, events, notices, visits } from './schema/loop.ts'
import { supervisions } from './schema/supervision.ts'
import type { Db } from './store.ts'

/** What one inspector did between two days, both of them in. */
export type WorkSpan = { inspector: UserId; from: Day; to: Day }

const [inspector, from, to] = [sql.placeholder('inspector'), sql.placeholder('from'), sql.placeholder('to')]

const made = once((db) =>
  db
    .select({
      id: visits.id,
      no: visits.no,
      school: visits.school,
      onDay: visits.onDay,
      part: visits.part,
      methods: visits.methods,
      counts: visits.counts,
      visitType: visits.visitType,
      wentInto: visits.wentInto,
    })
    .from(visits)
    .where(
      and(
        eq(visits.inspector, inspector),
        gte(visits.onDay, from),
        lte(visits.onDay, to),
        // With a colleague: his own draft went into that one's record.
        or(sql`${visits.state} in ('submitted', 'archived')`, isNotNull(visits.wentInto)),
      ),
    )
    .prepare(),
)

/** His visits, in the order of their days: those on record under his name, and those on which he went along. */
export async function visitsMade(db: Db, span: WorkSpan) {
  const rows = await made(db).all(span)
  return rows
    .flatMap(({ school, onDay, part, ...rest }) =>
      school && onDay && part ? [{ school, onDay, part, ...rest }] : [],
    )
    .toSorted((a, b) => (a.onDay < b.onDay ? -1 : 1))
}

const issued = once((db) =>
  db
    .select({ no: notices.no })
    .from(notices)
    .where(
      and(
        // He issues to schools where he has been; their notices are searched by school.
        sql`${notices.school} in (select ${visits.school} from ${visits} where ${visits.inspector} = ${inspector})`,
        eq(notices.inspector, inspector),
        sql`${notices.state} <> 'withdrawn'`,
        gte(notices.issuedOn, from),
        lte(notices.issuedOn, to),
      ),
    )
    .prepare(),
)

/** The numbers of the notices that went out under his name. */
export const noticesIssued = async (db: Db, span: WorkSpan): Promise<string[]> =>
  (await issued(db).all(span)).map(({ no }) => no ?? '导入通知')

const judged = once((db) =>
  db
    .select({ aggregate: events.aggregate })
    .from(events)
    .where(
      and(
        eq(events.actor, inspector),
        gte(events.at, sql.placeholder('since')),
        lte(events.at, sql.placeholder('until')),
        sql`${events.kind} in ('case.pass', 'case.fail')`,
      ),
    )
    .prepare(),
)

/** The cases that he reinspected, one for each verdict. */
export const verdictsGiven = async (db: Db, { inspector: who, from: first, to: last }: WorkSpan) =>
  (await judged(db).all({ inspector: who, since: at(first), until: at(addDays(last, 1)) - 1 })).map(
    ({ aggregate }) => aggregate,
  )

const filed = once((db) =>
  db
    .select({
      no: cases.id,
      notice: cases.notice,
      issuedOn: cases.issuedOn,
      reinspectedOn: cases.reinspectedOn,
    })
    .from(cases)
    .where(
      and(
        sql`${cases.county} is ${sql.placeholder('county')}`,
        gte(cases.foundOn, from),
        lte(cases.foundOn, to),
        sql`${cases.filed} = 1 and ${cases.state} <> 'withdrawn'`,
        eq(cases.inspector, inspector),
      ),
    )
    .prepare(),
)

/** His cases that came with a file, with what the file tells of the last round; found up to a year before. */
export const filedCasesOf = async (db: Db, county: string | null, span: WorkSpan) =>
  filed(db).all({ ...span, county, from: addYears(span.from, -1) })

const formal = once((db) =>
  db
    .select({
      no: supervisions.no,
      team: supervisions.team,
      from: supervisions.onSiteFrom,
      to: supervisions.onSiteTo,
      reportOn: supervisions.reportOn,
    })
    .from(supervisions)
    .where(and(isAmong(supervisions.place, 'places'), eq(supervisions.withdrawn, false)))
    .prepare(),
)

/** The special and comprehensive supervisions of these places of whose team he was. */
export const supervisionsWith = async (db: Db, places: readonly string[], who: UserId) =>
  (await formal(db).all({ places: JSON.stringify(places) })).filter(({ team }) => team.includes(who))
