import { create, type Act } from '#db/history.ts'
import { allPeople, allSchools, type PersonRow, type SchoolRow } from '#db/roster.ts'
import { visits } from '#db/schema/loop.ts'
import { assignments, people } from '#db/schema/roster.ts'
import { insert, type Store, type Write } from '#db/store.ts'
import { asVisitId, type Visit } from '#db/visits.ts'
import { addDays, at, dayOf, type Day, type Instant } from '#src/domain/day.ts'
import { userId, type UserId } from '#src/domain/words.ts'
import { loadSample } from '#src/intake/sample-city.ts'

const SCHOOLS_EACH = 8
const VISITS_A_YEAR = 40

/** An inspector and the schools that are his. */
export type Inspector = { userid: UserId; schools: readonly SchoolRow[] }
export type City = { inspectors: Inspector[]; principals: PersonRow[] }

/** Fills an empty database: the sample city, so many more inspectors, and a year of visits of each of them. */
export async function fillCity(
  store: Store,
  inspectorCount: number,
  now: Instant,
  visitsEach = VISITS_A_YEAR,
): Promise<City> {
  await loadSample(store, now)
  const schools = await allSchools(store.db)
  const inspectors = Array.from({ length: inspectorCount }, (_, n) => newInspector(schools, n))
  for (const each of inspectors)
    await store.commit([...personWrites(each), ...yearOfVisits(each, visitsEach, now)])
  const principals = (await allPeople(store.db)).filter((person) => person.role === 'principal')
  return { inspectors, principals }
}

function newInspector(schools: readonly SchoolRow[], n: number): Inspector {
  const first = schools[(n * 7) % schools.length] as SchoolRow
  const near = schools.filter((school) => school.county === first.county)
  const start = near.indexOf(first)
  const own = Array.from({ length: SCHOOLS_EACH }, (_, i) => near[(start + i) % near.length] as SchoolRow)
  return { userid: userId(`inspector_${n}`), schools: [...new Set(own)] }
}

const personWrites = ({ userid, schools }: Inspector): Write[] => [
  insert(people, {
    userid,
    written: userid,
    name: '督学',
    role: 'part_time_inspector',
    alsoRoles: [],
    county: schools[0]?.county ?? null,
    withdrawn: false,
  }),
  ...schools.map((school) => insert(assignments, { inspector: userid, school: school.code })),
]

const yearOfVisits = (inspector: Inspector, count: number, now: Instant): Write[] =>
  Array.from({ length: count }, (_, n) => {
    const onDay = addDays(dayOf(now), -1 - Math.floor((n * 360) / count))
    return visitWrites(inspector, n, onDay)
  }).flat()

function visitWrites({ userid, schools }: Inspector, n: number, onDay: Day): Write[] {
  const submittedAt = at(onDay, 16)
  const row: Omit<Visit, 'seq'> = {
    id: asVisitId(`visit-${userid}-${n}`),
    state: 'submitted',
    since: submittedAt,
    inspector: userid,
    createdAt: submittedAt,
    school: schools[n % schools.length]?.code ?? null,
    candidates: [],
    onDay,
    dayDefault: false,
    part: 'pm',
    partDefault: false,
    methods: ['campus_patrol', 'document_review'],
    counts: { documents: 3 },
    findings: [],
    narrative: '下午到校查看食堂、宿舍和消防通道，查阅晨检记录，未发现问题。',
    copy: 0,
    no: `${userid}-${n}`,
    submittedAt,
    companions: null,
    followups: null,
    recusalWaived: null,
    signedBy: null,
    signedAt: null,
    amending: null,
    wentInto: null,
    byModel: false,
    visitType: 'routine',
    filed: false,
    matters: [],
  }
  return create(visits, { ...row, seq: 1 }, submitting(userid, submittedAt, row.narrative))
}

const submitting = (actor: UserId, when: Instant, words: string): Act => ({
  kind: 'visit.submit',
  actor,
  role: 'part_time_inspector',
  channel: 'wecom_app',
  at: when,
  words,
})
