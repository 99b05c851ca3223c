import type { TrainingSaid } from '#src/domain/entry.ts'
import { firstDay } from '../first-day.ts'
import type { Heard } from '../hear.ts'
import { hoursIn } from '../named.ts'
import { blanked } from '../text.ts'
import type { Span } from '../understanding.ts'

const FORMS: readonly (readonly [NonNullable<TrainingSaid['form']>, RegExp])[] = [
  ['online', /网络|线上|在线|网课|远程|直播|慕课|平台/],
  ['self_study', /自学|自修/],
  ['concentrated', /集中|面授|线下|脱产|跟岗/],
]

const BODY = '(?:[级里厅局办教委]|政府|督导|培训|组织|举办|主办|统一)'
const LEVELS: readonly (readonly [NonNullable<TrainingSaid['organizerLevel']>, string])[] = [
  ['school', '校本|园本|校[内级]|本[校园]|学校(?:自己|组织|举办|主办|统一|里|内)'],
  ['national', '国家|教育部|全国|国培|国督'],
  ['province', '省'],
  ['city', '(?<!县级)市'],
  ['county', '县|(?<![责社校园学片地])区'],
]

/** Who holds it: the only level named, or of several the one beside a word of holding (市里, 县级, 省教育厅). */
function levelIn(plain: string): TrainingSaid['organizerLevel'] {
  const named = LEVELS.filter(([, words]) => new RegExp(words).test(plain))
  if (named.length === 1) return named[0]![0]
  return named.find(([, words]) => new RegExp(`(?:${words})${BODY}`).test(plain))?.[0]
}

const LEAD =
  /^(?:请|帮我?|我|培训|登记|补登|补录|录入|记(?:一?下|录|上)?|参加|参与|听|上|了|过|的|到|于|在|从|[:，,、]|(?:上|这|本)(?:个)?(?:周|月|星期|礼拜)|(?:名称|标题|题目)(?:是|为|叫|改成|改为|应为)?|(?:改成|改为|应为|不是))+/
const TAIL = /(?:培训)?(?:合?计|共|一共|总共|拿了?|得了?|[,，、:的])+$/
const NAMES_TRAINING = /培训|研修|班|讲座|课|学习|论坛|研讨|面授|轮训|会/
const NAMELESS = /^(?:(?:集中|网络|线上|线下)?(?:培训|研修|学习)(?:登记)?|集中面授|学时|证书|会议)$/

/** What it was called: the longest words that name a training, without when, how long and that it is entered. */
function titleIn(plain: string, spans: readonly Span[]): string | undefined {
  return blanked(plain, spans)
    .split(/[\s,，。;；!?]+/)
    .map((words) => words.replace(LEAD, '').replace(TAIL, ''))
    .filter((words) => words.length > 2 && NAMES_TRAINING.test(words) && !NAMELESS.test(words))
    .toSorted((a, b) => b.length - a.length)[0]
}

/** 10月22到24号 市里督学培训班 24学时: what words say of a training; what they do not say is left out. */
export function trainingSaid({ plain, written, dates }: Heard): TrainingSaid {
  const date = firstDay({ plain, dates })
  const hours = hoursIn(plain)
  const spans = [...dates.map(({ span }) => span), ...(hours ? [hours.span] : [])]
  const title = titleIn(plain, spans)
  const form = FORMS.find(([, words]) => words.test(plain))?.[0]
  const organizerLevel = levelIn(plain)
  const at = title ? plain.indexOf(title) : -1
  return {
    ...(title && { title: at < 0 ? title : written.slice(at, at + title.length) }),
    ...(form && { form }),
    ...(organizerLevel && { organizerLevel }),
    ...(date?.day && { startOn: date.day, endOn: date.until ?? date.day }),
    ...(hours && { hours: hours.value }),
  }
}
