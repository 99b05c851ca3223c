import type { Names } from '#cards/checks/looked.ts'
import { namesOf } from '#db/people.ts'
import { CITY, type Records } from '#src/domain/records.ts'
import type { SchoolCode, UserId } from '#src/domain/words.ts'
import type { Context } from '../context.ts'

/** Everybody whom the records name by account; who has none stands in them by name. */
export async function namesIn(
  { db, roster }: Pick<Context, 'db' | 'roster'>,
  records: Records,
): Promise<Names> {
  const { people, posts, committeeSeats, principalTerms, studios, commendations, inspectors } = records
  const named = [
    ...[...posts, ...committeeSeats, ...principalTerms].map(({ person }) => person),
    ...studios.map(({ lead }) => lead),
    ...commendations.flatMap(({ persons }) => persons),
    ...inspectors.map(({ userid }) => userid),
  ]
  const onFile = new Map<string, string>(people.map(({ userid, name }) => [userid, name]))
  const others = named.filter((who) => !onFile.has(who)) as UserId[]
  const names = new Map<string, string>([...onFile, ...(others.length > 0 ? await namesOf(db, others) : [])])
  return {
    place: (name) => (name === CITY ? '全市' : name),
    school: (code) => roster.school(code as SchoolCode).name,
    // The subject of a line spells an account as its file does.
    person: (who) => names.get(who) ?? names.get(who.toLowerCase()) ?? who,
  }
}
