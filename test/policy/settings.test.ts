import { describe, expect, test } from 'vitest'
import { isSettingKey, readSetting, SETTINGS, type SettingKey } from '#src/policy/checks/settings.ts'

describe('settings of the checks (records-contract.md B6)', () => {
  test.each(Object.entries(SETTINGS))('%s has a default that can be read', (key, { standard }) => {
    expect(readSetting(key as SettingKey, standard)).not.toBeNull()
  })

  test('what is law cannot be set', () => {
    const fixed = Object.entries(SETTINGS).filter(([, setting]) => setting.fixed)
    expect(fixed.map(([key]) => key)).toEqual([
      'government_years',
      'visits_per_semester',
      'school_years',
      'school_min_years',
      'students_per_inspector',
      'retiree_percent',
      'retired_years',
      'education_years',
      'notice_days',
      'term_years',
      'terms_max',
      'training_hours',
    ])
  })

  test.each([
    ['records_from', '2026-09-01', '2026-09-01'],
    ['records_from', '2026/9/1', '2026-09-01'],
    ['plenary_notice', '09-15', '09-15'],
    ['semester_1', '09-01', '09-01'],
    ['teaching_1', '09-01..01-20', { from: '09-01', to: '01-20' }],
    ['claim_days', '９0', 90],
    ['monthly_binding', '是', true],
    ['monthly_binding', 'false', false],
    [
      'training_pace',
      '06-30:20:notice|12-01:39.5:warning',
      [
        { from: '12-01', hours: 39.5, level: 'warning' },
        { from: '06-30', hours: 20, level: 'notice' },
      ],
    ],
  ] as [SettingKey, string, unknown][])('%s reads %s', (key, text, value) => {
    expect(readSetting(key, text)).toEqual(value)
  })

  test.each([
    ['records_from', '2026-02-30'],
    ['plenary_notice', '13-01'],
    ['plenary_notice', '2026-09-01'],
    ['semester_1', '08-15'],
    ['teaching_1', '09-01'],
    ['teaching_1', '09-01..01-20..02-01'],
    ['claim_days', '-1'],
    ['claim_days', '1.5'],
    ['claim_days', ''],
    ['monthly_binding', 'maybe'],
    ['training_pace', '06-30:20'],
    ['training_pace', '06-30:20:ok'],
    ['training_pace', ''],
  ] as [SettingKey, string][])('%s refuses %s', (key, text) => {
    expect(readSetting(key, text)).toBeNull()
  })

  test('what no check reads is no setting of theirs', () => {
    expect(['claim_days', 'toString', 'general_notice_needs_approval'].map(isSettingKey)).toEqual([
      true,
      false,
      false,
    ])
  })
})
