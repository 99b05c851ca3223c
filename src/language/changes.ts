import { addDays, type Day } from '#src/domain/day.ts'
import { severityOf } from './visits/severities.ts'
import { hear, type Heard } from './hear.ts'
import { bareMethods, methodChange, narrativeChange } from './visits/how-changes.ts'
import { itemValues } from './item-values.ts'
import { NUMERAL, numeralOf } from './numerals.ts'
import { openDay } from './visits/open-days.ts'
import { withoutRecord } from './records.ts'
import { asksWhether } from './rectifications/reinspections.ts'
import type { Registry } from './schools/registry.ts'
import { blanked, clauseSpans, matchesOf } from './text.ts'
import { hasTrouble } from './visits/troubles.ts'
import type { ChangeHeard, FindingHeard, ItemHeard, Listening, Span, Understanding } from './understanding.ts'
import { readVisits } from './visits/visits.ts'

/** `nameless`: the text with the schools' names blanked out, for 第七中学 is no seventh item. */
type Ear = { heard: Heard; nameless: string; registry: Registry; listening: Listening }

const MISTAKEN = '(?:写|记|说|搞|弄|打|填|选|发|点|看|输|录|报|登)'
const WRONG =
  /(?:写|记|说|搞|弄|打|填|选|发|点|输)错了?|手滑|[口笔手]误|[写记填录登点选打]成(?!了?(?:几|多少))|不对|有误|错了|其实(?:是|应)|^(?:我要|我想|帮我)?(?:改一?下|修改)/
/** What stands before a new value; 整改, 改完 and 不是 are none. */
const SET =
  /(?<!整)改(?:成|为|到|作|至|期到?)?(?![完好正掉进])|换(?:成|为)|应该?(?:是|为)|应为|调(?:整)?(?:到|成|为|至)|更正为|定(?:为|成|在|到)|推到|算(?:作|成)|^算(?=严重|重大|一般|轻微)|(?<![不还])是(?!否)/
const CORRECTS =
  /(?<!整)改(?:成|为|到|作|至|期|下|本|这|今|明|后|周|星期|\d|严重|一般|轻微|上午|下午)|换(?:成|为)|更正|调(?:整)?(?:到|成|为|至)|应该?(?:是|为)|应为|不是[^,。]{0,14}[,\s]*(?:而)?是|是[^,。]{1,10}[,\s]*(?:而)?不是|[那这][条个项][^,。;]*[,。;\s]算(?=严重|重大|一般|轻微)|^(?:都)?是|其实是/
/** Plainly about something told before, even beside the words of another business. */
const MENDING =
  /(?:写|记|说|搞|弄|打|填|选|发|报|登|录)(?:错|混|反|岔)了?|更正(?!你|我们)|应为|应该?是[^,。;]{1,8}不是|其实是|[写记填说报录打登点选]成[^,。;]{1,8}了|[多少][报记填写录]了?|漏[记报写填录]|(?:刚[才刚]?|前面|上面|之前)(?:的|报|记|填|写|发|交|登|录|说)[^,。;]{0,14}改(?:成|为|到)/
/** 才报的那个先撤 名字写错: the slip is why it goes. */
const WITHDRAWS =
  /(?:先|给我|帮我|[,。\s]|^|[个条])(?:撤|删|作废|注销)(?:[掉了回销除]|$|[,。\s])(?!.*(?:改[成为到]|换成|应该?[是为]|其实|更正))/
/** 登记错了, and no more. */
const SLIP_ALONE =
  /^(?:我|刚才?|又|好像|上一条|前面|上面|[那这][条个]|里面)*(?:写|记|说|搞|弄|打|填|选|发|报|登|录)[记入写报]?(?:错|混|反|岔)了?[吧啊呀咯啦\s,。!]*$/
export const isSlipAlone = ({ plain }: Heard): boolean => SLIP_ALONE.test(plain)

export const isMending = (plain: string): boolean =>
  MENDING.test(plain) && !WITHDRAWS.test(plain) && !/(?:记|写|填|查)错了?(?:没|吗)/.test(plain)
