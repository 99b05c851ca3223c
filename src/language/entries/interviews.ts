import type { FilingSaid, InterviewSaid } from '#src/domain/entry.ts'
import type { Heard } from '../hear.ts'
import type { Named } from '../named.ts'
import { startIn } from '../clock-times.ts'
import { dayAhead } from '../dates.ts'
import { whyOf } from '../rectifications/reasons.ts'
import type { Listening } from '../understanding.ts'
import { schoolSaid } from './schools.ts'

const CHATTED = /谈了谈|谈了一?[次下]|聊了|谈心|谈过话?|谈话(?!记录)/
const PROPOSES = /建议|提议|提请|申请|应当?约谈|需要?约谈|可以约谈|请(?:督导办)?约谈/
const DONE = /约谈了|约谈过|已(?:经)?约谈|正式约谈|完成[^,，。]{0,8}约谈|进行了约谈|约谈(?:完|结束)/
const WITH_EDUCATION = /教育局|教体局|教科体局|教育行政|局里/
const WITH_PARTY_ORGANIZATION = /组织部/
const WHY =
  /(?:^|[\s,，。;；])(?!建议|拟|约谈|昨天|今天|提请|申请)([^,，。;；\s]{2,60}?)[,，\s]*(?:建议|提请|申请|应当?|需要?|可以)[^,，。]{0,4}约谈/
const GOVERNMENT = /([一-龥]{2,8}(?:县|区|市))(?:人民)?政府/

/** 实验中学整改两次没过，建议约谈; 约谈七中 周四下午3点; 昨天正式约谈了四中校长; 昨天跟四中校长谈了谈. */
export function interviewSaid(heard: Heard, named: Named, listening: Listening): InterviewSaid {
  const { plain, dates } = heard
  const [school] = heard.schools
  const government = school ? null : GOVERNMENT.exec(plain)
  const step = stepIn(heard, listening)
  const date = dates.find(({ day }) => day !== null)
  const start = startIn(heard, listening)
  const ahead =
    date && step === 'announce' ? (dayAhead(plain.slice(...date.span), listening) ?? date.day) : date?.day
  const on = step === 'announce' && start ? start.value.slice(0, 10) : ahead
  const reason = whyOf('interview', heard) ?? WHY.exec(withoutSchool(heard))?.[1] ?? null
  const joined = WITH_EDUCATION.test(plain) || WITH_PARTY_ORGANIZATION.test(plain)
  return {
    ...(school && { targetType: 'school' as const, ...schoolSaid(school) }),
    ...(government && {
      targetType: 'county_government' as const,
      target: named.county?.value ?? government[1]!,
    }),
    ...(step && { step }),
    ...(on && { on: on as InterviewSaid['on'] & string }),
    ...(step === 'announce' && start && { time: start.value.slice(11) }),
    ...(reason && { reason }),
    ...(joined && { joined: 'yes' as const }),
  }
}

const withoutSchool = ({ plain, schools }: Heard): string =>
  schools.reduceRight((text, { span }) => `${text.slice(0, span[0])}${text.slice(span[1])}`, plain)

function stepIn({ plain, dates }: Heard, { today }: Listening): InterviewSaid['step'] {
  if (!/约谈/.test(plain)) return CHATTED.test(plain) ? 'talk' : undefined
  if (PROPOSES.test(plain)) return 'propose'
  if (DONE.test(plain)) return 'hold'
  const told = dates.some(
    ({ day, span }) => day !== null && day <= today && /昨|前天|今天|号|日/.test(plain.slice(...span)),
  )
  return told ? 'hold' : 'announce'
}

const RECEIVERS: readonly (readonly [NonNullable<FilingSaid['to']>[number], RegExp])[] = [
  ['party', /[市县区]委(?!督|办公室主任)|党委/],
  ['government', /政府(?!教育督导)/],
  ['superior', /上级|上一级|市(?:政府)?(?:教育)?督导|市教育局|省/],
]

/** 约谈材料报送县委县政府了 回执已收: which of the three have it (S-8), and since when where it was said. */
export function filingSaid({ plain, dates }: Heard): FilingSaid {
  const to = RECEIVERS.flatMap(([receiver, words]) => (words.test(plain) ? [receiver] : []))
  const day = dates.find((each) => each.day !== null)?.day
  return { ...(to.length > 0 && { to }), ...(day && { on: day }) }
}
