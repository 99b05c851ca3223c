import { dateOf, dayText, monthOf, type Day } from '#src/domain/day.ts'
import type { MeetingSaid } from '#src/domain/entry.ts'
import type { Meeting } from '#src/domain/records.ts'
import type { Field } from './card.ts'

export const MEETING_NAMES: Record<Meeting['meetingType'], string> = {
  plenary: '全体会议',
  office: '办公室会议',
  special: '专题会议',
  zone: '责任区会议',
}

/** `11月14日全体会议`: short enough for a button. */
export const meetingLabel = ({ meetingType, heldOn }: Pick<Meeting, 'meetingType' | 'heldOn'>): string =>
  `${monthOf(heldOn)}月${dateOf(heldOn)}日${MEETING_NAMES[meetingType].slice(0, 2)}会`

/** What is known of a meeting. */
export function meetingFields(said: MeetingSaid, place: string, today: Day): Field[] {
  const { meetingType, heldOn, time, title, chair, present, docNo } = said
  const optional = [
    ['名称', title],
    ['类型', meetingType && MEETING_NAMES[meetingType]],
    ['日期', heldOn && `${dayText(heldOn, today)}${time ?? ''}`],
    ['主持', chair],
    ['到会', present],
    ['纪要', docNo],
  ] as const
  return [
    { name: '范围', value: place },
    ...optional.flatMap(([name, value]) => (value ? [{ name, value }] : [])),
    ...(heldOn ? [{ name: '状态', value: heldOn > today ? '拟召开' : '已召开' }] : []),
  ]
}
