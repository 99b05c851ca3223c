import { ledgerCases } from '#db/ledger.ts'
import { firstVisits } from '#db/visits.ts'
import { at, plusMs, semesterOf } from '#src/domain/day.ts'
import type { DigestSpan } from '#src/policy/digest-span.ts'
import { fiveNumbers, type Digest, type Ledger } from '#src/policy/five-numbers.ts'
import { worstThree, type Worst } from '#src/policy/worst.ts'
import type { Context } from '../context.ts'

/** All that a digest is made from, in a turn as in the tick. */
export type Reading = Pick<Context, 'db' | 'now' | 'today' | 'roster'>

/** The five numbers of a place, null without a school on file, and its three worst: counties of the city, schools of a county. */
export type Brief = { digest: Digest | null; worst: Worst[]; ledger: Ledger }

const CITY_RUN = '市直学校'

/** The brief of a county, or of the whole city where that is null (policy.md 8.8). */
export async function briefOf(on: Reading, county: string | null, span: DigestSpan): Promise<Brief> {
  const parts = county === null ? await counties(on, span) : schoolsIn(on, await ledgerOf(on, county, span))
  const ledger = together(parts.map((each) => each.ledger))
  return { digest: fiveNumbers(ledger, span), worst: worstThree(parts, span.asOf), ledger }
}

type Parts = { name: string; ledger: Ledger }[]

async function counties(on: Reading, span: DigestSpan): Promise<Parts> {
  const parts: Parts = []
  for (const county of [...on.roster.counties, null])
    parts.push({ name: county ?? CITY_RUN, ledger: await ledgerOf(on, county, span) })
  return parts
}

function schoolsIn(on: Reading, { schools, cases, firstVisits }: Ledger): Parts {
  const bySchool = Map.groupBy(cases, (each) => each.school)
  return schools.map((code) => ({
    name: on.roster.school(code).name,
    ledger: { schools: [code], cases: bySchool.get(code) ?? [], firstVisits },
  }))
}

async function ledgerOf(on: Reading, county: string | null, span: DigestSpan): Promise<Ledger> {
  const schools = on.roster.schoolsOf(county).map((school) => school.code)
  const { from } = semesterOf(span.asOf)
  const then = plusMs(at(span.before.asOf), on.now - at(span.asOf))
  const [cases, visits] = await Promise.all([
    ledgerCases(on.db, county, span.before.from, then),
    firstVisits(on.db, schools, from, span.asOf),
  ])
  return { schools, cases, firstVisits: visits }
}

const together = (parts: readonly Ledger[]): Ledger => ({
  schools: parts.flatMap((each) => each.schools),
  cases: parts.flatMap((each) => each.cases),
  firstVisits: new Map(parts.flatMap((each) => [...each.firstVisits])),
})