const DROP = /不要|去掉|删(?:了|掉|除|去)?|不算|不记|划掉|拿掉|取消|撤掉|不提/
const ONE_MORE = '(?:[一1两](?:条|个|项|点)|[条个项])(?:问题)?(?:是|:)?'
const ADD = new RegExp(
  `^(?:刚才|刚刚|[上那前]面?一?条|又|忘了|还)?(?:(?:再|还|另外?|请)?(?:加|补充?|添加?|增加|追加|漏了|少了|少记了)(?:上|记|一下)?|还有)${ONE_MORE}|^(?:[再还]加上?|漏了|补充)(?:问题)?:?|^[^,。;]{0,8}?(?:补充|少[记写报]|漏[记写报]?|忘[了记]?[记写报]?|再加|追加)了?[一1两](?:条|个|项|点|处)(?:问题)?(?:是|:)?|^漏[记写报]了?`,
)
const DUE_HINT = /期限|时限|截止|限期|整改(?:时间|日期)|到期/
/** 期限改成上周五: what stands before the day in its clause. */
const DUE_BEFORE = new RegExp(`(?:${DUE_HINT.source})[^,。;]*$`)
const BARE_WEEKDAY = /^(?:周|星期|礼拜)[一二三四五六日天]$/
/** 期限3天 and nothing else. */
const DUE_ALONE =
  /^(?:(?:刚才|刚刚|上面)?[那这][个条份](?:再?改一?下|改改|改)?[\s,]*)?(?:整改)?(?:期限|时限|截止日期|截止时间)[^,。;]{1,12}$/
const DATE_HINT = /时间|日期|那天|去/
const NTH = new RegExp(`第(${NUMERAL})(?:条|个|项|点|处)?|(?<=[和、及])(${NUMERAL})(?:条|个|项|点|处)`, 'g')
const NAMED = /^(?:把|将)?([^,。;]{1,12}?)(?:那|这)(?:一)?(?:条|个|项|点|处)/
const SUBJECT =
  /^(?:把|将)?([一-龥]{2,10}?)(?:的(?:问题)?)?(?:的?(?:整改)?(?:期限|时限|程度|级别|等级|严重程度))?(?:改(?:成|为|到)|算(?:作|成)|应该?是|应为|定为)/
const NOT_A_SUBJECT =
  /(?:日子|日期|时间)$|^(?:就是|只是|严重|轻微|性质|刚才|上面|前面|时间|日期|学校|期限|时限|程度|级别|等级|严重程度|部分|上午|下午|全部|都|所有|那条|这条|整改|应|应该|督导)/

const within = (span: Span, [from, to]: Span): boolean => span[0] >= from && span[1] <= to

/** The items that a clause names: 第二个, 食堂那条. */
function itemsIn(clause: string): ItemHeard[] {
  const nths = matchesOf(clause, NTH).map((found) => numeralOf(found[1] ?? found[2]!) ?? 0)
  if (nths.length > 0) return nths.map((nth) => ({ nth }))
  const words = (NAMED.exec(clause)?.[1] ?? SUBJECT.exec(clause)?.[1])?.trim().replace(/^的/, '')
  return words && !NOT_A_SUBJECT.test(words) ? [{ words: words.replace(/的$/, '') }] : []
}

/** 不是上午, 记成上午, 别写20号. */
const WRONG_BEFORE = /(?:不是|并非|而非|不在|[记写填报打说录登点选发]成|别[记写填报])(?:了|在)?$/
/** 三中是我手滑. */
const WRONG_BEHIND = new RegExp(
  `^(?:那[条个次])?(?:的?(?:是|属于|纯属))?(?:我)?(?:(?:手|嘴)[滑误瓢快]|[口笔]误|有误|不对|${MISTAKEN}错了?(?![一-龥]*成))`,
)

/** Of two values that a correction names the one that was wrong: 是前天不是昨天, 三中是我手滑. */
export const isWrongValue = (plain: string, [from, to]: Span): boolean =>
  WRONG_BEFORE.test(plain.slice(0, from)) || WRONG_BEHIND.test(plain.slice(to))

function kept<T extends { span: Span }>(plain: string, all: readonly T[], clause: Span): T | undefined {
  const meant = all.filter(({ span }) => within(span, clause) && !isWrongValue(plain, span))
  return meant.filter(({ span }) => !/刚[才刚]/.test(plain.slice(...span))).at(-1)
}

/** 第一个三天内改第二个月底前: each of several deadlines for the item that stands before it; for none where none does. */
function sharedDues({ heard: { plain, dates } }: Ear, clause: Span): ChangeHeard[] | null {
  const dues = dates.filter(({ as, span }) => as === 'deadline' && within(span, clause))
  if (dues.length < 2) return null
  return dues.flatMap(({ day, span }, i): ChangeHeard[] => {
    const [item] = itemsIn(plain.slice(dues[i - 1]?.span[1] ?? clause[0], span[0]))
    return item && day ? [{ field: 'due', to: day, item }] : []
  })
}

function dayChange({ heard, listening }: Ear, clause: Span, item: ItemHeard | undefined): ChangeHeard[] {
  const date = kept(heard.plain, heard.dates, clause)
  if (!date?.day) return []
  const hinted =
    DUE_BEFORE.test(heard.plain.slice(0, date.span[0])) || DUE_HINT.test(heard.plain.slice(...clause))
  const said = DATE_HINT.test(heard.plain) && !hinted
  const bare = !said && listening.bareDay === 'due' && BARE_WEEKDAY.test(heard.plain.slice(...date.span))
  const isDue = hinted || item || bare || (!said && (date.as === 'deadline' || date.day > listening.today))
  if (!isDue) return [{ field: 'date', to: date.day }]
  const to = bare ? toCome(date.day, listening.today) : date.day
  const open = openDay(date, heard.written)
  return [{ field: 'due', to, ...(open && { open }), ...(item && { item }) }]
}

