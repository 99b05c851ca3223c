import { beforeEach, describe, expect, test } from 'vitest'
import { openNode, type NodeStore } from '#db/node.ts'
import { allAssignments, allPeople, allPlaces, allSchools, versionsOf } from '#db/roster.ts'
import { instantOf } from '#src/domain/day.ts'
import { importFiles } from '#src/intake/import.ts'
import { kindNamed } from '#src/intake/recognise.ts'

const AT = instantOf('2025-11-18T10:30:00+08:00')

let store: NodeStore
beforeEach(async () => {
  store = await openNode(':memory:', { kind: 'live' })
})

const file = (name: string, ...lines: string[]) => ({
  name,
  bytes: new TextEncoder().encode(lines.join('\n')),
})
const run = (...files: ReturnType<typeof file>[]) => importFiles(store, files, { at: AT })

const SCHOOL = 'code,name,county,stage,ownership,students,aliases'
const PERSON = 'userid,name,role,county,school_code,assigned_school_codes'
const PLACES = file('places.csv', 'name,level', '赣南市,city', '章贡区,county', '蓉水新区,functional_zone')
const SCHOOLS = file(
  'schools.csv',
  SCHOOL,
  '3607020011,文清路小学,章贡区,primary,public,1200,文清|文小',
  '3607000001,市第一中学,,senior,public,,',
)
const PEOPLE = file(
  'people.csv',
  PERSON,
  'Li_Min,李敏,inspector_part,章贡区,,3607020011|3607000001',
  'chen_zhiyuan,陈志远,principal,章贡区,3607020011,',
)

const school = async (code: string) => (await allSchools(store.db)).find((each) => each.code === code)
const person = async (userid: string) => (await allPeople(store.db)).find((each) => each.userid === userid)
const assigned = async () =>
  (await allAssignments(store.db)).map(({ inspector, school }) => `${inspector} ${school}`)
const outcome = ({ file, added, changed, unchanged, errors }: Awaited<ReturnType<typeof run>>[number]) =>
  `${file} +${added} ~${changed} =${unchanged} !${errors.length}`

describe('a first import', () => {
  test('tells what it did, file by file in the order given', async () => {
    expect(await run(PEOPLE, SCHOOLS, PLACES)).toEqual([
      { file: 'people.csv', kind: 'people', rows: 2, added: 2, changed: 0, unchanged: 0, errors: [] },
      { file: 'schools.csv', kind: 'schools', rows: 2, added: 2, changed: 0, unchanged: 0, errors: [] },
      { file: 'places.csv', kind: 'places', rows: 3, added: 3, changed: 0, unchanged: 0, errors: [] },
    ])
  })

  test('keeps what the files say', async () => {
    await run(PLACES, SCHOOLS, PEOPLE)
    expect(await school('3607020011')).toMatchObject({
      county: '章贡区',
      students: 1200,
      aliases: ['文清', '文小'],
      formerNames: [],
      withdrawn: false,
    })
    expect(await person('li_min')).toMatchObject({
      written: 'Li_Min',
      role: 'part_time_inspector',
      alsoRoles: [],
    })
    expect(await person('chen_zhiyuan')).toMatchObject({ role: 'principal', school: '3607020011' })
    expect(await assigned()).toEqual(['li_min 3607000001', 'li_min 3607020011'])
  })

  test('a place has a government unless it is a functional zone or the file says otherwise', async () => {
    await run(
      file(
        'a.csv',
        'name,level,government',
        '甲市,city,',
        '乙县,county,否',
        '丙区,functional_zone,',
        '丁区,功能区,是',
      ),
    )
    expect((await allPlaces(store.db)).map(({ name, government }) => [name, government])).toEqual([
      ['甲市', true],
      ['乙县', false],
      ['丙区', false],
      ['丁区', true],
    ])
  })

  test.each(['city', '市直', '赣南市', ''])('the city level, written 「%s」', async (county) => {
    await run(PLACES, file('s.csv', SCHOOL, `1,校,${county},primary,public,,`))
    expect((await school('1'))?.county).toBeNull()
    expect(await allPlaces(store.db)).toHaveLength(3)
  })
})

