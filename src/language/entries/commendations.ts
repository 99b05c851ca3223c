import type { CommendationSaid, NominationSaid } from '#src/domain/entry.ts'
import type { Heard } from '../hear.ts'
import type { Named } from '../named.ts'
import { whyOf } from '../rectifications/reasons.ts'
import { docNoIn } from './meetings.ts'
import { schoolSaid } from './schools.ts'

const TITLE = /关于[^,，。;；]{2,60}(?:的)?(?:通报|决定|通知)|《([^》]{3,60})》/
const PERSONS = /(?:表彰)?(?:先进)?个人[是为有:：\s]*([一-龥·、,，|和\s]{2,200}?)(?=$|[。;；]|单位|学校|文号)/
const UNITS = /(?:表彰)?(?:先进)?(?:单位|集体)[是为有:：\s]*([^。;；]{2,200}?)(?=$|[。;；]|个人)/

const listed = (words: string): string[] =>
  words
    .split(/[、,，|和\s]+/)
    .map((each) => each.trim())
    .filter((each) => each.length > 1)

/** 登记表彰 章教督〔2025〕8号 11月10日印发 文清路小学、第七中学 个人李敏; `people` are those named, `nameOf` the full name of a school. */
export function commendationSaid(
  { plain, written, dates, schools }: Heard,
  people: Named['people'],
  nameOf: (code: string) => string,
): CommendationSaid {
  const title = TITLE.exec(written)
  const docNo = docNoIn(written.replace(/^[^\d〔(（【[]*?表彰/, ''))
  const day = dates.find((each) => each.day !== null)?.day
  const named = schools.flatMap(({ candidates }) => (candidates.length === 1 ? [nameOf(candidates[0]!)] : []))
  const units = UNITS.exec(plain)
  const persons = PERSONS.exec(plain)
  const told = persons ? listed(persons[1]!) : people.map(({ text }) => text)
  const all = named.length > 0 ? named : units ? listed(units[1]!) : []
  return {
    ...(title && { title: title[1] ?? title[0] }),
    ...(docNo && { docNo }),
    ...(day && { issuedOn: day }),
    ...(all.length > 0 && { units: [...new Set(all)] }),
    ...(told.length > 0 && { persons: told }),
  }
}

/** 文清的阅读角搞得很好 可以推荐表彰: whom, and for what. */
export function nominationSaid(heard: Heard, { people }: Named): NominationSaid {
  const [school] = heard.schools
  const [person] = people
  const reason = whyOf('nomination', heard)
  return {
    ...(school && schoolSaid(school)),
    ...(person && !school && { person: person.text }),
    ...(reason && { reason }),
  }
}
