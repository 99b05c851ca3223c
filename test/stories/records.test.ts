import { describe, expect, test } from 'vitest'
import { readRecords } from '#db/records.ts'
import { importFiles } from '#src/intake/import.ts'
import { stage } from '#test/stage.ts'

const { world, people } = stage()
const [li, chen] = people('Li_Min', 'chen_yuan')

const bring = async (name: string, ...lines: string[]) => {
  const file = { name, bytes: new TextEncoder().encode(lines.join('\n')) }
  const [result] = await importFiles(world.store, [file], { at: world.clock.at })
  expect(result?.errors).toEqual([])
  return result
}
const ledger = async () => (await readRecords(world.store.db)).cases
const at = (iso: string) => world.moveTo(iso)

describe('what is done by chat stands in the ledger', () => {
  test('with the dates of its latest round', async () => {
    await li.says('昨天下午去了文清路小学，食堂留样记录不全，月底前改完')
    await li.taps('确认')
    const issued = { issuedOn: '2025-11-18', acknowledgedOn: null, reportOn: null, dueOn: '2025-11-30' }
    expect(await ledger()).toMatchObject([{ no: 'Z-00001', foundOn: '2025-11-17', ...issued }])
    await at('2025-11-19T09:00:00+08:00')
    await chen.taps('签收')
    await at('2025-11-20T09:00:00+08:00')
    await chen.says('留样柜已补齐记录')
    await chen.taps('确认上报')
    expect(await ledger()).toMatchObject([
      { issuedOn: '2025-11-18', acknowledgedOn: '2025-11-19', reportOn: '2025-11-20', verdict: null },
    ])
    await at('2025-11-21T09:00:00+08:00')
    await li.taps('不合格')
    await li.says('记录还是不全，12月5日前')
    await li.taps('确认')
    expect(await ledger()).toMatchObject([
      {
        issuedOn: '2025-11-21',
        acknowledgedOn: null,
        reportOn: null,
        reinspectedOn: '2025-11-21',
        verdict: 'fail',
        dueOn: '2025-12-05',
      },
    ])
    await at('2025-11-24T09:00:00+08:00')
    await chen.taps('签收')
    expect(await ledger()).toMatchObject([
      { acknowledgedOn: '2025-11-24', reinspectedOn: null, verdict: null },
    ])
    await chen.says('记录已经补全了')
    await chen.taps('确认上报')
    await at('2025-11-25T09:00:00+08:00')
    await li.taps('合格')
    expect(await ledger()).toMatchObject([
      {
        issuedOn: '2025-11-21',
        acknowledgedOn: '2025-11-24',
        reportOn: '2025-11-24',
        reinspectedOn: '2025-11-25',
        verdict: 'pass',
        closedOn: '2025-11-25',
        resolvedBySection: false,
        withdrawn: false,
      },
    ])
  })

  test('a file that says the same changes nothing; one that closes it takes the notice along', async () => {
    await li.says('昨天下午去了文清路小学，食堂留样记录不全，月底前改完')
    await li.taps('确认')
    const headings = 'no,school,found_on,severity,description,issued_on,due_on'
    const row = 'Z-00001,S01,2025-11-17,general,食堂留样记录不全,2025-11-18,2025-11-30'
    expect(await bring('cases.csv', headings, row)).toMatchObject({ unchanged: 1 })
    await bring('cases.csv', `${headings},closed_on`, `${row},2025-11-18`)
    await chen.says('签收')
    chen.sees('没有待签收的整改通知')
  })
})