describe('a second import', () => {
  test('of the same files changes nothing and leaves the version', async () => {
    await run(PLACES, SCHOOLS, PEOPLE)
    const before = (await versionsOf(store.db)).roster
    const again = await run(PLACES, SCHOOLS, PEOPLE)
    expect(again.map(outcome)).toEqual([
      'places.csv +0 ~0 =3 !0',
      'schools.csv +0 ~0 =2 !0',
      'people.csv +0 ~0 =2 !0',
    ])
    expect((await versionsOf(store.db)).roster).toBe(before)
  })

  test('changes what differs and bumps the version', async () => {
    await run(PLACES, SCHOOLS, PEOPLE)
    const before = (await versionsOf(store.db)).roster
    const [result] = await run(
      file('s.csv', SCHOOL, '3607020011,文清路小学,章贡区,primary,public,1260,文清|文小'),
    )
    expect(outcome(result!)).toBe('s.csv +0 ~1 =0 !0')
    expect((await school('3607020011'))?.students).toBe(1260)
    expect((await versionsOf(store.db)).roster).toBe(before + 1)
  })

  test('columns not in the file stay, an empty cell clears', async () => {
    await run(file('s.csv', `${SCHOOL},address,曾用名`, '1,校,,primary,public,90,实小,文清路 1 号,旧校'))
    await run(file('s.csv', SCHOOL, '1,校,,primary,public,,'))
    expect(await school('1')).toMatchObject({
      students: null,
      aliases: [],
      address: '文清路 1 号',
      formerNames: ['旧校'],
    })
  })

  test('a userid in another case is the same person', async () => {
    await run(PLACES, SCHOOLS, PEOPLE)
    const [result] = await run(
      file('p.csv', PERSON, 'LI_MIN,李敏,inspector_part,章贡区,,3607000001|3607020011'),
    )
    expect(outcome(result!)).toBe('p.csv +0 ~0 =1 !0')
    expect((await person('li_min'))?.written).toBe('Li_Min')
  })

  test('responsible schools are those of the file', async () => {
    await run(PLACES, SCHOOLS, PEOPLE)
    const [result] = await run(file('p.csv', PERSON, 'li_min,李敏,inspector_part,章贡区,,3607020011'))
    expect(outcome(result!)).toBe('p.csv +0 ~1 =0 !0')
    expect(await assigned()).toEqual(['li_min 3607020011'])
  })

  test('a renamed school keeps its old name, whoever comes next', async () => {
    const named = (name: string) => file('s.csv', SCHOOL, `1,${name},,primary,public,,`)
    await run(named('城东小学'))
    await run(named('实验二小'))
    expect((await school('1'))?.formerNames).toEqual(['城东小学'])
    expect((await run(named('实验二小'))).map(outcome)).toEqual(['s.csv +0 ~0 =1 !0'])
    await run(named('城东小学'))
    expect((await school('1'))?.formerNames).toEqual(['实验二小'])
  })

  test('a file with former names has the last word on them', async () => {
    const named = (name: string) => file('s.csv', `${SCHOOL},曾用名`, `1,${name},,primary,public,,,旧校`)
    await run(named('城东小学'))
    await run(named('实验二小'))
    expect((await school('1'))?.formerNames).toEqual(['旧校'])
    expect((await run(named('实验二小'))).map(outcome)).toEqual(['s.csv +0 ~0 =1 !0'])
  })

  test('a withdrawn row stays on file and may be taken back', async () => {
    await run(PLACES, file('s.csv', `${SCHOOL},withdrawn`, '1,校,,primary,public,,,是'))
    expect((await school('1'))?.withdrawn).toBe(true)
    await run(file('s.csv', `${SCHOOL},作废`, '1,校,,primary,public,,,'))
    expect((await school('1'))?.withdrawn).toBe(false)
  })
})

