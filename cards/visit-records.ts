import { dayText, type Day } from '#src/domain/day.ts'
import { PART_NAMES, type Part } from '#src/domain/words.ts'
import { encodeAction, type Act } from './action.ts'
import type { Button, Card } from './card.ts'

/** A submitted record as it is told apart from others. */
export type RecordToChoose = {
  id: string
  seq: number
  no: string
  school: string
  onDay: Day
  part: Part
  findings: readonly string[]
}

/** As many as a card has buttons for, beside the one that leaves all as it is. */
export const RECORDS_AT_MOST = 5

const recordLine = (each: RecordToChoose, i: number, today: Day): string =>
  `${i + 1}. ${each.no} ${each.school} ${dayText(each.onDay, today)}${PART_NAMES[each.part]}，${
    each.findings.length > 0 ? each.findings.join('；') : '未发现问题'
  }`

type Labelled = { label: string; act: Act; arg?: string | undefined; style?: Button['style'] }

const buttons = (records: readonly RecordToChoose[], { label, act, arg, style }: Labelled): Button[] =>
  records.slice(0, RECORDS_AT_MOST).map((each, i) => ({
    label: records.length > 1 ? `${label}第${i + 1}条` : label,
    action: encodeAction({ act, id: each.id, seq: each.seq, ...(arg ? { arg } : {}) }),
    ...(style ? { style } : {}),
  }))

/** Before a record is taken back: it, or the two that fit the words. `reason` travels with the button. */
export const withdrawCard = (
  records: readonly RecordToChoose[],
  reason: string | null,
  today: Day,
): Card => ({
  kind: 'buttons',
  title: records.length > 1 ? '要撤回哪一条督导记录？' : '撤回督导记录（待确认）',
  note: '撤回后不再计入督导次数，记录留存备查',
  fields: reason ? [{ name: '原因', value: reason }] : [],
  body: records.map((each, i) => recordLine(each, i, today)).join('\n'),
  buttons: [
    ...buttons(records, { label: '撤回', act: 'visit_withdraw', arg: reason ?? undefined, style: 'danger' }),
    { label: records.length > 1 ? '都不撤回' : '不撤回', action: keepAction(records) },
  ],
})

const keepAction = (records: readonly RecordToChoose[]): string =>
  encodeAction({ act: 'visit_keep', id: records[0]?.id ?? '', seq: records[0]?.seq ?? 0 })

/** To an inspector whose picture may belong to several records that want one. */
export const photoCard = (records: readonly RecordToChoose[], today: Day): Card => ({
  kind: 'buttons',
  title: '照片是哪次督导的？',
  note: '下面的记录待补照片；都不是的，请直接说是哪所学校、什么问题',
  fields: [],
  body: records.map((each, i) => recordLine(each, i, today)).join('\n'),
  buttons: buttons(records, { label: '放进', act: 'visit_photo' }),
})
