import { hasRole, INSPECTOR_ROLES, OFFICE_ROLES, SCHOOL_ROLES, type Person } from '#src/domain/person.ts'
import type { UserId } from '#src/domain/words.ts'
import { matchesOf, overlaps } from './text.ts'
import type { SchoolHeard, Span, Speaker } from './understanding.ts'

/** A person of the roster, as far as names are told apart by it. */
export type KnownPerson = Pick<Person, 'userid' | 'name' | 'roles' | 'county' | 'school'>

/** Who was named; `userid` is null where the roster has no such person, or several. */
export type PersonHeard = { text: string; span: Span; userid: UserId | null }

/** The people of a roster by the first character of their names, which is that of the surname, and of their userids. */
export type People = ReadonlyMap<string, readonly KnownPerson[]>

export function peopleOf(people: readonly KnownPerson[]): People {
  const heads = people.flatMap((person) =>
    [...new Set([person.name[0], person.userid[0]])].flatMap((head) => (head ? [{ head, person }] : [])),
  )
  const byHead = Map.groupBy(heads, ({ head }) => head)
  return new Map([...byHead].map(([head, all]) => [head, all.map(({ person }) => person)]))
}

const DOUBLE = '欧阳|司马|上官|诸葛|夏侯|皇甫|尉迟|公孙|慕容|令狐|司徒|端木'
const SURNAME =
  '赵孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹喻柏苏潘葛范彭鲁韦马方俞袁柳唐罗薛雷贺倪汤殷毕郝邬乐傅齐康伍余顾孟黄穆萧尹姚邵汪祁毛狄贝臧戴宋庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路江童颜郭梅林刁钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫房丁邓郁杭洪包诸左石崔吉龚程邢裴陆翁荀羊甄曲封靳邴段巫焦谷侯宓蓬仰秋仲伊宫宁仇栾甘厉刘叶幸司黎薄白蒲池卓屠池乔闻翟谭劳申冉桑桂牛温庄柴瞿阎连茹习艾容古易廖曾肖涂晏游赖钭饶'
const TITLES: readonly (readonly [RegExp, Person['roles']])[] = [
  [/^(?:总督学|督学?)/, [...INSPECTOR_ROLES, 'chief_inspector', 'deputy_chief_inspector']],
  [/^(?:副?校长?|副?园长)/, SCHOOL_ROLES],
  [/^(?:主任|局长|科长|主席)/, [...OFFICE_ROLES, 'committee_chair', 'committee_vice_chair', 'member_unit']],
  [/^(?:老师|同志|书记)/, []],
]
// 分管同志, 约谈 and 高年级老师 hold no surname.
const FAMILY = `(?:${DOUBLE}|(?<![分主监包协托保总])管|(?!管|谈|高[年中级职校一二三]|常务|方面|项目|连[老校园]|相关|金牌|康复|田径|毕业|温馨|季度|古典|余下|向[老校园])[${SURNAME}]|(?<![约座访面商洽])谈)`
// 李督 and 李校 are said for short; 督导 and 校门 are other words.
const TITLED = new RegExp(
  `(?<![首责])(${FAMILY})((?:(?![县区市镇乡的和与跟])[一-龥]){1,2}?)?(总督学|督学|副?校长|副?园长|主任|局长|科长|老师|同志|书记|督(?![导查促办学察])|校(?![长园区门医服车内外方舍级本]))(?!责任|工作|例会|培训|室|会)`,
  'g',
)
const SURNAMED = new RegExp(`^${FAMILY}`)

/** Names that are words: they are names only with a title behind or somebody who is asked before. */
const WORD =
  /^(?:高[峰原明兴尚级中度]|周[全边密]|文[明静化]|方[圆正便]|安[全静排]|金[秋属]|常[青态年]|江[山河]|白[云天]|黄[河金]|时光|温[馨度]|马上|明白|成功|路口|石阶|平安|康乐|全面|和平|关[心键]|经常|汪洋|易燃|向前|何时)$/
const BEFORE_PERSON = /(?:给|问下?|查一?下|约谈|跟|由|让|推荐|表扬|叫|督学|校长|主任|老师|同志|[:：])$/
const AFTER_PERSON = /^(?:总?督学|副?校长|副?园长|主任|局长|科长|老师|同志|书记|学时|负责|管)/

const fits = (person: KnownPerson, title: string): boolean => {
  const roles = TITLES.find(([pattern]) => pattern.test(title))?.[1] ?? []
  return roles.length === 0 || hasRole({ ...person, assigned: [], unit: null }, roles)
}