describe('all or nothing', () => {
  test('one bad cell keeps the whole file out, and every fault is told', async () => {
    const [result] = await run(
      file('s.csv', SCHOOL, '1,校,,primary,public,,', '2,校,,小,public,很多,', '2,校,,primary,public,,'),
    )
    expect(result).toEqual({
      file: 's.csv',
      kind: 'schools',
      rows: 3,
      added: 0,
      changed: 0,
      unchanged: 0,
      errors: [
        expect.objectContaining({ line: 3, column: 'stage' }),
        expect.objectContaining({ line: 3, column: 'students' }),
        { line: 4, column: 'code', message: '「2」与第 3 行重复。一个文件里只能有一行，请删去一行。' },
      ],
    })
    expect(await allSchools(store.db)).toEqual([])
    expect((await versionsOf(store.db)).roster).toBe(0)
  })

  test('a good file beside a bad one goes in', async () => {
    const results = await run(PLACES, file('x.csv', '随便,什么', '1,2'), SCHOOLS)
    expect(results.map(outcome)).toEqual([
      'places.csv +3 ~0 =0 !0',
      'x.csv +0 ~0 =0 !1',
      'schools.csv +2 ~0 =0 !0',
    ])
    expect(results[1]).toMatchObject({ kind: null, rows: 0 })
  })

  test('a file that cannot be read names neither line nor column', async () => {
    const [result] = await run(file('empty.csv', ''))
    expect(result?.errors).toEqual([{ line: null, column: null, message: '文件是空的。请确认选对了文件。' }])
  })
})

describe('references', () => {
  test('what is on file may be leaned on', async () => {
    await run(PLACES, SCHOOLS)
    expect((await run(PEOPLE)).map(outcome)).toEqual(['people.csv +2 ~0 =0 !0'])
  })

  test('what is nowhere is told with line, column and remedy', async () => {
    await run(PLACES)
    const [result] = await run(PEOPLE)
    expect(result?.errors).toEqual(
      [
        [2, 'assigned_school_codes', '3607020011'],
        [2, 'assigned_school_codes', '3607000001'],
        [3, 'school_code', '3607020011'],
      ].map(([line, column, code]) => ({
        line,
        column,
        message: `学校代码「${code}」没有登记。请核对代码，或与含有这所学校的学校表一起导入。`,
      })),
    )
  })

  test('a file that leans on a refused one is refused with it, through a chain', async () => {
    const zone = file('zone.csv', 'name,level,counted_in', '新区,功能区,不存在县')
    const schools = file('schools.csv', SCHOOL, '1,校,新区,primary,public,,')
    const people = file('people.csv', PERSON, 'a,某人,principal,,1,')
    const results = await run(people, schools, zone)
    expect(results.map((result) => result.errors)).toEqual([
      [
        {
          line: 2,
          column: 'school_code',
          message: '「1」在文件 schools.csv 里，但那个文件没有导入。请先改正那个文件，再一起导入。',
        },
      ],
      [
        {
          line: 2,
          column: 'county',
          message: '「新区」在文件 zone.csv 里，但那个文件没有导入。请先改正那个文件，再一起导入。',
        },
      ],
      [
        {
          line: 2,
          column: 'counted_in',
          message: '地区「不存在县」没有登记。请核对全称（例如 章贡区），或先把它写进地区表导入。',
        },
      ],
    ])
    expect(await allPlaces(store.db)).toEqual([])
  })

  test('faults of cells and of references are told together', async () => {
    await run(PLACES)
    const [result] = await run(
      file('s.csv', `${SCHOOL},successor`, '1,校,章贡,primary,public,多,,9', '2,校,,primary,public,,,1'),
    )
    expect(result?.errors.map(({ line, column }) => `${line} ${column}`)).toEqual([
      '2 students',
      '2 county',
      '2 successor',
    ])
  })

  test('two files of one kind may lean on each other', async () => {
    const results = await run(
      file('a.csv', `${SCHOOL},主校代码`, '1,分校,,primary,public,,,2'),
      file('b.csv', `${SCHOOL},继任学校代码`, '2,主校,,primary,public,,,1'),
    )
    expect(results.map(outcome)).toEqual(['a.csv +1 ~0 =0 !0', 'b.csv +1 ~0 =0 !0'])
  })
})

