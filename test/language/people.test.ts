import { expect, test } from 'vitest'
import type { PersonHeard } from '#src/language/people.ts'
import { peopleIn, peopleOf, type KnownPerson } from '#src/language/people.ts'
import type { Role } from '#src/domain/words.ts'
import { userId } from '#src/domain/words.ts'
import { code, LI } from './city.ts'

const of = (
  id: string,
  name: string,
  role: Role,
  county: string | null,
  school: string | null = null,
): KnownPerson => ({
  userid: userId(id),
  name,
  roles: [role],
  county,
  school: school === null ? null : code(school),
})

const PEOPLE = peopleOf([
  of('q_wen', '文立新', 'part_time_inspector', '章贡区'),
  of('ljg', '李建国', 'part_time_inspector', '章贡区'),
  of('lm', '李梅', 'full_time_inspector', '南康区'),
  of('wf', '王芳', 'principal', '章贡区', 'S01'),
  of('wf2', '王芳', 'principal', '南康区', 'S02'),
  of('gf', '高峰', 'full_time_inspector', '章贡区'),
  of('zq', '周全', 'part_time_inspector', '章贡区'),
  of('oyq', '欧阳倩', 'part_time_inspector', '会昌县'),
  of('gxp', '郭小平', 'county_office', '章贡区'),
  of('czy', '陈志远', 'principal', '章贡区', 'S04'),
  of('cj', '陈静', 'part_time_inspector', '章贡区'),
])
const named = (text: string, county = '章贡区'): string[] =>
  peopleIn(text, PEOPLE, { ...LI, userid: userId('me'), county }, []).map(
    ({ text: words, userid }: PersonHeard) => `${words}=${userid ?? ''}`,
  )

test.each([
  ['李督学学时够了吗', ['李督学=ljg']],
  ['李督这个月去了几所', ['李督=ljg']],
  ['李督导了几所', []],
  ['q_wen的学时', ['q_wen=q_wen']],
  ['文立新和李建国的学时', ['文立新=q_wen', '李建国=ljg']],
  ['欧阳督学管几所', ['欧阳督学=oyq']],
  ['约谈王校长', ['王校长=wf']],
  ['约谈黄校长，食堂混乱', ['黄校长=']],
  ['陈校长和陈督学都在', ['陈校长=czy', '陈督学=cj']],
  ['郭主任的学时', ['郭主任=gxp']],
  ['高峰期门口堵车，周全部到位', []],
  ['高峰督学的学时，再问下周全', ['高峰=gf', '周全=zq']],
  ['方便面堆在过道', []],
])('%s', (text, people) => expect(named(text)).toEqual(people))

test('of two who bear a name the one of the county is meant', () => {
  expect(named('王芳的学时', '南康区')).toEqual(['王芳=wf2'])
  expect(named('李督学的学时', '南康区')).toEqual(['李督学=lm'])
  expect(named('王芳的学时', '会昌县')).toEqual(['王芳='])
})
