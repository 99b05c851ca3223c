import { isSettingKey, readSetting, SETTINGS } from '#src/policy/checks/settings.ts'
import { yesOrNoIn } from '#src/policy/checks/setting-values.ts'
import type { SettingName } from '#src/policy/settings.ts'
import type { Values } from '../parse.ts'
import type { Kind, RowFault } from './kind.ts'

/** What the assistant itself goes by; the rest is for the checks. */
const OWN: SettingName = 'general_notice_needs_approval'

/** 督导设置: what an office has settled otherwise than the default, each value as its key has it. */
export const settings: Kind = {
  id: 'settings',
  heading: '督导设置',
  key: ['key', 'place', 'effective_from'],
  columns: [
    { id: 'key', heading: '设置项', type: 'text', need: 'value', refuse: unknownOrFixed },
    { id: 'place', heading: '地区', type: 'place', need: 'heading' },
    { id: 'value', heading: '值', type: 'text', need: 'value' },
    { id: 'effective_from', heading: '生效日期', type: 'date', need: 'value' },
    { id: 'author', heading: '设置人', type: 'who' },
    { id: 'basis', heading: '依据', type: 'text' },
  ],
  refuse: (values) => [...badValue(values), ...notByPlace(values)],
}

const isOwn = (key: unknown): key is SettingName => key === OWN

/** The value under which a setting is kept: yes or no where the assistant asks for that, else as it was written. */
export const settingValue = (key: unknown, written: string): string | boolean =>
  isOwn(key) ? yesOrNoIn(written) === true : written

function unknownOrFixed(key: string | number): string | undefined {
  if (isOwn(key)) return undefined
  const free = Object.entries(SETTINGS).flatMap(([name, { fixed }]) => (fixed ? [] : [name]))
  if (!isSettingKey(String(key))) return `没有「${key}」这个设置项。可用：${free.join('、')}。`
  return SETTINGS[key as keyof typeof SETTINGS].fixed ? `「${key}」是规定，不能改。请删去这一行。` : undefined
}

function badValue({ key, value }: Values): RowFault[] {
  if (typeof key !== 'string' || typeof value !== 'string') return []
  const read = isOwn(key) ? yesOrNoIn(value) : isSettingKey(key) ? readSetting(key, value) : true
  return read === null ? [{ column: 'value', message: `「${value}」不对。${exampleOf(key)}` }] : []
}

function exampleOf(key: string): string {
  if (isOwn(key)) return '请写“是”或“否”。'
  const standard = isSettingKey(key) ? SETTINGS[key].standard : ''
  return `请照这样写：${standard || '2026-09-01'}。`
}

function notByPlace({ key, place }: Values): RowFault[] {
  const isFree = typeof key !== 'string' || isOwn(key) || !isSettingKey(key) || SETTINGS[key].place
  return place && !isFree ? [{ column: 'place', message: `「${key}」全市只有一个值。请清空这一格。` }] : []
}
