import { describe, expect, test } from 'vitest'
import { fileRecords } from '#test/records.ts'
import { stage } from '#test/stage.ts'

const { world, people } = stage()
const [li, wang, zhou, nan] = people('Li_Min', 'wang_qiang', 'zhou_wen', 'nan_ban')

const CARD = 'userid,place,kind,appointed_on,term_start,term_end,term_no,retired,retired_on'
const card = (more = '') =>
  fileRecords(world, {
    inspectors: `${CARD}
Li_Min,章贡区,part_time,2023-03-29,2023-03-29,2026-03-28,${more || '1,false,'}
wang_qiang,章贡区,full_time,2020-01-01,,,,false,
`,
  })
const terms = () =>
  world.store.client
    .prepare('select userid, term_start, term_end, term_no from appointments where withdrawn = 0')
    .all()
const RENEWED = { userid: 'li_min', term_start: '2026-03-29', term_end: '2029-03-28', term_no: 2 }

test('续聘李敏: the next three years on a card, on file with 确认; he reads it', async () => {
  await card()
  await zhou.says('续聘李敏')
  zhou.sees(
    '续聘督学（待确认）',
    '上一届：第 1 届，2026年3月28日（周六）止',
    '聘期起：2026年3月29日（周日）（默认）',
    '聘期止：2029年3月28日（周三）（默认）',
    '届次：第 2 届',
  )
  expect(terms()).toEqual([])
  await zhou.taps('确认')
  expect(terms()).toEqual([RENEWED])
  li.sees('您已续聘督学：第 2 届')
  await li.says('我的聘期什么时候到期')
  li.sees('达标')
})

test.each([
  ['李敏续聘 2026年3月29日到2029年3月28日', RENEWED],
  ['李敏的聘期续三年', RENEWED],
  ['李敏聘期续到2028年3月28日', { ...RENEWED, term_end: '2028-03-28' }],
  ['给李敏续聘两年', { ...RENEWED, term_end: '2028-03-28' }],
])('%s', async (words, wanted) => {
  await card()
  await zhou.says(words)
  await zhou.taps('确认')
  expect(terms()).toEqual([wanted])
})

test('the button of the reminder begins it', async () => {
  await card()
  await world.tickAt('2025-12-26T08:09:00+08:00')
  await zhou.taps('2 续聘')
  zhou.sees('续聘督学（待确认）', '督学：李敏')
})

describe('what R-6 forbids', () => {
  test('a fourth term', async () => {
    await card('3,false,')
    await zhou.says('续聘李敏')
    zhou.sees('已连任 3 届，不能再续聘')
    expect(terms()).toEqual([])
  })

  test('more than three years; a day less than that is allowed', async () => {
    await card()
    await zhou.says('李敏续聘 2026年3月29日到2029年3月29日')
    zhou.sees('一届不超过3年', '最晚到2029年3月28日')
    await zhou.says('2026年3月29日到2029年3月27日')
    await zhou.taps('确认')
    expect(terms()).toEqual([{ ...RENEWED, term_end: '2029-03-27' }])
  })

  test('a term before the last one is over', async () => {
    await card()
    await zhou.says('李敏续聘 2026年3月28日到2029年3月27日')
    zhou.sees('第 1 届到2026年3月28日（周六）才满')
  })
})

test('a retiree’s two years are said, and stop nothing (S-10 is silent on renewals)', async () => {
  await card('1,true,2022-08-31')
  await zhou.says('续聘李敏')
  zhou.sees('退休已超过2年', '请先请示市督导办')
  await zhou.taps('确认')
  expect(terms()).toEqual([RENEWED])
})

test('a full-timer has no term, and another county renews nobody here', async () => {
  await card()
  await zhou.says('续聘王强')
  zhou.sees('专职督学按干部管理权限任命')
  await nan.says('续聘李敏')
  expect(nan.reads().join()).not.toContain('2026年3月28日')
  await nan.taps('确认').catch(() => undefined)
  await wang.says('续聘李敏')
  expect(terms()).toEqual([])
})

test('it is taken back like any entry', async () => {
  await card()
  await zhou.says('续聘李敏')
  await zhou.taps('确认')
  await zhou.says('续聘登记撤回')
  expect(terms()).toEqual([])
  li.sees('您的续聘登记已由周文撤回')
})

test('「年度报告」 alone is the year', async () => {
  await li.says('年度报告')
  li.sees('您负责的学校督导情况', '1月1日（周三）至11月18日')
  await zhou.says('年度报告')
  zhou.sees('章贡区')
})