/** Where the person who was named is looked for first: at the schools named, then in the county. */
type Sought = { schools: readonly SchoolHeard[]; county: string | null }

const near = (person: KnownPerson, { schools, county }: Sought): number => {
  if (schools.some(({ candidates }) => person.school !== null && candidates.includes(person.school))) return 0
  return person.county === county ? 1 : 2
}

/** The nearest of those who fit; null where two are as near. */
function only(all: readonly KnownPerson[], sought: Sought): UserId | null {
  const level = Math.min(...all.map((person) => near(person, sought)))
  const nearest = all.filter((person) => near(person, sought) === level)
  return nearest.length === 1 ? nearest[0]!.userid : null
}

/** Whether a name or userid that is found at a place stands there for the person. */
function standsFor(plain: string, from: number, called: string): boolean {
  const [head, tail] = [plain.slice(0, from), plain.slice(from + called.length)]
  if (/^[a-z]/.test(called)) return !/[a-z\d_.-]$/.test(head) && !/^[a-z\d_-]/.test(tail)
  return !WORD.test(called) || BEFORE_PERSON.test(head) || AFTER_PERSON.test(tail)
}

const callsOf = ({ name, userid }: KnownPerson): string[] => [name, userid]

/** Full names and userids of the roster, wherever they stand. */
function named(plain: string, people: People, sought: Sought): PersonHeard[] {
  const heard: PersonHeard[] = []
  for (let from = 0; from < plain.length; from++) {
    const here =
      people
        .get(plain[from]!)
        ?.filter((each) => callsOf(each).some((called) => plain.startsWith(called, from))) ?? []
    const called = here.flatMap(callsOf).filter((each) => plain.startsWith(each, from))
    const text = called.sort((a, b) => b.length - a.length)[0]
    if (!text || !standsFor(plain, from, text)) continue
    const same = here.filter((each) => callsOf(each).includes(text))
    heard.push({ text, span: [from, from + text.length], userid: only(same, sought) })
    from += text.length - 1
  }
  return heard
}

/** 王督学, 易校长: a surname, perhaps the whole name, and a title. In 南康李督学 the surname is the second that could be one. */
function titled(plain: string, people: People, sought: Sought): PersonHeard[] {
  return matchesOf(plain, TITLED).flatMap((found): PersonHeard[] => {
    const title = found[3]!
    const called = found[0].slice(0, -title.length)
    for (let at = 0; at < called.length; at++) {
      const name = called.slice(at)
      const meant = (people.get(name[0]!) ?? []).filter(
        (each) => each.name.startsWith(name) && fits(each, title),
      )
      const span: Span = [found.index + at, found.index + found[0].length]
      if (SURNAMED.test(name) && meant.length > 0)
        return [{ text: name + title, span, userid: only(meant, sought) }]
    }
    // Of somebody unknown the short title is too little: 示范校.
    const span: Span = [found.index, found.index + found[0].length]
    return title.length > 1 ? [{ text: found[0], span, userid: null }] : []
  })
}

/** 王强学时够了吗: of hours somebody unknown is heard by his surname alone. */
const WHOSE_HOURS = new RegExp(
  `^(?:(?:请|帮我)?(?:查|看)一?[下查看]?|请问)?(${FAMILY}(?!末|级|度|年|季|额|时|部|体)[一-龥]{1,2}?)的?(?:培训)?(?:学时|课时)`,
)

function ofHours(plain: string): PersonHeard[] {
  const found = WHOSE_HOURS.exec(plain)
  const name = found?.[1]
  if (!name || WORD.test(name)) return []
  const from = found[0].indexOf(name)
  return [{ text: name, span: [from, from + name.length], userid: null }]
}

/** The people whom a text names, the speaker left out; `county` is the one that the text names, else the speaker's. */
export function peopleIn(
  plain: string,
  people: People,
  speaker: Speaker,
  schools: readonly SchoolHeard[],
  county = speaker.county,
): PersonHeard[] {
  const whole = named(plain, people, { schools, county })
  const others = titled(plain, people, { schools, county }).filter(
    ({ span }) => !whole.some((each) => overlaps(each.span, span)),
  )
  const known = [...whole, ...others]
  const all = known.length > 0 ? known : ofHours(plain)
  return all.filter(({ userid }) => userid !== speaker.userid)
}
