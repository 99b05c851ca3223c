import { dayText, type Day } from '#src/domain/day.ts'
import { METHOD_NAMES, PART_NAMES, type Method, type Part } from '#src/domain/words.ts'
import { encodeAction } from './action.ts'
import type { Card } from './card.ts'

export type RecordShown = {
  id: string
  seq: number
  no: string
  school: string
  onDay: Day
  part: Part
  methods: readonly Method[]
  inspector: string
  office: string
  /** What was advised on the spot; empty where nothing was found. */
  advice: readonly string[]
  today: Day
}

const methodsText = (methods: readonly Method[]): string =>
  (methods.length > 0 ? methods : (['campus_patrol'] as const))
    .map((method) => METHOD_NAMES[method] ?? method)
    .join('、')

/** To the school: the record of a visit that no notice came of, to be signed (policy.md 3.1: both sides sign). */
export const recordCard = (record: RecordShown): Card => ({
  kind: 'buttons',
  title: `督导记录 ${record.no}`,
  note: record.office,
  fields: [
    { name: '学校', value: record.school },
    { name: '日期', value: `${dayText(record.onDay, record.today)}${PART_NAMES[record.part]}` },
    { name: '方式', value: methodsText(record.methods) },
    { name: '督学', value: record.inspector },
  ],
  body:
    record.advice.length > 0
      ? record.advice.map((text, i) => `${i + 1}. ${text}（当场建议，请自行改进）`).join('\n')
      : '本次未发现问题。',
  buttons: [
    {
      label: '签认',
      action: encodeAction({ act: 'visit_sign', id: record.id, seq: record.seq }),
      style: 'main',
    },
  ],
})
