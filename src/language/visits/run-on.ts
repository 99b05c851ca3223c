import { kindOf } from './clause-kinds.ts'
import type { Heard } from '../hear.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { nounEnd } from './matters.ts'
import { anyOf, spansOf } from '../text.ts'
import { hasTrouble } from './troubles.ts'
import type { Span } from '../understanding.ts'

// Who acts or suffers in a school: a new one begins a new clause, as a new thing does.
const WHO = anyOf(`
  学生们? 孩子们? 幼儿 小朋友 (?:语文|数学|英语|物理|化学|体育|音乐|美术|科学|信息|思政|心理|生活|带班|跟车|值[日班周]|班|女|男|年轻)?老师们? 教师 教职工 阿姨 班主任 家长们? 副?校长 园长 保安 门卫 保育员 厨师 厨工 帮厨
  食堂(?:工作)?人员 从业人员 工作人员 宿管员? 司机 驾驶员 照管员 校医 值班(?:人员|领导) 带班领导 班子成员
  党员 团员 少先队员 实习生 护学岗 摊贩 商贩 车(?=[乱不没子停辆]) 校外人员 外来人员 来访人员 访客
`)
// Where or how many: stands before the thing that a clause begins with.
const WHERE = anyOf(`
  [一二三四五六七八九\\d]+(?:楼|层|号楼|年级|班|栋|校门) [东西南北](?:侧|面|门|头|边) 部分 个别 有[的个些] 有一?[两几]?[间处块扇盏名位段] 一些 大部分 多数 不少
  好几[个间] 很多 许多 学校 校内 全校 校园 教学楼 综合楼 宿舍楼 实训楼 [初高]中部 小学部 [初高][一二三] 男生? 女生? 里面 外面 旁边 边上
  后面 前面 楼上 楼下 [小中大]班 班上 班里 [其另]外? 还有?
`)
const LEADING = new RegExp(`${WHERE}{0,3}`, 'y')
// 有的，部分: the thing is in the word.
const SOME = /^(?:有|部分|个别|一些|大部分|多数|不少|其他|另外)/
const ACTOR = new RegExp(WHO, 'y')

// What wants a noun behind it: the thing that follows is its own and begins no clause.
const OPEN = new RegExp(
  `(?:${anyOf(`
    [的和与及跟或、在对把被将给让为从向到于按是有无未不没缺带卖售配穿戴教使由且之等很太较更最凭靠离距朝往比至性翻] (?<![陈破老])旧 (?<![混脏杂])乱 (?<![停挪占])用 (?<!雷)同
    有[\\d一二两三四五六七八九十几]+[个名位处间块扇盏台条] (?<![了坏缺少])[\\d一二两三四五六七八九十百几]+多?[名位个] 存在 发现 进行 [堆放停摆挂贴留晒养种搭写压盖][了着满有放] 堆放 影响 遮挡
    模拟 假如 假设 万一 如果 防范 预防 防止 避免 应对 打骂 体罚 辱骂 殴打 批评 推搡 骂 吼 欺负 歧视 罚 所有 全部 任何 按(?:规定|要求|时|期) 及时 定期 认真 严格 随意 擅自 私自 违规 强制
    统一 组织 要求 导致 造成 引起 属于 针对 关于 涉及 允许 禁止 加强 提供 出现 需要? 可能 容易 接受 通过 作为 当成? 缺[少乏] 反映 认为 觉得
    表示 说 投诉 举报 收取? 翻越 攀爬 携带 布置 征订 使用
  `)})$`,
)
// 未开展 and 没登记 may have told all, or want their thing.
const HALF_OPEN = /[没未](?:有|能|按[一-龥]{1,4})?[一-龥]{2}$/
const CAUSE = /^(?:因为|因(?!病)|由于|如果|虽然)/
// What is told by these is told; what follows them, if it is no measure or consequence, is something else.
const CLOSED = new RegExp(
  `${anyOf(`
    不[全够齐清符亮稳牢严实整当] 不(?:规范|到位|及时|达标|合格|完善|健全|完整|整洁|清楚|清晰|一致|均衡|严格|认真|干净) 缺失 缺页 缺位 破损 损坏 松动 松脱 脱落
    老化 堵塞 失灵 失效 故障 生锈 锈蚀 漏[水雨电气] 渗水 积[水灰尘油] 开裂 裂缝 倾斜 褪色 陈旧 空白 黑屏 脱岗 离岗 缺岗 起[皮泡壳鼓] 晃动 摇晃 断裂 磨损 闲置
    混乱 脏乱差? 偏[大小多少高低重] 过[大小多少高低重期] 超[时员标载] 迟到 早退 发霉 变质 裸露 外露 异响 昏暗 湿滑 流于形式 走过场 代签 雷同 被?占用 被占(?!用) 堵了 坏了 断了
    掉了 倒了 放地上 松了 破了 裂了 没了 丢了 滞后 浪费 无证 造假 无人值守 不在岗 (?<=[^没无缺])少 差 脏
  `)}了?`,
  'g',
)
const GOES_ON =
  /^(?:$|[的了着过得很较严厉现问情处等至达及已仍且并而有未没无不是在被把将给对与和也都就却但可\d一二两三四五六七八九十几半多约近以之后时前导造影存引容需应要请让叫限望责建尽马立烫伤险渗流滴淌到进出当做作成改])/

