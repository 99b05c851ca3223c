import { beforeEach, describe, expect, test } from 'vitest'
import { RECORD_TABLES } from '#db/filing.ts'
import { openNode, type NodeStore } from '#db/node.ts'
import { readRecords } from '#db/records.ts'
import { events } from '#db/schema/loop.ts'
import { getTableConfig } from 'drizzle-orm/sqlite-core'
import { instantOf } from '#src/domain/day.ts'
import { importFiles } from '#src/intake/import.ts'
import { kindOf } from '#src/intake/kinds.ts'
import { expectHistoriesToFold } from '#test/fold.ts'
import { RECORD_FILES, ROSTER_FILES } from './record-files.ts'
import { xlsx } from './xlsx.ts'

const AT = instantOf('2026-11-18T10:30:00+08:00')

let store: NodeStore
beforeEach(async () => {
  store = await openNode(':memory:', { kind: 'live' })
})

const file = (name: string, ...lines: string[]) => ({
  name,
  bytes: new TextEncoder().encode(lines.join('\n')),
})
const run = (...files: ReturnType<typeof file>[]) => importFiles(store, files, { at: AT })
const roster = () => run(...ROSTER_FILES.map(([name, ...lines]) => file(name, ...lines)))
const all = () =>
  run(
    ...RECORD_FILES.toReversed().map(([name, ...lines]) => file(name, ...lines)),
    ...ROSTER_FILES.map(([name, ...lines]) => file(name, ...lines)),
  )
const history = async () => store.db.select().from(events)

describe('every kind', () => {
  test('goes in, whatever the order of the files', async () => {
    for (const { file, kind, rows, added, errors } of await all()) {
      expect(errors, file).toEqual([])
      expect([`${kind}.csv`, added], file).toEqual([file, rows])
    }
  })

  test('a second import changes nothing, history and audit included', async () => {
    await all()
    const before = [await readRecords(store.db), await history()]
    for (const { file, rows, unchanged } of await all()) expect(unchanged, file).toBe(rows)
    expect([await readRecords(store.db), await history()]).toEqual(before)
  })

  test('has a history from which its rows can be told', async () => {
    await all()
    await expectHistoriesToFold(store.db)
  })

  test.each(Object.entries(RECORD_TABLES))('%s is told apart in its table as in its files', (id, table) => {
    const { indexes } = getTableConfig(table)
    expect(
      indexes
        .filter(({ config }) => config.unique)
        .map(({ config }) => config.columns.map((column) => (column as { name: string }).name)),
    ).toEqual([kindOf(id)?.key])
  })
})

describe('files as offices have them', () => {
  test('a workbook with date cells, marks and remarks', async () => {
    await roster()
    const day = { serial: '46082', format: 'chinese' } as const
    const content = xlsx([
      ['序号', '账号*', '培训名称', '培训形式', '主办层级', '开始日期', '结束日期', '学时', '备注'],
      ['1', 'li_min', '春季培训', '集中', '市', day, day, { number: '7.5' }, '上午'],
    ])
    const [result] = await importFiles(store, [{ name: 't.xlsx', bytes: content }], { at: AT })
    expect(result).toMatchObject({ kind: 'training', added: 1, errors: [] })
    expect((await readRecords(store.db)).training).toMatchObject([{ startOn: '2026-03-01', hours: 7.5 }])
  })

  test('GB18030, dates and digits in every writing', async () => {
    await roster()
    // 账号,发生日期,费用项目,金额 / li_min,２０２６年３月１日,交通,３２.５
    const gb = Buffer.from(
      'd5cbbac52cb7a2c9fac8d5c6da2cb7d1d3c3cfeec4bf2cbdf0b6ee0a6c695f6d696e2ca3b2a3b0a3b2a3b6c4eaa3b3d4c2a3b1c8d52cbdbbcda82ca3b3a3b22ea3b50a',
      'hex',
    )
    const [result] = await importFiles(store, [{ name: 'c.csv', bytes: gb }], { at: AT })
    expect(result?.errors).toEqual([])
    expect((await readRecords(store.db)).claims).toMatchObject([
      { incurredOn: '2026-03-01', item: 'transport' },
    ])
  })
})