describe('counties before there is a file of places', () => {
  test('a name in another file makes one, until a county is filed', async () => {
    expect((await run(SCHOOLS, PEOPLE)).map(outcome)).toEqual([
      'schools.csv +2 ~0 =0 !0',
      'people.csv +2 ~0 =0 !0',
    ])
    expect(await allPlaces(store.db)).toMatchObject([{ name: '章贡区', level: 'county', filed: false }])
    await run(file('z.csv', 'name,level', '新区,functional_zone'))
    const [made] = await run(file('s.csv', SCHOOL, '9,校,信丰县,primary,public,,'))
    expect(outcome(made!)).toBe('s.csv +1 ~0 =0 !0')
    await run(PLACES)
    const [result] = await run(file('s.csv', SCHOOL, '10,校,石城县,primary,public,,'))
    expect(result?.errors).toEqual([
      {
        line: 2,
        column: 'county',
        message: '地区「石城县」没有登记。请核对全称（例如 章贡区），或先把它写进地区表导入。',
      },
    ])
  })

  test('a county in a file of places of the same command counts at once', async () => {
    const results = await run(file('s.csv', SCHOOL, '1,校,石城县,primary,public,,'), PLACES)
    expect(results.map(outcome)).toEqual(['s.csv +0 ~0 =0 !1', 'places.csv +3 ~0 =0 !0'])
  })
})

describe('the city is one place', () => {
  const second = file('b.csv', 'name,level', '乙市,city')
  const refused = [
    {
      line: 2,
      column: 'level',
      message: '全市只有一行“市”，已有「赣南市」。请改层级，或先把「赣南市」标为作废。',
    },
  ]

  test('beside the one on file, or in the same command', async () => {
    expect((await run(PLACES, second))[1]?.errors).toEqual(refused)
    await run(PLACES)
    expect((await run(second))[0]?.errors).toEqual(refused)
  })

  test('until the one on file is withdrawn', async () => {
    await run(PLACES)
    const renamed = file('c.csv', 'name,level,withdrawn', '乙市,city,', '赣南市,city,是')
    expect((await run(renamed)).map(outcome)).toEqual(['c.csv +1 ~1 =0 !0'])
  })
})

test('--kind holds for every file', async () => {
  const [result] = await importFiles(store, [SCHOOLS], { at: AT, kind: kindNamed('people') })
  expect(result?.kind).toBeNull()
  expect(result?.errors[0]?.message).toMatch(/^按人员表（people）来读，/)
})

test('20,000 schools and 2,000 people go in within ten seconds, and again with nothing changed', async () => {
  const codes = Array.from({ length: 20_000 }, (_, i) => String(3607020000 + i))
  const schools = file(
    's.csv',
    SCHOOL,
    ...codes.map((code, i) => `${code},第${i}小学,县${i % 20},primary,public,${i},小${i}|校${i}`),
  )
  const people = file(
    'p.csv',
    PERSON,
    ...codes
      .slice(0, 2000)
      .map(
        (code, i) =>
          `u_${i},某${i},inspector_part,县${i % 20},${code},${codes.slice(i * 10, i * 10 + 10).join('|')}`,
      ),
  )
  expect((await run(schools, people)).map(outcome)).toEqual(['s.csv +20000 ~0 =0 !0', 'p.csv +2000 ~0 =0 !0'])
  expect((await run(schools, people)).map(outcome)).toEqual(['s.csv +0 ~0 =20000 !0', 'p.csv +0 ~0 =2000 !0'])
}, 20_000)
