import type { Span } from '../understanding.ts'

/** Ends with a word for a kind of school, so that it can hardly be anything else. */
const KIND_END =
  /(?:小学|中学|幼儿园|幼稚园|学校|学堂|学院|保育院|教学点|中心校|校区|分校|分园|完小|高中|初中)$/
export const hasKind = (form: string): boolean => KIND_END.test(form)

const ABBREVIATION =
  /(?:^|[^\d])(?:[一二三四五六七八九十百]|\d){1,4}(?:中|小|幼|高|实小|实中|实幼)$|[实附][小中幼]$|[一-龥]{2}中小$|特[校教]$|职[中校专高]$/
/** A stem alone (文清, 蓝天): a school only where a school's name can stand. */
export const isBare = (form: string): boolean => !hasKind(form) && !ABBREVIATION.test(form)

const NUMERAL_START = /^[一二三四五六七八九十百\d]/
const BEFORE_NUMERAL = /[第初高周期拜每这那几一二三四五六七八九十百零\d.-]$|\d:$/
const AFTER_ZHONG =
  /^(?:小学(?![部生])|幼儿园|(?![的和与跟及、])[一-龥](?:小学|中学|幼儿园)|[午央考期旬间等途毒断]|全会|心(?!小学|幼儿园|校))/
const AFTER_XIAO = /^(?:时(?!发现|查|看)|[部块孩段处瓶包箱盒袋片撮节间组步个伙型半点堆截串把圈]|学[生段])/
const AFTER_SHI = /[落真充切现踏扎诚确证核务老忠]$/

/** 周三中午, 三中全会, 有一小部分 and 落实小学生 name no school. */
function abbreviationFits(form: string, head: string, tail: string): boolean {
  if (NUMERAL_START.test(form) && BEFORE_NUMERAL.test(head)) return false
  if (form.endsWith('中') && AFTER_ZHONG.test(tail)) return false
  // 二小学生午间去网吧: 学生 behind a numbered school are its pupils.
  const pupils = /^[二三四五六七八九十\d]+小$/.test(form) && /^学生/.test(tail)
  if (form.endsWith('小') && ((AFTER_XIAO.test(tail) && !pupils) || /有$/.test(head))) return false
  return !(form.startsWith('实') && AFTER_SHI.test(head))
}

/** Ordinary words of an inspection that begin as many a school's name does. */
const ORDINARY =
  /^(?:实验(?:室|课|员|器|药|仪|楼|教|操|开|耗|台|报|区|班|材|柜|用)|健康(?:证|教|体|档|监|状|副|检|知)|卫生(?:间|室|死|状|清|打|差|不|条|许|较|环|保|检|习|评|工|角|消|防)|体育(?:课|器|设|馆|场|活|老|教|中|锻|室)|平安(?:校|建|班)|阳光(?:分|招|体|大|跑|午|照|厨)|文明(?:校|班|礼|用|就)|文化(?:墙|课|建|活|长|氛)|艺术(?:节|课|展|教)|科技(?:节|馆|活|教|室)|劳动(?:课|教|实|基)|心理(?:健|辅|咨|教|课)|书香(?:校|班)|光明(?:行)|未来(?:教|三|几)|希望(?:学|你|能|尽|贵)|中心(?:校|发)|交通(?:安|秩|护|标|拥|信|不)|电子(?:屏|白|阅|档|巡)|新华(?:书)|东方(?:时)|光荣(?:榜)|和平(?:时)|团结(?:协)|诚信(?:考)|快乐(?:体|课)|幸福(?:感)|人民(?:群|警|政|币|代|医|调|子)|青年(?:教|老|志|骨|文)|少年(?:宫|先|儿)|建设(?:有|得|情|经|成|项|工|方|标|资|不|用|规|进|周)|胜利(?:召|完|结|闭)|科学(?:课|实|发|防|家|素|老)|国防(?:教)|长征(?:精)|红军(?:精)|雷锋(?:精)|英才(?:计)|解放(?:思|军))/
const PLAIN_WORDS: ReadonlySet<string> = new Set(
  '检查 问题 整改 材料 台账 记录 设备 设施 课堂 课间 作业 手机 安保 监控 门禁 晨检 留样 校车 师德 收费 课程 资料 教师 老师 校长 园长 督学 昨天 上午 下午 本周 上周 我们 已经 现场 重点 反馈 发现 没有 申请 登记 健康 卫生 体育 安全 消防 食堂 文化 科技 艺术 交通 电子 东门 西门 南门 北门 大门 校门 后门 侧门 前门 操场 教室 校园 中心 学生 教师 家长 门口 楼梯 围墙 水库 池塘 车站 市场 公园 广场 河边 山坡 阳台 宿舍 厨房 门卫 保安 仓库 机关 师范 职工 实践 劳动 心理 希望 今天 明天 未来 党建 团结 文明 健身 平安 书香 快乐 幸福 安静 温馨 整洁 优秀 先进 示范 标准 规范'.split(
    ' ',
  ),
)