/** A weekday that was heard as the latest past one, as the next one. */
const toCome = (day: Day, today: Day): Day => (day < today ? addDays(day, 7) : day)

/** What a clause sets, by what it names: a school, a day, a part of day, a severity, or for one item new words. */
function valuesIn(ear: Ear, clause: Span, item: ItemHeard | undefined): ChangeHeard[] {
  const { plain, schools, parts } = ear.heard
  const school = kept(plain, schools, clause)
  const part = kept(plain, parts, clause)
  const severity =
    /^[^,。]{0,4}?(不严重|轻微|小问题|重大隐患|重大|严重|复杂|一般)(?:问题|隐患)?(?:了|的|吧)?$/.exec(
      plain.slice(...clause),
    )
  const value = severity && severityOf(severity[1]!, ear.heard.lexicon)
  return [
    ...(school ? [{ field: 'school', to: school } as const] : []),
    ...dayChange(ear, clause, item),
    ...(part ? [{ field: 'part', to: part.part } as const] : []),
    ...(value ? [{ field: 'severity', to: value, ...(item && { item }) } as const] : []),
  ]
}

function newWords({ heard }: Ear, clause: Span, item: ItemHeard | undefined): ChangeHeard[] {
  const found = /(?:改成|改为|应该?是|应为|换成)(.{2,})$/.exec(heard.plain.slice(...clause))
  if (!found || !item || ('words' in item && !NAMED.test(heard.plain.slice(...clause)))) return []
  return [{ field: 'text', to: heard.written.slice(clause[1] - found[1]!.length, clause[1]), item }]
}

/** All findings of a stretch of the message, as 再加一条 tells them. */
function findingsFrom({ heard, registry, listening }: Ear, from: number): FindingHeard[] {
  const told = readVisits(hear(heard.written.slice(from), registry, listening)).flatMap(
    ({ findings }) => findings,
  )
  return told.map((finding) => ({ ...finding, span: [finding.span[0] + from, finding.span[1] + from] }))
}

/** 第一条新开, 并入: nothing but that, else it is a finding (新开的小卖部没有证). */
const JOIN =
  /^(?:(?:第|这|那|都|全部|把|还是|是|要|就|[一二两三四五六七八九十\d]|[条个项和、]|[一-龥]{2,8}[那这]条)*)(?:(并入|合并|并到|归到|是同一[个件条]?)|(?:单独|另外|分开)?(?:另一[个件条]|新开|另开|单开|单独开|开新的?|分开开?|不并|不是同一[个件条]?))/
const JOIN_END = /(?:一[条个件]|事|问题|吧|了|的|z\d+|[\s-])*$/

function joinChange(words: string, items: readonly ItemHeard[]): ChangeHeard[] {
  const found = JOIN.exec(words)
  if (!found || !new RegExp(`^${JOIN_END.source}`).test(words.slice(found[0].length))) return []
  const to = found[1] !== undefined
  return items.length > 0 ? items.map((item) => ({ field: 'join', to, item })) : [{ field: 'join', to }]
}

function changesIn(ear: Ear, clause: Span, item: ItemHeard | undefined, goesOn: boolean): ChangeHeard[] {
  const words = ear.heard.plain.slice(...clause)
  const items = itemsIn(ear.nameless.slice(...clause))
  const joins = ear.listening.draftOpen ? joinChange(words, items) : []
  if (joins.length > 0) return joins
  const how = methodChange(words)
  if (how.length > 0) return how
  if (DROP.test(words) && items.length > 0) return [{ field: 'drop', items }]
  const shared = items.length > 0 ? sharedDues(ear, clause) : null
  if (shared) return shared
  const set = CORRECTS.test(ear.heard.plain) ? SET.exec(words) : null
  const chosen = ear.listening.draftOpen && items.length > 0 && 'nth' in items[0]!
  if (!set && !goesOn && !chosen) return []
  const from = clause[0] + (set ? set.index + set[0].length : 0)
  const values = valuesIn(ear, [from, clause[1]], items[0] ?? item)
  return values.length > 0 ? values : newWords(ear, clause, items[0] ?? item)
}

