import { describe, expect, test } from 'vitest'
import { KINDS } from '#src/intake/kinds.ts'
import { kindNamed, recognise } from '#src/intake/recognise.ts'

const SCHOOLS = ['学校代码', '学校名称', '县（市、区）', '学段', '办学性质', '学生人数', '简称']
const PEOPLE = ['userid', 'name', 'role', 'county', 'school_code', 'assigned_school_codes']

const told = (headings: string[], kind?: string) => {
  const recognised = recognise(headings, kind === undefined ? undefined : kindNamed(kind))
  return 'kind' in recognised ? recognised.kind.id : recognised.problems
}

describe('the kind is told from the headings', () => {
  test.each([
    ['Chinese headings', SCHOOLS, 'schools'],
    ['English ids', PEOPLE, 'people'],
    [
      'mixed, in another order',
      ['简称', 'stage', '学校名称', 'code', '办学性质', 'county', 'students'],
      'schools',
    ],
    ['brackets of half width', SCHOOLS.with(2, '县(市、区)'), 'schools'],
    ['stars and blanks', SCHOOLS.map((heading) => ` ${heading[0]} ${heading.slice(1)}*`), 'schools'],
    ['a star of full width', SCHOOLS.with(0, '学校代码＊'), 'schools'],
    ['序号 and 备注', ['序号', ...SCHOOLS, '备注'], 'schools'],
    ['columns without heading', [...SCHOOLS, '', ' '], 'schools'],
    ['optional columns', [...PEOPLE, '兼任角色', '联系电话', '作废'], 'people'],
    ['places', ['名称', '层级'], 'places'],
  ])('%s', (_, headings, kind) => expect(told(headings)).toBe(kind))

  test('every kind is told from its least and from all of its headings, by ids and by Chinese headings', () => {
    for (const { id, columns } of KINDS)
      for (const some of [columns, columns.filter((column) => column.need)])
        for (const headings of [some.map((column) => column.id), some.map((column) => column.heading)])
          expect(told(headings)).toBe(id)
  })
})

describe('a file of no kind is refused', () => {
  test('what the nearest kind lacks', () => {
    expect(told(SCHOOLS.filter((heading) => heading !== '学段'))).toEqual([
      {
        line: 1,
        column: '学段',
        message: '按学校表（schools）来读，缺少「学段」（stage）这一列。请在第一行补上。',
      },
    ])
  })
  test('what is strange in it', () => {
    expect(told([...PEOPLE, '工资'])).toEqual([
      {
        line: 1,
        column: '工资',
        message:
          '按人员表（people）来读，没有「工资」这一列。请删去，或改成这些之一：账号、姓名、角色、县（市、区）、所在学校代码、责任学校代码、兼任角色、离开日期、单位、联系电话、作废。',
      },
    ])
  })
  test('one column under two headings', () => {
    expect(told([...PEOPLE, '姓名'])).toEqual([
      { line: 1, column: '姓名', message: '「姓名」这一列出现了两次。请只保留一列。' },
    ])
  })
  test('a title above the headings', () => {
    expect(told(['全市学校一览表', '', ''])).toEqual([
      {
        line: 1,
        column: '',
        message: '第一行没有一个认得的表头。请把表头放在第一行，删去上面的标题行，再导入。',
      },
    ])
  })
})

describe('--kind', () => {
  test('only that kind will do', () => {
    expect(told(SCHOOLS, 'schools')).toBe('schools')
    expect(told(['名称'], 'places')).toEqual([
      {
        line: 1,
        column: '层级',
        message: '按地区表（places）来读，缺少「层级」（level）这一列。请在第一行补上。',
      },
    ])
  })
  test('an unknown kind is named with those there are', () => {
    expect(() => kindNamed('shcools')).toThrow(
      /^没有「shcools」这种表。可用：地区（places）、.*学校（schools）、人员（people）、.*词（lexicon）。$/,
    )
  })
})