describe('a row on file', () => {
  const card = (columns: string, row: string) => file('card.csv', columns, row)
  const CARD = '账号,聘任地区,类别,首次聘任日期,是否退休'

  test('is put right: what the file names is set, the rest stays, and the history tells it', async () => {
    await roster()
    await run(card(`${CARD},学历,擅长学段`, 'li_min,章贡区,专职,2020-01-01,否,本科,学前|高中（含中职）'))
    const [result] = await run(card(`${CARD},学历`, 'li_min,章贡区,专职,2020-01-01,是,'))
    expect(result).toMatchObject({ changed: 1, errors: [] })
    const { inspectors } = await readRecords(store.db)
    expect(inspectors).toMatchObject([{ retired: true, degree: null, stages: ['preschool', 'senior'] }])
    const [, last] = await history()
    expect(last).toMatchObject({
      aggregate: 'record:inspectors:li_min',
      seq: 2,
      kind: 'record.change',
      words: 'card.csv',
      before: { retired: false, degree: 'bachelor' },
      after: { retired: true, degree: null },
    })
  })

  test('may be taken back', async () => {
    await roster()
    await run(card(`${CARD},作废`, 'li_min,章贡区,专职,2020-01-01,否,是'))
    expect((await readRecords(store.db)).inspectors).toMatchObject([{ withdrawn: true }])
  })
})

describe('the names of things', () => {
  test.each(['city', '赣南市', '市直'])('the city level, written 「%s」', async (place) => {
    await roster()
    await run(file('p.csv', '地区,岗位,姓名,起', `${place},总督学,张三,2026-01-01`))
    expect((await readRecords(store.db)).posts).toMatchObject([
      { place: 'city', person: '张三', acting: false },
    ])
  })

  test('the city by two of its names is one and the same place', async () => {
    await roster()
    const [result] = await run(
      file('p.csv', '地区,岗位,姓名,起', 'city,总督学,张三,2026-01-01', '赣南市,总督学,张三,2026-01-01'),
    )
    expect(result?.errors).toMatchObject([{ line: 3, column: '地区' }])
  })

  test('somebody by his account, in either case, or by his name', async () => {
    await roster()
    await run(
      file('p.csv', '地区,岗位,姓名,起', 'city,总督学,LI_Min,2026-01-01', 'city,副总督学,Smith,2026-01-01'),
    )
    expect((await readRecords(store.db)).posts.map((post) => post.person)).toEqual(['li_min', 'Smith'])
  })

  test('who organizes an interview: three that are known, any other by name', async () => {
    await roster()
    await run(
      file(
        'i.csv',
        'no,place,target_type,target,organizers',
        'Y1,章贡区,学校,3607020011,教育督导委员会办公室|education_department|财政局',
      ),
    )
    expect((await readRecords(store.db)).interviews[0]?.organizers).toEqual([
      'supervision_office',
      'education_department',
      '财政局',
    ])
  })
})

describe('a term of a principal whose start is not known', () => {
  const terms = (...rows: string[]) => file('t.csv', 'school,person,start_on,end_on', ...rows)
  const starts = async () => (await readRecords(store.db)).principalTerms.map(({ startOn }) => startOn)

  test('is the one that a start is brought for', async () => {
    await roster()
    await run(terms('3607020011,chen_zhiyuan,,'))
    expect(await run(terms('3607020011,chen_zhiyuan,2023-09-01,2026-08-31'))).toMatchObject([{ changed: 1 }])
    expect(await starts()).toEqual(['2023-09-01'])
    expect(await run(terms('3607020011,chen_zhiyuan,2023-09-01,2026-08-31'))).toMatchObject([
      { unchanged: 1 },
    ])
    await run(terms('3607020011,chen_zhiyuan,,'))
    expect(await starts()).toEqual(['2023-09-01', null])
    await expectHistoriesToFold(store.db)
  })

  test('stands beside another where one file has both', async () => {
    await roster()
    const both = terms('3607020011,chen_zhiyuan,,', '3607020011,chen_zhiyuan,2023-09-01,2026-08-31')
    expect(await run(both)).toMatchObject([{ added: 2 }])
    expect(await run(both)).toMatchObject([{ unchanged: 2 }])
  })
})

