import { describe, expect, test } from 'vitest'
import { fileRecords } from '#test/records.ts'
import { stage } from '#test/stage.ts'

const { world, people } = stage()
const [li, wang, zhou] = people('Li_Min', 'wang_qiang', 'zhou_wen')

const PEOPLE = 'userid,name,role,county,school_code,assigned_school_codes'
const CARD = 'userid,place,kind,appointed_on,term_start,term_end,term_no,retired,retired_on'

/** Full-timers of 章贡区, so many retired and so many in service, besides other cards. */
const on = (retired: number, serving: number, cards: string) => {
  const names = Array.from({ length: retired + serving }, (_, i) => `full${i}`)
  return fileRecords(world, {
    people: `${PEOPLE}\n${names.map((each) => `${each},督学${each},inspector_full,章贡区,,`).join('\n')}\n`,
    inspectors: [
      CARD,
      ...names.map((each, i) =>
        i < retired
          ? `${each},章贡区,full_time,2020-01-01,,,,true,2019-01-01`
          : `${each},章贡区,full_time,2020-01-01,,,,false,`,
      ),
      cards,
      '',
    ].join('\n'),
  })
}
const WARNS = '请注意：章贡区'

describe('再聘 whose term is over', () => {
  const LAPSED = 'Li_Min,章贡区,part_time,2022-03-29,2022-03-29,2025-03-28,1,true,2021-08-31'
  const SERVING = LAPSED.replace('true,2021-08-31', 'false,')

  test('two of five: at the bound, nothing is said', async () => {
    await on(1, 3, LAPSED)
    await zhou.says('续聘李敏')
    zhou.sees('续聘督学（待确认）')
    expect(zhou.everything()).not.toContain(WARNS)
  })

  test('two of four: today’s share, the one after it, the bound, its clause and what may be done', async () => {
    await on(1, 2, LAPSED)
    await zhou.says('续聘李敏')
    zhou.sees(
      '请注意：章贡区现有督学 3 名，其中退休 1 名，占 33.3%；续聘后督学 4 名，其中退休 2 名，占 50%，超过 40%',
      '赣市办字〔2020〕26号第10条，原则上',
      '回复「退休督学占比书面说明：…」写明理由',
    )
    await zhou.taps('确认')
    zhou.sees('已登记续聘：李敏')
    await zhou.says('退休督学占比')
    zhou.sees('督学 4 名，其中退休 2 名，占 50%')
  })

  test('with the reason on file it says so', async () => {
    await on(1, 2, LAPSED)
    await zhou.says('退休督学占比书面说明：在职督学正在选聘')
    await zhou.taps('确认')
    await zhou.says('续聘李敏')
    zhou.sees('占 50%，超过 40%', '已有书面说明，可以照办。')
  })

  test('over the bound already, and further over it', async () => {
    await on(2, 2, LAPSED)
    await zhou.says('续聘李敏')
    zhou.sees('现有督学 4 名，其中退休 2 名，占 50%；续聘后督学 5 名，其中退休 3 名，占 60%')
  })

  test('over the bound already, and somebody in service makes it better', async () => {
    await on(2, 2, SERVING)
    await zhou.says('续聘李敏')
    zhou.sees('续聘督学（待确认）')
    expect(zhou.everything()).not.toContain(WARNS)
  })

  test('nobody serves today: there is no share to speak of', async () => {
    await on(0, 0, LAPSED)
    await zhou.says('续聘李敏')
    zhou.sees('续聘督学（待确认）')
    expect(zhou.everything()).not.toContain(WARNS)
  })
})

describe('a term that follows on', () => {
  const RUNNING = 'Li_Min,章贡区,part_time,2023-03-29,2023-03-29,2026-03-28,1,true,2022-08-31'
  const LEAVES = 'wang_qiang,章贡区,part_time,2023-03-29,2023-03-29,2026-03-28,1,false,'

  test('what has changed by its first day counts', async () => {
    await on(1, 2, `${RUNNING}\n${LEAVES}`)
    await zhou.says('续聘李敏')
    zhou.sees(
      '现有督学 5 名，其中退休 2 名，占 40%；续聘后2026年3月29日（周日）起督学 4 名，其中退休 2 名，占 50%',
    )
    await zhou.taps('不记')
    await zhou.says('续聘王强')
    zhou.sees('续聘督学（待确认）', '督学：王强')
    expect(zhou.reads().at(-1)).not.toContain(WARNS)
  })

  test('over the bound as it is, and it stays so: nothing is said', async () => {
    await on(1, 2, RUNNING)
    await zhou.says('续聘李敏')
    zhou.sees('续聘督学（待确认）')
    expect(zhou.everything()).not.toContain(WARNS)
  })
})

describe('one in service leaves', () => {
  const WANG = 'wang_qiang,章贡区,full_time,2020-01-01,,,,false,'
  const [BEFORE, AFTER] = [
    '现有督学 5 名，其中退休 2 名，占 40%',
    '离任后督学 4 名，其中退休 2 名，占 50%，超过 40%',
  ]

  test('two of six: the share stays below', async () => {
    await on(2, 3, WANG)
    await wang.says('我不当督学了')
    zhou.sees('人员变动（待核实）')
    expect(zhou.everything()).not.toContain(WARNS)
  })

  test('two of five: the office reads it on the card, and with the reminder of it; he does not', async () => {
    await on(2, 2, WANG)
    await wang.says('我不当督学了')
    zhou.sees('人员变动（待核实）', `请注意：章贡区${BEFORE}；${AFTER}`)
    expect(wang.everything()).not.toContain('占 40%')
    await world.tickAt('2025-11-20T08:09:00+08:00')
    zhou.sees('等您办理已满1个工作日', AFTER)
    await zhou.taps('同意')
    await zhou.says('退休督学占比')
    zhou.sees('督学 4 名，其中退休 2 名，占 50%')
  })

  test('a retiree who leaves makes it better', async () => {
    await on(2, 2, WANG.replace('false,', 'true,2019-01-01'))
    await wang.says('我不当督学了')
    zhou.sees('人员变动（待核实）')
    expect(zhou.everything()).not.toContain(WARNS)
  })

  test('who keeps another post is an inspector no longer: his card ends, and counts no more', async () => {
    await fileRecords(world, {
      people:
        'userid,name,role,also_roles,county,school_code,assigned_school_codes\nLi_Min,李敏,inspector_part,principal,章贡区,S03,S01\n',
    })
    await on(2, 2, 'Li_Min,章贡区,part_time,2023-03-29,2023-03-29,2026-03-28,1,false,')
    await li.says('我不当督学了')
    zhou.sees(AFTER)
    await zhou.taps('同意')
    await zhou.says('退休督学占比')
    zhou.sees('督学 4 名，其中退休 2 名，占 50%')
  })
})