/** An ordinary word of inspections, which is a school's name only where nothing else can stand. */
export const isPlainWord = (word: string): boolean => PLAIN_WORDS.has(word)

/** What may follow an ordinary word that is a name, and what is said of a name alone. */
const ENDS_NAME = /^(?:$|[\s,。;!?:、的和]|督导|检查|巡查|复查|[那这][条个边次]|看|查)/
const TELLS_OF_NAME = /^(?:昨|今[天早]|前天|上周|[那这][条个边]|逾期|去了)/

/** 朝阳公园 and 桃源村 are no schools. */
const ANOTHER_PLACE =
  /^(?:县(?!里|城)|市(?![里场])|区(?!里)|公园|路(?![被断滑面上不太烂塌远难还没])|街|村|镇|乡|社区|广场|派出所|医院|超市|小区|大道|宾馆|酒店|殿)/
const VISIT_VERB =
  /(?:去了?过?|到了?|来了?到?|跑了?|走了?|前往|赶[到赴]|赴|暗访|夜查|突访|路过|途经|看了?|在|进了?|对|给|把|约谈[了过完]?|从|查了?|督导了?|督查了?|检查了?|巡查了?|走访了?|抽查了?|回访了?|复[查核验]了?|核[查验]了?|听了?|由|让|是|换[成作]|改[成作]|写成|[改更][正报]?为|成|蹲点|看了[一二两三半\d]+个?(?:天|上午|下午|小时)|负责|管|推荐|提名|听说|据说|表扬|表彰|取消|撤销|撤回|删掉?|删除|安排|校名|学校|[去到查看跑发报填登录记]的|(?:去|跑|走|到|看)(?:了|过)?一?[趟下次圈]|[上下中]午|[早晚]上|全天|[上这本][次回])[:\s"“]*$/
const CONNECTIVE = /(?:和|与|跟|及|以及|还有|、|,|,?又去了?|再去了?|顺便去了?)\s*$/
const CLAUSE_START = /(?:^|[\s,。;!?:、()[\]【】"“」「)\-—])$/

/** What stands before a possible name: nothing but the date, a verb of going, the start of a clause, or a plain word. */
export type Before = 'start' | 'verb' | 'clause' | 'word'

/** So many characters stand at most between what belongs together, lest a long text be read over and over. */
const NEAR = 16

/** `taken`: the dates and parts of day, and the schools before. */
export function standsAfter(text: string, from: number, taken: readonly Span[]): Before {
  const head = text.slice(0, from)
  if (/^[\s,:"“]*$/.test(head)) return 'start'
  if (VISIT_VERB.test(head.slice(-8))) return 'verb'
  if (
    taken.some(
      ([, end]) =>
        end <= from &&
        from - end <= NEAR &&
        /^[的\s,:]*(?:[上下中]午|[早晚]上?)?[的\s,]*$/.test(text.slice(end, from)),
    )
  )
    return 'start'
  if (/(?:[\s,]|^)(?:我|我们|俺)$/.test(head.slice(-NEAR))) return 'start'
  return CLAUSE_START.test(head.slice(-1)) || CONNECTIVE.test(head.slice(-4)) ? 'clause' : 'word'
}

const KINDS_OF_SCHOOLS = /(?:哪些|各个?|所有|全部|全)[市县区镇乡]?的?$/

/** Whether a form found in the text can be the name of a school there. */
export function mayBeSchool(text: string, [from, to]: Span, stands: Before): boolean {
  const [form, head, tail] = [
    text.slice(from, to),
    text.slice(Math.max(0, from - 3), from),
    text.slice(to, to + 4),
  ]
  if (/^中心(?:小学|幼儿园|校)$/.test(form) && stands === 'word') return false
  // 石塘中小学 are all schools there.
  if (form.endsWith('中小') && tail.startsWith('学')) return false
  if (hasKind(form)) return !(NUMERAL_START.test(form) && /[第一二三四五六七八九十百\d]$/.test(head))
  // 哪些县的特校, 全市职校 are schools of a kind.
  if (KINDS_OF_SCHOOLS.test(text.slice(Math.max(0, from - 6), from)) && /^[特职]/.test(form)) return false
  if (!isBare(form)) return abbreviationFits(form, head, tail)
  if (stands === 'word' || ORDINARY.test(text.slice(from, to + 3)) || ANOTHER_PLACE.test(tail)) return false
  if (!isPlainWord(form)) return true
  return (stands === 'verb' && ENDS_NAME.test(tail)) || (stands === 'start' && TELLS_OF_NAME.test(tail))
}