// What is asked, judged or told beside the problems begins a clause of its own: 门锁坏了|让学校换, 没贴日期|问了师傅.
const ASIDE = new RegExp(
  anyOf(`
    (?:我们?)?(?:去|又|再|已经)?(?:核实|问[了过他她]) (?:跟|和|与)(?:校长|园长|学校)(?:说|讲|反馈|沟通) (?:副?校长|园长|教导处|师傅|(?<![一-龥][们])他们?|她们?|校方)(?:说(?!话)|表示|解释|承认|承诺|答应)
    让(?:学校|校长|他|他们|校方) 建议 请(?=学校|校方|局里|城管|交警|公安|督导|尽快|立即) (?<![按合到照据其无有的被])要求(?=学校|校方|他们|本周|下周|尽快|立即) 责令 限期 (?:已|已经|我)?(?:当场|现场|当面)(?:就|都|也)?(?:指出|要求|反馈|提醒|批评|纠正|整改|清|换) 已经?(?:要求|反馈|告知|责令|提醒)
    (?:急?需要?|应当?|要)(?=尽快|马上|立即|及时|抓紧)
    这[个样](?=属于?|算|是|太|很|比较|要|我|问题) (?:大家|学生|家长|老师|群众)(?:都|也)?反映
  `),
  'g',
)

/** Something that a clause may begin with; `thing` where it is more than a place or a person. */
type Noun = { from: number; to: number; thing: boolean }

function match(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0].length ?? 0
}

/** The thing or person that begins at a place, with what tells where it is. */
function nounFrom(text: string, from: number, lexicon: Lexicon): Noun | null {
  const at = from + match(LEADING, text, from)
  const actor = at + match(ACTOR, text, at)
  const noun = nounEnd(text, at, lexicon)
  const to = Math.max(actor, noun.to)
  return to > at || SOME.test(text.slice(from, at))
    ? { from, to, thing: noun.thing && noun.to >= actor }
    : null
}

function nounsOf(text: string, lexicon: Lexicon): Noun[] {
  const nouns: Noun[] = []
  for (let at = 0; at < text.length - 1;) {
    const noun = nounFrom(text, at, lexicon)
    if (noun) nouns.push(noun)
    at = noun ? noun.to : at + 1
  }
  return nouns
}

const COMPLETE = /^(?:praise|no_issue|denial|method)$/

/** A clause that leaves nothing to be said. */
const isWhole = (clause: string): boolean =>
  clause.length > 2 &&
  !OPEN.test(clause) &&
  !CAUSE.test(clause) &&
  (hasTrouble(clause) || (/^\D/.test(clause) && COMPLETE.test(kindOf(clause, false))))

/** Whether what begins there tells something of its own. */
const tells = (clause: string): boolean =>
  hasTrouble(clause) || /^(?:praise|no_issue|denial|requirement|nothing)$/.test(kindOf(clause, false))

/** Where a clause may begin: at a thing, and behind words that close one. */
function placesToCut(text: string, nouns: readonly Noun[]): number[] {
  const closed = spansOf(text, CLOSED)
    .map(([, end]) => end)
    .filter((at) => !GOES_ON.test(text.slice(at)))
  const begun = nouns.map(({ from }) => from)
  const aside = spansOf(text, ASIDE).map(([start]) => start)
  return [...new Set([...closed, ...begun, ...aside])].sort((a, b) => a - b)
}

/** 没登记来访人员身份证没核验: of two things behind an open verb the first is its own. */
function isObject(clause: string, at: number, nouns: readonly Noun[]): boolean {
  const noun = nouns.find(({ from }) => from === at)
  const told = nouns.some(({ thing, to }) => thing && to <= at && clause.length >= at - to)
  return HALF_OPEN.test(clause) && !told && nouns.some(({ from }) => from === noun?.to)
}

const SHORTEST_CLAUSE = 3
// Shorter words hold no two clauses.
const SHORTEST = 7
// How far a clause is looked at: no message may cost more than its length.
const REACH = 40

const beginsClause = (text: string, start: number, at: number, nouns: readonly Noun[]): boolean => {
  const clause = text.slice(Math.max(start, at - REACH), at)
  return (
    at >= start + SHORTEST_CLAUSE &&
    text.length - at >= SHORTEST_CLAUSE &&
    isWhole(clause) &&
    !isObject(clause, at, nouns) &&
    tells(text.slice(at, at + REACH))
  )
}

/** Where dictated words begin a new clause: 留样不全|消防通道堵了|灭火器过期三具. */
function cutsIn(text: string, lexicon: Lexicon): number[] {
  const nouns = nounsOf(text, lexicon)
  const cuts: number[] = []
  let start = 0
  for (const at of placesToCut(text, nouns)) {
    if (!beginsClause(text, start, at, nouns)) continue
    cuts.push(at)
    start = at
  }
  return cuts
}

/** Parts what was dictated in one breath, without marks: each thing that has a trouble of its own, and each request. */
export function runOn({ plain, lexicon }: Pick<Heard, 'plain' | 'lexicon'>, [from, to]: Span): Span[] {
  const text = plain.slice(from, to)
  if (text.length < SHORTEST) return [[from, to]]
  const starts = [0, ...cutsIn(text, lexicon)]
  return starts.map((start, i): Span => [from + start, from + (starts[i + 1] ?? text.length)])
}