/** Everything that a message changes; an item named once holds for the clauses after it. */
function allChanges(ear: Ear): ChangeHeard[] {
  const { plain } = ear.heard
  const changes: ChangeHeard[] = []
  const wrong = WRONG.test(plain) && plain.length <= 24
  let item: ItemHeard | undefined
  for (const clause of clauseSpans(plain)) {
    const words = plain.slice(...clause)
    const add = ADD.exec(words)
    if (add) return [...changes, ...added(ear, clause[0] + add[0].length)]
    item = itemsIn(ear.nameless.slice(...clause))[0] ?? item
    changes.push(...changesIn(ear, clause, item, wrong || changes.length > 0 || DUE_ALONE.test(plain)))
  }
  return changes
}

function added(ear: Ear, from: number): ChangeHeard[] {
  const findings = findingsFrom(ear, from)
  return findings.length > 0 ? [{ field: 'add', findings }] : []
}

/** With a draft open a message of nothing but a value changes that value. */
function bareValue(ear: Ear): ChangeHeard[] {
  const ofItem = itemValues(ear.heard)
  if (ofItem.length > 0) return ofItem
  const { plain, schools, dates, parts } = ear.heard
  const marks = [...schools, ...dates, ...parts]
    .map(({ span }) => span[1] - span[0])
    .reduce((a, b) => a + b, 0)
  const bare = plain.replace(/[\s,。!]|是|去的|的|改|整改|改完|前|都|期限|在|为|问题|吧/g, '').length
  const how = bareMethods(plain)
  if (how.length > 0) return how
  const severity = severityOf(plain, ear.heard.lexicon)
  if (severity && bare <= 4) return [{ field: 'severity', to: severity }]
  return marks > 0 && bare <= marks ? valuesIn(ear, [0, plain.length], undefined) : []
}

/** With a draft open a problem told without school and day belongs to it. */
function furtherFindings(ear: Ear): ChangeHeard[] {
  const { schools, dates } = ear.heard
  // 那个弄好了没 asks, and adds nothing.
  const elsewhere =
    schools.length > 0 || dates.some(({ as }) => as === 'event') || asksWhether(ear.heard.plain)
  if (elsewhere || NOTHING_MORE.test(ear.heard.plain)) return []
  return added(ear, 0).filter(tellsOfSomething)
}

const NOTHING_MORE =
  /^[\s,。]*(?:暂时|就|其他|其它|别的|另外|都|也|再)*(?:没有?|无|不用)(?:其他|其它|别的|问题|再?加|补充|[了啦呢哦])*[\s,。!]*$/
/** A problem, or at least a thing that one may have: 第二个 and 东校区那个 are answers. */
const tellsOfSomething = (change: ChangeHeard): boolean =>
  change.field === 'add' && change.findings.some(({ text, matter }) => matter !== null || hasTrouble(text))

const earOf = (heard: Heard, registry: Registry, listening: Listening): Ear => {
  const names = heard.schools.map(({ span }) => span)
  return { heard, nameless: blanked(heard.plain, names), registry, listening }
}

const REASON = /(?:因为|由于|原因(?:是|:)?|理由(?:是|:)?)([^,。;]{2,40})/
const SLIP = /[一-龥]{0,6}?(?:写|记|说|搞|弄|打|填|选|发|看)(?:错|反|混)了?/

/** Why: said as a reason, or that it was a slip. */
function reasonIn({ plain, written }: Heard): string | null {
  const given = REASON.exec(plain)
  if (given)
    return written.slice(given.index + given[0].length - given[1]!.length, given.index + given[0].length)
  const slip = SLIP.exec(plain)
  return slip && written.slice(slip.index, slip.index + slip[0].length).trim()
}

/**
 * 不是三中是四中, 期限改下周三, 第二个不要, 再加一条 …; with a draft open also a bare 下午 or 月底前. What only names the
 * record (章贡-25-0012, 文清那条) is no new value.
 */
export function readChanges(heard: Heard, registry: Registry, listening: Listening): Understanding | null {
  const { rest, record } = withoutRecord(heard)
  const correct = (changes: ChangeHeard[]): Understanding => ({
    intent: 'correct',
    changes,
    record,
    reason: reasonIn(rest),
  })
  const narrative = narrativeChange(rest.written, rest.plain)
  if (narrative.length > 0) return correct(narrative)
  const ear = earOf(rest, registry, listening)
  const changes = allChanges(ear)
  if (changes.length > 0) return correct(changes)
  if (WRONG.test(rest.plain) && rest.plain.trim().length <= 16) return correct([])
  const open = listening.draftOpen ? bareValue(ear) : []
  return open.length > 0 ? correct(open) : null
}

/** Only after everything else has been tried: what is told while a draft is open adds to it. */
export function readAddition(heard: Heard, registry: Registry, listening: Listening): Understanding | null {
  const changes = listening.draftOpen ? furtherFindings(earOf(heard, registry, listening)) : []
  return changes.length > 0 ? { intent: 'correct', changes, record: null, reason: null } : null
}
