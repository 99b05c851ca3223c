import type { Heard } from '../hear.ts'
import { namedIn } from '../named.ts'
import { numeralOf, NUMERAL } from '../numerals.ts'
import type { PersonHeard } from '../people.ts'
import type { Period } from '../periods.ts'
import type { Registry } from '../schools/registry.ts'
import type { Listening, SchoolHeard, Understanding } from '../understanding.ts'

/**
 * What is asked of the records that the rule book's checks read (policy.md 2.2, column 「Command」). In the order in which they are
 * tried: the finer words stand before the wider ones that they also hold.
 */
const OF_ALL = {
  /** 督导设置: which thresholds are law, which are defaults, which have been settled otherwise. */
  settings: /督导设置|(?:提醒|预警)(?:标准|阈值|设置)/,
  /** 县区对照表 (C14.2). */
  county_sheet:
    /对照表|(?:各县|县区)[^,。]{0,4}(?:对照|一览|得分|达标情况|达标|排名|排行|落实)|哪(?:一?个|几个|些)(?:县|区|县区)[^,。]{0,6}(?:最差|最好|较差|落后|垫底|倒数|靠后|靠前|领先)|十四条|14条|落实情况表/,
  /** 落实方案 (C14.1). */
  plans: /落实方案|实施方案|十四条[^,。]{0,4}方案/,
  /** C12.3. */
  claims:
    /(?:交通|通信|食宿|劳务|下乡|督导)(?:费|补助|补贴|津贴)|(?:补助|补贴|津贴|费用)[^,。]{0,6}(?:报|发|结|到账|没)/,
  /** C11.4. */
  studios: /工作室/,
  /** C12.1, C12.2. */
  budget: /督导(?:工作)?经费|经费(?:预算|列|落实)|费用办法/,
  /** C11.3. */
  exit: /督学退出|退出(?:情形|名单|机制)|(?:该|要)退出的督学|解聘/,
  /** C10.4. */
  procedure: /聘任(?:进度|程序|到哪)|公示(?:期)?满|聘任[^,。]{0,4}公示/,
  /** C10.5. */
  terms: /聘期|续聘|(?:督学|聘书)[^,。]{0,6}(?:到期|届满|换届)|任期[^,。]{0,4}督学|督学[^,。]{0,4}任期/,
  /** C10.1, C10.2, and what would be after an appointment. */
  retired: /退休|返聘/,
  /** C5.4. */
  principal_terms:
    /(?:任期|届满|到期)[^。]{0,14}综合督导|综合督导[^。]{0,10}任期|(?:快到|要到|临近|到)任期|校长任期|园长任期/,
  /** C5.5. */
  school_cycle:
    /综合督导(?:计划|安排|覆盖|情况|进度|轮)|(?:没|未|还没)(?:做过?|搞过?|接受过?)?综合督导|综合督导[^,。]{0,6}(?:没|未|几年|哪些)/,
  /** C5.6. */
  private_schools: /民办(?:学校|园|幼儿园)?[^,。]{0,6}(?:督导(?:情况|覆盖)|情况|对比|公办)/,
  /** C5.7. */
  appraisal_rules: /绩效考评/,
  /** C4.1. */
  evaluation: /履职评价|履行教育职责|(?:县级?政府|党政领导)[^,。]{0,4}评价/,
  /** C4.2. */
  government_cycle: /督政/,
  /** C6.1, C6.2. */
  monitoring: /监测报告|质量监测|评估监测|监测(?:结果|报告)?(?:的)?(?:运用|使用|引用)/,
  /** C7.2. */
  unpublished: /(?:没|未|还没)(?:有)?(?:公示|公布|公开)的?(?:督导)?报告|报告[^,。]{0,6}(?:公示|公布|公开)/,
  /** C7.3. */
  loop: /闭环/,
  /** C8.1, C8.2. */
  interviews:
    /约谈[^,。]{0,6}(?:归档|记录|报送|备案|情况|材料|名单|有哪些|几次)|(?:今年|本年)[^,。]{0,4}约谈/,
  /** C8.4. */
  accountability: /问责[^,。]{0,6}(?:公布|公开|结果|情况|名单)/,
  /** C1.1. */
  committee:
    /督(?:导)?委(?:员)?会(?:的)?(?:成员)?(?:名单|组成|都有谁|有谁|席位|成员$|成员(?:是|有|都))|委员名单/,
  /** C3.4. */
  member_tasks: /成员单位(?:的)?任务|任务(?:完成|进度|清单)|(?:我们?单位|我局)[^,。]{0,4}任务/,
  /** C3.2. */
  committee_rules: /督(?:导)?委(?:员)?会(?:工作)?(?:规程|规则)|工作规程/,
  /** C3.3. */
  chief_report: /总督学(?:的)?(?:工作)?报告/,
  /** C2.1. */
  chiefs: /总督学(?!班)/,
} as const

/** What a question about inspectors asks; who inspects which school is left. */
const OF_ROSTER = {
  /** C10.5. */
  terms: /聘期|届满|换届|到期/,
  /** C10.1, C10.2, and what would be after an appointment. */
  retired: /退休|返聘/,
  /** C5.2. */
  load: /负担|担子|匀不匀|所以上|最多|平均|(?:一个人?|每[个位名])督?学?[^,。]{0,6}(?:几|多少)所/,
  /** C5.1. */
  uncovered:
    /(?:没|没有|未|还没|没能)(?:安排|配|落实|分配|挂上?)?[^,。]{0,4}(?:挂牌|责任督学|挂督学|公示牌|督学|牌子)|没(?:有)?人[管督]|没主|挂牌(?:率|覆盖|情况)|挂了牌|空着的|配齐没有/,
  /** 督学责任区: who leads one, and its schools. */
  zones: /责任区/,
  /** C9.1, C9.2. */
  staffing:
    /够不够|够数|够了|配备|配齐|缺口|专职|兼职|(?:几|多少)(?:个|名|位)?(?:[^,。的所校]{0,4})督学|督学(?:都)?(?:有|现在|在册|在岗|队伍)?[^,。管负包]{0,4}(?:几|多少)(?!所|个学校)|人数|总数|比例|名册|花名册/,
} as const

