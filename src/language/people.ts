import { hasRole, INSPECTOR_ROLES, OFFICE_ROLES, SCHOOL_ROLES, type Person } from '#src/domain/person.ts'
import type { UserId } from '#src/domain/words.ts'
import type { SchoolHeard, Span, Speaker } from './understanding.ts'

/** A person of the roster, as far as names are told apart by it. */
export type KnownPerson = Pick<Person, 'userid' | 'name' | 'roles' | 'county' | 'school'>

/** Who was named; `userid` is null where the roster has no such person, or several. */
export type PersonHeard = { text: string; span: Span; userid: UserId | null }

/** The people of a roster by the first character of their names, which is that of the surname. */
export type People = ReadonlyMap<string, readonly KnownPerson[]>

export function peopleOf(people: readonly KnownPerson[]): People {
  const byHead = new Map<string, KnownPerson[]>()
  for (const person of people) {
    const head = person.name.slice(0, 1)
    byHead.set(head, [...(byHead.get(head) ?? []), person])
  }
  return byHead
}

const DOUBLE = '欧阳|司马|上官|诸葛|夏侯|皇甫|尉迟|公孙|慕容|令狐|司徒|端木'
const SURNAME =
  '赵孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹喻柏苏潘葛范彭鲁韦马方俞袁柳唐罗薛雷贺倪汤殷毕郝邬乐傅齐康伍余顾孟黄穆萧尹姚邵汪祁毛狄贝臧戴谈宋庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路江童颜郭梅林刁钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫房丁邓郁杭洪包诸左石崔吉龚程邢裴陆翁荀羊甄曲封靳邴段巫焦谷侯宓蓬仰秋仲伊宫宁仇栾甘厉刘叶幸司黎薄白蒲池卓屠池乔闻翟谭劳申冉桑桂牛温庄柴瞿阎连茹习艾容古易廖曾肖涂晏游赖钭饶'
const TITLES: readonly (readonly [RegExp, Person['roles']])[] = [
  [/^(?:总督学|督学)/, [...INSPECTOR_ROLES, 'chief_inspector', 'deputy_chief_inspector']],
  [/^(?:副?校长|副?园长)/, SCHOOL_ROLES],
  [/^(?:主任|局长|科长|主席)/, [...OFFICE_ROLES, 'committee_chair', 'committee_vice_chair', 'member_unit']],
  [/^(?:老师|同志|书记)/, []],
]
const TITLED = new RegExp(
  `(?<![首责])(${DOUBLE}|[${SURNAME}])((?:(?![县区市镇乡的和与跟])[一-龥]){1,2}?)?(总督学|督学|副?校长|副?园长|主任|局长|科长|老师|同志|书记)(?!责任|工作|例会|培训|室|会)`,
  'g',
)

const fits = (person: KnownPerson, title: string): boolean => {
  const roles = TITLES.find(([pattern]) => pattern.test(title))?.[1] ?? []
  return roles.length === 0 || hasRole({ ...person, assigned: [], unit: null }, roles)
}

const near = (person: KnownPerson, speaker: Speaker, schools: readonly SchoolHeard[]): number => {
  if (schools.some(({ candidates }) => person.school !== null && candidates.includes(person.school))) return 0
  return person.county === speaker.county ? 1 : 2
}

/** The nearest to the speaker of those who fit; null where two are as near. */
function only(all: readonly KnownPerson[], speaker: Speaker, schools: readonly SchoolHeard[]): UserId | null {
  const level = Math.min(...all.map((person) => near(person, speaker, schools)))
  const nearest = all.filter((person) => near(person, speaker, schools) === level)
  return nearest.length === 1 ? nearest[0]!.userid : null
}

/** Full names of the roster, wherever they stand. */
function named(
  plain: string,
  people: People,
  speaker: Speaker,
  schools: readonly SchoolHeard[],
): PersonHeard[] {
  const heard: PersonHeard[] = []
  for (let from = 0; from < plain.length; from++) {
    const here = people.get(plain[from]!)?.filter(({ name }) => plain.startsWith(name, from)) ?? []
    const text = here.map(({ name }) => name).sort((a, b) => b.length - a.length)[0]
    if (!text) continue
    const same = here.filter(({ name }) => name === text)
    heard.push({ text, span: [from, from + text.length], userid: only(same, speaker, schools) })
    from += text.length - 1
  }
  return heard
}

/** 王督学, 易校长: a surname, perhaps the whole name, and a title. */
function titled(
  plain: string,
  people: People,
  speaker: Speaker,
  schools: readonly SchoolHeard[],
): PersonHeard[] {
  return [...plain.matchAll(TITLED)].map((found): PersonHeard => {
    const [text, surname, , title] = found
    const all = people.get(surname!.slice(0, 1)) ?? []
    const meant = all.filter(({ name }) => name.startsWith(surname!)).filter((each) => fits(each, title!))
    return { text, span: [found.index, found.index + text.length], userid: only(meant, speaker, schools) }
  })
}

/** The people whom a text names, the speaker left out. */
export function peopleIn(
  plain: string,
  people: People,
  speaker: Speaker,
  schools: readonly SchoolHeard[],
): PersonHeard[] {
  const whole = named(plain, people, speaker, schools)
  const others = titled(plain, people, speaker, schools).filter(
    ({ span }) => !whole.some((each) => each.span[0] < span[1] && span[0] < each.span[1]),
  )
  return [...whole, ...others].filter(({ userid }) => userid !== speaker.userid)
}
