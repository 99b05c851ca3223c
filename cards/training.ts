import { dayText, type Day } from '#src/domain/day.ts'
import type { TrainingSaid } from '#src/domain/entry.ts'
import type { Training } from '#src/domain/records.ts'
import type { Field } from './card.ts'

export const FORM_NAMES: Record<Training['form'], string> = {
  concentrated: '集中',
  online: '网络',
  self_study: '自学',
}
export const LEVEL_NAMES: Record<Training['organizerLevel'], string> = {
  school: '学校',
  county: '县级',
  city: '市级',
  province: '省级',
  national: '国家级',
}

/** `10月22日（周三）至10月24日（周五）`. */
export const spanText = (from: Day, to: Day, today: Day): string =>
  from === to ? dayText(from, today) : `${dayText(from, today)}至${dayText(to, today)}`

/** What is known of a training, the form that is taken where none was said with its mark. */
export function trainingFields(said: TrainingSaid, today: Day): Field[] {
  const { title, form, organizerLevel, startOn, endOn, hours } = said
  return [
    ...(title ? [{ name: '名称', value: title }] : []),
    { name: '形式', value: form ? FORM_NAMES[form] : `${FORM_NAMES.concentrated}（默认）` },
    ...(organizerLevel ? [{ name: '主办', value: LEVEL_NAMES[organizerLevel] }] : []),
    ...(startOn ? [{ name: '日期', value: spanText(startOn, endOn ?? startOn, today) }] : []),
    ...(hours === undefined ? [] : [{ name: '学时', value: String(hours) }]),
  ]
}

/** Why hours do not count towards the forty (S-11: concentrated, held at county level or above); null where they do. */
export function uncountedText({ form = 'concentrated', organizerLevel }: TrainingSaid): string | null {
  if (form !== 'concentrated') return `${FORM_NAMES[form]}研修会登记，但不计入每两年40学时的集中培训`
  return organizerLevel === 'school' ? '学校自己办的培训会登记，但不计入40学时（要县级以上主办）' : null
}

/** `与「春季培训」（3月1日至3日）日期重叠`: hours of one event count once. */
export const overlapText = (
  others: readonly { title: string; startOn: Day; endOn: Day }[],
  today: Day,
): string =>
  `与${others.map((each) => `「${each.title}」（${spanText(each.startOn, each.endOn, today)}）`).join('、')}日期重叠，同一次培训只计一次学时`
