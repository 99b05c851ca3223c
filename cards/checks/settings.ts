import { dayText } from '#src/domain/day.ts'
import type { Setting } from '#src/domain/records.ts'
import { SETTINGS, type SettingKey } from '#src/policy/checks/settings.ts'
import type { Answer, Row } from './answer.ts'
import type { Looked } from './looked.ts'
import { SETTING_NAMES } from './setting-names.ts'

/** 「督导设置」: what the place has settled and since when, then what is law and cannot be set, then the defaults. */
export function settingsAnswer(looked: Looked): Answer {
  const rows = (Object.keys(SETTINGS) as SettingKey[]).map((key) => rowOf(key, looked))
  const order = ['已设定', '法定', '默认']
  return {
    title: `${looked.placeName}督导设置`,
    lead: [`已设定 ${rows.filter(({ level }) => level === '已设定').length} 项；法定的不能改。`],
    rows: rows.toSorted((a, b) => order.indexOf(a.level!) - order.indexOf(b.level!)),
    clauses: [],
  }
}

function rowOf(key: SettingKey, { view, place }: Looked): Row {
  const { fixed, standard } = SETTINGS[key]
  const settled = fixed ? undefined : inForce(view.records.settings, key, place)
  const value = settled?.value ?? standard
  return {
    name: SETTING_NAMES[key],
    facts: [
      value === '' ? '未设' : value,
      ...(settled
        ? [`${dayText(settled.effectiveFrom, view.day)}起`, settled.place === '' ? '全市' : '']
        : []),
    ].filter(Boolean),
    level: fixed ? '法定' : settled ? '已设定' : '默认',
  }
}

/** The latest of the place, else the latest of everywhere (records-contract.md B2.14). */
function inForce(rows: readonly Setting[], key: SettingKey, place: string): Setting | undefined {
  const latest = rows
    .filter((row) => row.key === key)
    .toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))
  return latest.find((row) => row.place === place) ?? latest.find((row) => row.place === '')
}
