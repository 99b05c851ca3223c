import { expect, test } from 'vitest'
import { fileRecords } from '#test/records.ts'
import { stage } from '#test/stage.ts'

const { world, people } = stage()
const [zhou, shi, nan] = people('zhou_wen', 'shi_ban', 'nan_ban')

const PEOPLE = 'userid,name,role,county,school_code,assigned_school_codes'
const CARD = 'userid,place,kind,appointed_on,term_start,term_end,retired,retired_on,left_on'
/** Two of four are retired; in January one of these leaves, and somebody in service is appointed in February. */
const on = async () => {
  const names = ['a1', 'a2', 'a3', 'a4', 'a5']
  await fileRecords(world, {
    people: `${PEOPLE}\n${names.map((each, i) => `${each},督学${'甲乙丙丁戊'[i]},inspector_full,章贡区,,`).join('\n')}\n`,
    inspectors: `${CARD}
a1,章贡区,full_time,2020-01-01,,,true,2019-01-01,
a2,章贡区,full_time,2020-01-01,,,true,2019-01-01,2025-12-31
a3,章贡区,full_time,2020-01-01,,,false,,
a4,章贡区,full_time,2020-01-01,,,false,,
a5,章贡区,full_time,2026-02-01,,,false,,
`,
  })
}

test('what is on file for the days to come stands beside today’s share, and under the what-if', async () => {
  await on()
  await zhou.says('退休的占比超了没 再聘1个退休的行不行')
  zhou.sees(
    '现在：章贡区督学 4 名，其中退休 2 名，占 50%（原则上不超过 40%）——未达标',
    '按已登记的聘任和离任，2026年1月1日（周四）起：督学 3 名，其中退休 1 名，占 33.3%——达标',
    '按已登记的聘任和离任，2026年2月1日（周日）起：督学 4 名，其中退休 1 名，占 25%——达标',
    '再聘 1 名退休督学后：3/5，占 60%，超过 40%',
    '连同已登记的安排，再聘 1 名退休督学后：2/5，占 40%，没有超过 40%，可以',
  )
})

test('full-timers to come stand beside the ratio', async () => {
  await on()
  await zhou.says('章贡区督学够不够')
  zhou.sees('按已登记的任命和离任，2026年2月1日（周日）起有专职督学 4 名')
})

test('the office’s written reason: 未达标（已说明）, with its words; the level stays', async () => {
  await on()
  await zhou.says('退休督学占比书面说明：在职督学正在选聘，明年2月到位')
  zhou.sees('退休督学占比书面说明（待确认）', '范围：章贡区', '说明：在职督学正在选聘，明年2月到位')
  await zhou.says('退休督学占比')
  zhou.sees('——未达标\n')
  await zhou.taps('确认')
  await zhou.says('退休督学占比')
  zhou.sees('未达标（已说明）', '书面说明：在职督学正在选聘，明年2月到位')
  await shi.says('章贡区退休督学占比')
  shi.sees('未达标（已说明）')
  await nan.says('退休督学占比书面说明')
  expect(nan.reads().join()).not.toContain('已说明')
  await zhou.says('退休占比说明登记撤回')
  await zhou.taps('不记')
  await zhou.says('退休督学占比')
  expect(zhou.reads().at(-1)).not.toContain('已说明')
})
