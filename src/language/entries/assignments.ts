import type { AssignmentSaid } from '#src/domain/entry.ts'
import { dayAhead } from '../dates.ts'
import type { Heard } from '../hear.ts'
import type { Named } from '../named.ts'
import type { Listening } from '../understanding.ts'
import { whoSaid } from './people.ts'
import { schoolSaid } from './schools.ts'

const TO =
  /换成|换为|换(?=[一-龥]{1,3}督学)|改由|改成|改为|变更为|调整为|交给|划给|由(?=[^,，。]{1,6}(?:挂牌|负责|接|管))/
const REASON = /(?:因为|由于|因|理由是?|原因是?)[:：]?([^,，。;；]{2,60})/

/** 阳明换成赵督学挂牌 下周一起: the school, whose it becomes, from which day on. */
export function assignmentSaid(heard: Heard, { people }: Named, listening: Listening): AssignmentSaid {
  const { plain, dates } = heard
  const [school] = heard.schools
  const to = TO.exec(plain)
  const who = (to && people.find(({ span }) => span[0] >= to.index)) ?? people.at(-1)
  const date = dates.find(({ day }) => day !== null)
  const from = date && (dayAhead(plain.slice(...date.span), listening) ?? date.day)
  const reason = REASON.exec(plain)?.[1]
  return {
    ...(school && schoolSaid(school)),
    ...(who && whoSaid(who)),
    ...(from && { from }),
    ...(reason && { reason }),
  }
}