describe('a ledger that came with a file', () => {
  const HEADINGS = 'no,school,found_on,severity,description,issued_on,due_on,acknowledged_on,report_on'

  test('goes on by chat: signed, reported, passed', async () => {
    await bring('cases.csv', HEADINGS, '台账 1,S01,2025-11-10,一般问题,灭火器过期,2025-11-11,2025-11-28,,')
    chen.seesNothing()
    await chen.says('签收')
    chen.sees(/灭火器过期/)
    await chen.says('灭火器已经全部更换')
    await chen.taps('确认上报')
    await li.taps('合格')
    li.sees('台账 1 已销号')
    expect(await ledger()).toMatchObject([
      { no: '台账 1', issuedOn: '2025-11-11', acknowledgedOn: '2025-11-18', closedOn: '2025-11-18' },
    ])
  })

  test('is overdue, and reminded of, like any other', async () => {
    const liu = world.person('liu_fang')
    await bring(
      'cases.csv',
      HEADINGS,
      'L-1,S01,2025-11-10,一般问题,灭火器过期,2025-11-11,2025-11-17,2025-11-12,',
    )
    await li.says('逾期没整改的有哪些')
    li.sees(/灭火器过期/)
    await bring(
      'cases.csv',
      HEADINGS,
      'L-2,S01,2025-11-10,一般问题,通道堆物,2025-11-11,2025-11-21,2025-11-12,',
    )
    await world.tickAt('2025-11-18T16:05:00+08:00')
    await world.tickAt('2025-11-19T08:05:00+08:00')
    await world.tickAt('2025-11-20T08:05:00+08:00')
    await world.tickAt('2025-11-21T08:05:00+08:00')
    liu.sees('通道堆物（L-2）')
  })

  test('whose reports wait is judged by the responsible inspector', async () => {
    await bring(
      'cases.csv',
      HEADINGS,
      'L-1,S01,2025-11-10,一般问题,灭火器过期,2025-11-11,2025-11-28,2025-11-12,2025-11-14',
    )
    await li.says('文清路小学复查合格')
    li.sees('L-1')
  })

  test('numbers of our own series are not drawn again', async () => {
    await bring('cases.csv', HEADINGS, 'Z-00041,S01,2025-11-10,一般问题,灭火器过期,2025-11-11,2025-11-28,,')
    await li.says('今天上午去了文清路小学，楼梯扶手松动，月底前改')
    await li.taps('确认')
    expect((await ledger()).map(({ no }) => no)).toEqual(['Z-00041', 'Z-00042'])
  })
})

describe('visits that came with a file', () => {
  const HEADINGS = 'school,inspector,visit_date,part_of_day,visit_type,status'

  test('count like those of chat, follow-ups do not', async () => {
    await li.says('我这个月还差几所没去')
    li.sees(/文清路小学/)
    await bring('visits.csv', HEADINGS, 'S01,li_min,2025-11-05,am,回访,')
    await li.says('我这个月还差几所没去')
    li.sees(/文清路小学/)
    await bring('visits.csv', HEADINGS, 'S01,li_min,2025-11-06,am,,')
    li.looksUp()
    await li.says('我这个月还差几所没去')
    expect(li.reads().join()).not.toMatch(/文清路小学/)
  })

  test('a draft of a file is nobody’s to confirm, and stays what it is', async () => {
    await bring('visits.csv', HEADINGS, 'S01,li_min,2025-11-17,am,,draft')
    for (const moment of ['2025-11-18T17:35', '2025-11-19T08:05', '2025-11-19T10:00', '2025-11-25T08:05'])
      await world.tickAt(`${moment}:00+08:00`)
    expect(li.reads().filter((line) => line.includes('待确认'))).toEqual([])
    expect((await readRecords(world.store.db)).visits).toMatchObject([{ status: 'draft' }])
  })

  test('what the clock has archived is still what the file calls submitted', async () => {
    await bring('visits.csv', HEADINGS, 'S01,li_min,2025-09-05,am,,submitted')
    await world.tickAt('2026-03-01T02:00:00+08:00')
    expect(await bring('visits.csv', HEADINGS, 'S01,li_min,2025-09-05,am,,submitted')).toMatchObject({
      unchanged: 1,
    })
  })
})

describe('a plaque with days', () => {
  const HEADINGS = 'inspector,school,from,to'

  test('gives rights while it holds, and displaces the shorthand of the pair once it has begun', async () => {
    const sees = async () => {
      await li.says('我这个月还差几所没去')
      return li.reads().join().includes('文清路小学')
    }
    expect(await sees()).toBe(true)
    await bring('a.csv', HEADINGS, 'li_min,S01,2025-12-01,')
    expect(await sees()).toBe(true)
    await bring('a.csv', HEADINGS, 'li_min,S01,2025-09-01,2025-11-17')
    expect(await sees()).toBe(false)
    await bring('a.csv', `${HEADINGS},作废`, 'li_min,S01,2025-09-01,2025-11-17,是')
    expect(await sees()).toBe(true)
    await at('2025-12-02T09:00:00+08:00')
    await bring(
      'a.csv',
      `${HEADINGS},作废`,
      'li_min,S01,2025-09-01,2025-11-17,否',
      'li_min,S01,2025-12-01,2025-12-05,',
    )
    expect(await sees()).toBe(true)
  })
})

test('a holiday of a file is a day off from the next message on', async () => {
  await bring('h.csv', 'date,day_type,holiday', '2025-11-19,off,停课')
  expect((await readRecords(world.store.db)).holidays).toContainEqual(
    expect.objectContaining({ date: '2025-11-19', dayType: 'off' }),
  )
})