describe('refused', () => {
  const faults = async (...lines: string[]) => {
    await roster()
    const [result] = await run(file('x.csv', ...lines))
    return result?.errors.map(({ line, column, message }) => `${line} ${column} ${message}`)
  }
  const TRAINING = 'userid,title,form,organizer_level,start_on,end_on,hours'

  test.each([
    ['8.25', '学时「8.25」不对。请写大于 0、以 0.5 为单位的数，例如 8 或 7.5。'],
    ['0', '学时「0」不对。请写大于 0、以 0.5 为单位的数，例如 8 或 7.5。'],
    ['', '不能为空。请填写学时。'],
    ['-8', '「-8」不是数字。请只写数字，例如 7.5。'],
  ])('training of %s hours', async (hours, message) => {
    expect(await faults(TRAINING, `li_min,春训,集中,市,2026-03-01,2026-03-02,${hours}`)).toEqual([
      `2 hours ${message}`,
    ])
  })

  test('a training that ends before it begins', async () => {
    expect(await faults(TRAINING, 'li_min,春训,集中,市,2026-03-02,2026-03-01,8')).toEqual([
      '2 end_on 结束日期不能早于开始日期。请核对这两个日期。',
    ])
  })

  test.each(['2026-2028-1', '2026-2027-3', '2026-1', '二〇二六'])('the semester %s', async (semester) => {
    expect(
      await faults('place,semester,teaching_from,teaching_to', `city,${semester},2026-09-01,2027-01-20`),
    ).toEqual([
      `2 semester 「${semester}」不是学期。请写成 2026-2027-1（第一学期）或 2026-2027-2（第二学期）。`,
    ])
  })

  test.each(['2026-13:20', '2026-09', '2026-9:22', '2026-09:32'])('school days %s', async (days) => {
    expect(
      await faults(
        'place,semester,teaching_from,teaching_to,school_days',
        `city,2026-2027-1,2026-09-01,2027-01-20,2026-10:17|${days}`,
      ),
    ).toEqual([`2 school_days 「${days}」看不明白。请写成 2026-09:22，几个月之间用 | 隔开。`])
  })

  test('a year that is none, an amount below nothing', async () => {
    expect(await faults('place,year,purpose,amount', 'city,26,督导工作经费,-1')).toEqual([
      '2 year 「26」不像年份。请写四位数，例如 2026。',
      '2 amount 「-1」不是数字。请只写数字，例如 7.5。',
    ])
  })

  test.each([
    [
      'with an empty cell',
      'place,year,purpose,amount,studio',
      'city,2026,studio,1,',
      '不能为空。请填写工作室。',
    ],
    [
      'without the column',
      'place,year,purpose,amount',
      'city,2026,studio,1',
      '这一行需要「工作室」（studio），表里没有这一列。请补上这一列。',
    ],
  ])('money for a studio %s', async (_, headings, row, message) => {
    expect(await faults(headings, row)).toEqual([
      `2 ${headings.includes('studio') ? 'studio' : '工作室'} ${message}`,
    ])
  })

  test('a part-timer without a term, unless it is on file', async () => {
    const card = 'userid,place,kind,appointed_on,retired'
    expect(await faults(card, 'li_min,章贡区,part_time,2024-01-01,否')).toHaveLength(2)
    await run(
      file(
        'a.csv',
        `${card},term_start,term_end`,
        'li_min,章贡区,part_time,2024-01-01,否,2024-01-01,2026-12-31',
      ),
    )
    expect(await run(file('b.csv', card, 'li_min,章贡区,part_time,2024-01-01,是'))).toMatchObject([
      { changed: 1 },
    ])
  })

  test('somebody, a school and a place that nobody has registered, all at once', async () => {
    expect(
      await faults(
        'userid,place,kind,appointed_on,retired,serving_school',
        'nobody,某区,专职,2024-01-01,否,999',
      ),
    ).toEqual([
      '2 userid 账号「nobody」没有登记。请核对账号，或与含有此人的人员表一起导入。',
      '2 place 地区「某区」没有登记。请核对全称（例如 章贡区），或先把它写进地区表导入。',
      '2 serving_school 学校代码「999」没有登记。请核对代码，或与含有这所学校的学校表一起导入。',
    ])
  })

  test('what leans on a refused file', async () => {
    const people = file(
      'people.csv',
      'userid,name,role,county,school_code,assigned_school_codes',
      'new_one,新人,校长,某区,,',
    )
    const results = await run(
      file('claims.csv', 'userid,incurred_on,item,amount', 'new_one,2026-01-01,交通,3'),
      ...[people],
      file('places.csv', '名称,层级', '章贡区,县（市、区）'),
    )
    expect(results.map(({ file, errors }) => [file, errors.length])).toEqual([
      ['claims.csv', 1],
      ['people.csv', 1],
      ['places.csv', 0],
    ])
  })
})