export type CheckTopic =
  | keyof typeof OF_ALL
  | keyof typeof OF_ROSTER
  /** 文清归谁督导, 我管哪几所. */
  | 'who'
  /** C11.1. */
  | 'hours'
  /** C3.1 and the meetings of a time. */
  | 'meetings'
  /** C7.1. */
  | 'commendation'

export type CheckAsked = {
  intent: 'query_check'
  topic: CheckTopic
  /** Null: the asker's own place. */
  county: string | null
  /** The whole city, by name of no county: 全市, 各县, 哪些县. */
  wholeCity: boolean
  /** 我学时够了吗: his own, also where he might ask for a whole place. */
  mine: boolean
  people: readonly PersonHeard[]
  school: SchoolHeard | null
  period: Period | null
  /** 再聘2个退休的: so many more retired, and so many more in all; a resignation counts below zero. */
  more: { retired: number; all: number } | null
}

const ASKS =
  /[?？]|吗|么$|呢|什么|啥|哪|谁|多少|几|没有?[\s。]*$|够|了没|是否|如何|咋|怎么样|情况|进度|名单|清单|列|查|看|一览|表$|占比|比例|计划|到期|届满|配备|负担|覆盖|闭环|办法|方案|规程|报告$|经费$|设置|补助|退出|归档|任务|工作室$|责任区$|公布$|督导的$|没综合督导|行不|可以吗/

/** 约谈归档 asks what is missing; 约谈材料已报送 tells of one. */
export const ASKS_FILES =
  /^(?:[一-龥]{2,4}[县区市]|全市)?约谈(?:记录|材料)?(?:归档|报送|备案)(?:情况|进度|了没|了吗|没有)?[\s。?]*$/

const WHOLE_CITY = /全市|各县|各区|哪[个些几]*(?:县|区|地方)|分县|按县|市里|几个县/
const ABOUT_ROSTER = /督学|挂牌|责任区/

const MINE = /我(?![们县区市局办校园])|本人/

/**
 * A question about the records, among what was understood only widely (a question about training) or not at all; null where its
 * words name none of them. What the contract calls the message stays as it is.
 */
export function readCheckQuestion(
  meant: Understanding,
  heard: Heard,
  registry: Registry,
  listening: Listening,
): CheckAsked | null {
  const topic = topicOf(meant.intent, heard.plain)
  if (!topic) return null
  const { county, people, period } = namedIn(heard, registry, listening)
  return {
    intent: 'query_check',
    topic,
    county: county?.value ?? null,
    wholeCity: WHOLE_CITY.test(heard.plain),
    mine: MINE.test(heard.plain),
    people,
    school: heard.schools[0] ?? null,
    period: period?.value ?? null,
    more: topic === 'retired' ? moreIn(heard.plain) : null,
  }
}

function topicOf(intent: Understanding['intent'], plain: string): CheckTopic | null {
  switch (intent) {
    case 'query_training':
      return first(OF_ALL, plain) ?? 'hours'
    case 'query_meetings':
      return first(OF_ALL, plain) ?? 'meetings'
    case 'query_commendation':
      return first(OF_ALL, plain) ?? 'commendation'
    case 'query_roster':
      return first(OF_ALL, plain) ?? first(OF_ROSTER, plain) ?? 'who'
    case 'log_interview':
      return ASKS_FILES.test(plain) ? 'interviews' : null
    case 'query_cases':
    case 'query_summary':
      return first(OF_ALL, plain)
    case 'query_gaps':
      return OF_ALL.county_sheet.test(plain) ? 'county_sheet' : null
    // 「我的聘期什么时候到期」 looks like a question what can be done here, by its words alone.
    case 'help':
    case 'unknown':
      return ASKS.test(plain)
        ? (first(OF_ALL, plain) ?? (ABOUT_ROSTER.test(plain) ? first(OF_ROSTER, plain) : null))
        : null
    default:
      return null
  }
}

function first<T extends string>(topics: Readonly<Record<T, RegExp>>, plain: string): T | null {
  for (const topic in topics) if (topics[topic].test(plain)) return topic
  return null
}

const ENGAGED = new RegExp(
  `(?:再|新|多)?(?:聘|增加|加)(?:用|请|任)?\\s*(${NUMERAL})\\s*(?:个|名|位)?(退休|在职|在岗)?`,
)
const LEAVES = new RegExp(
  `(${NUMERAL})\\s*(?:个|名|位)?(退休|在职|在岗)?[^,。]{0,4}(?:离任|辞职|退出|不干|走了?)`,
)

/** What an appointment or a departure would change: a person whose kind is not said is in service. */
function moreIn(plain: string): CheckAsked['more'] {
  const engaged = ENGAGED.exec(plain)
  const [, written, kind] = engaged ?? LEAVES.exec(plain) ?? []
  const n = written === undefined ? null : numeralOf(written)
  if (n === null) return null
  const count = engaged ? n : -n
  return { retired: kind === '退休' ? count : 0, all: count }
}
