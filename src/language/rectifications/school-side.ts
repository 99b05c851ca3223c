import type { Day } from '#src/domain/day.ts'
import { dayAhead, dayDone, type DateHeard } from '../dates.ts'
import type { Heard } from '../hear.ts'
import { whyOf } from './reasons.ts'
import { asksWhether, restOf } from './reinspections.ts'
import { matterOf } from '../visits/matters.ts'
import { hasTrouble } from '../visits/troubles.ts'
import type { Listening, Understanding } from '../understanding.ts'

const EXTENSION =
  /宽[限延]|延期|延[到至]|延长|延迟|推迟|展期|缓(?:几天|一缓|缓|些天|到|至|[一二两三四五\d]+[天周个])|晚(?:几天|些天|[一二两三四五\d]+[天周个]|[到至]|点(?![回到下上来去走吃睡儿]))|推后|押后|来不及|再交(?![一两下])|再给[^,。]{0,6}(?:天|周|日|月|时间)|多给[^,。]{0,6}(?:天|周|日|月|时间)|(?:需要|再要|要)(?:更多|多一?点|一?点|些)?时间|再缓|缓半|给到|期限[^,。;]{0,8}(?:太紧|不够|太短)|往后[延推挪移放]|延后|顺延|(?:改到|等到|拖到|放到)[^,。;]{0,8}(?:再|才)?(?:交|改|报|弄|完)|给我们?(?:到|至)|展缓|(?:期限|时间|日期)[^,。]{0,6}(?:顺延|后延|放宽)|(?:交|报|改完|弄完|做完|完成|弄好|改好)[,，\s]*(?:行吗|可以吗|行不行?|好吗|成吗|可否|能行吗)/
/** 要等到周末才有空，改到下周一行吗: the day to which it is moved. */
const MOVED_TO =
  /(?:[延推改缓放宽拖挪移调给定](?:期|迟|长|限|整)?|宽限|放宽|顺延|展期)[到至成为在]$|(?<!整)改$/
/** 下周一成吗, 22号完工可以吗: of several days the one that is asked for. */
const IS_ASKED = /^[^,。;\s]{0,8}?(?:行|可以|成|中|好|可)(?:不行|不可以|不成|不|吗|么|否)/
const TILL = /(?:到|至|延|缓|给|推迟|顺延|宽限|延长)$/
const OBJECTION =
  /不属实|不符合?(?:事实|实际)|与事实不符|不是事实|有异议|提出?异议|申诉|不认可|不认同|不同意|冤枉|不是我们|(?:查|记|搞|弄)错了|没有?这回事|不存在这|误判|不接受|(?:这|那)[条个项点](?:说法)?(?:不对|不准确|不成立|不实)|看错|有误|复议|(?:申请|提出|要求)复核|(?:我们|学校|我校)?(?:早就|一直|明明|本来就)(?:有|在|是)|没有?这种(?:情况|现象|事)|与实际不符|不存在(?:的|这)|[写说记查认定]得?不(?:对|准|实)(?!吗)|核实[^,。;]{0,4}(?:撤|取消|改|更正|去掉|删)|调(?:取|看|阅|一?下)?监控(?:看|核|查|$)|[没不无][^,。;?]{1,12}[,\s;。]+(?:哪来|何来|哪儿来|哪里来|哪会|怎么会|咋会|怎么可能|何谈)|^[^,。;]{0,8}不[认服](?:$|[,\s。;了!])|太武断|冤得很|(?:我们?|[我本]校|[我本]园|学校)[^,。;]{0,8}有意见|^对[^,。;]{2,14}有(?:意见|看法)|(?:通报|情况|反映|所述|内容)(?:严重)?不实|锅[^,。;]{0,4}不背|(?:请|望|麻烦)[^,。;]{0,8}(?:重新|再次?)核[实查对]|(?:这|那)[条个项点事]真?的?不是我们/
const DONE =
  /(?<![没未不])(?:整?改(?:好|完|掉|正|到位|了|过来)|整改(?:好|完|到位|了|完成|完毕)|换(?:了|好|新|过|上)|更换(?:了|完|好)?|换成|清(?:了|理了|理好|理完|理干净|空|掉|走|好|完|除了)|修(?:了|好|复)|维修(?:了|好|完)|补(?:了|齐|上|好|全)|装(?:了|好|上)|安装(?:了|好|完)|买了|购置|配(?:了|齐|好)|贴(?:了|好|上)|处理(?:了|好|完)|弄好|搞好|做好|搞定|完成|落实(?:了|好|到位)|解决(?:了|好)|拆(?:了|除)|搬(?:了|走|开)|消除|申请销号|请(?:予以|督学)?销号|报告(?:已经?)?(?:交|提交|报|写好|上传)(?:了|好)|(?:重新|全部|都|已经?)?[做换修补清搬退堵划停装加铺焊刷疏通改建搞买配登贴挂整撤拆锁移摆扫洗盖填垫签订印查]{1,2}(?:上|好|完|空|掉|齐|通|高|新|走|净|平|满|大|亮|严|回)?了(?!没|吗)|退(?:给|还)|停办|可以销号|完工|竣工|验收合格|上架|到岗|办(?:了|好|结)|停(?:了|用了|课了)|(?:铺|垫|焊|刷|盖|加|建|填|平|压|包|锁|订|擦|洗|扫|种|移|封|开放|公示|登记|补登|调|签|退|收|撤|接|通|设|立|粘|钉|加固|加装|配备|培训|召开)(?:好|完|上|齐|了|平|实|掉|到位)|挪(?:了|开|走)|已(?:整改|更换|清理|修复|维修|补齐|安装|落实|完成|解决|处理|拆除))/
const NOT_AN_ITEM = /照片|发票|图片|附件|视频|截图|单据|在这|见图|如图|请(?:查收|督学|复查|审)|麻烦/
const ITEM_LEAD =
  /^(?:\d{1,2}[.、)]|的|了|我们?|学校|我校|已经?|都|把|将|对|也|那个|这个|关于|昨天|今天|刚|并|同时|另外|\s)+/
const ITEM_TAIL =
  /(?:问题|这?[条项个]|都|已经?|均|全部|全|也|我们?|学校|于|现|现在|就|的|今天|昨天|被|给|\s)+$/

const cleaned = (words: string): string => words.replace(ITEM_LEAD, '').replace(ITEM_TAIL, '').trim()

/** 留样和通道 of 留样和通道都改好了; nothing where only 改好了 was said. */
function itemsOf(clauses: readonly string[], done: RegExp): string[] {
  return clauses.flatMap((clause) => {
    const at = clause.search(done)
    if (at < 0 || NOT_AN_ITEM.test(clause.slice(0, at))) return []
    return clause
      .slice(0, at)
      .split(/[和、及与跟]/)
      .map(cleaned)
      .filter((words) => words.length > 0)
  })
}

/** 能不能宽限到下周三 供货没到. */
export const readExtension = (heard: Heard, listening: Listening): Understanding | null =>
  EXTENSION.test(heard.plain) ? extensionIn(heard, listening) : null

const DUE_MOVED = /(?:期限|时限|(?:完成|整改|截止)(?:时间|日期))[^,。;]{0,4}[改推挪移调]整?(?:到|成|为|至)/
const OTHER_DAY = /(?:能|可以|可否|想|请)改[到成为在]?$/

/** 18号太赶, 周五交不上: the day that is not met. */
const NOT_MET =
  /^(?:之?前)?[^,。;\s]{0,6}(?:太[赶紧急]|赶不|来不及|不够|[交完弄改做报装修换补][^,。;\s]?不[上完了成出好及])/

/** 期限改成12月5号, 能改25号么 of a school is what it asks for: nothing that it writes itself has a date due. */
export const readMovedDue = (heard: Heard, listening: Listening): Understanding | null =>
  DUE_MOVED.test(heard.plain) ||
  heard.dates.some((each) => OTHER_DAY.test(before(heard, each)) || isNotMet(heard, each))
    ? extensionIn(heard, listening)
    : null

const isNotMet = ({ plain }: Heard, { span }: DateHeard): boolean => NOT_MET.test(plain.slice(span[1]))
const before = ({ plain }: Heard, { span }: DateHeard): string => plain.slice(0, span[0])

/** What a message that asks for more time, in those words, says of it. */
export function extensionIn(heard: Heard, listening: Listening, words = EXTENSION): Understanding {
  const { today } = listening
  const { schools, numbers } = heard
  const told = heard.dates.filter(({ day }) => day !== null)
  const met = told.filter((each) => !isNotMet(heard, each))
  const dates = met.length > 0 ? met : told
  const asked = Math.max(0, heard.plain.search(words))
  const to =
    dates.find((each) => MOVED_TO.test(before(heard, each))) ??
    dates.find(({ span }) => IS_ASKED.test(heard.plain.slice(span[1]))) ??
    dates.find((each) => /[到至]$/.test(before(heard, each))) ??
    dates.find((each) => TILL.test(before(heard, each))) ??
    dates.find(({ span }) => span[0] >= asked) ??
    dates.findLast(({ as }) => as === 'deadline') ??
    dates[0]
  return {
    intent: 'request_extension',
    school: schools[0] ?? null,
    numbers: numbers.map(({ number }) => number),
    // 给到20号 asks for the twentieth to come.
    to: to?.day && to.day < today ? dayAhead(heard.plain.slice(...to.span), listening) : (to?.day ?? null),
    reason: whyOf('extension', heard),
  }
}

/** 这个问题不属实，我们有记录的. */
export const readObjection = (heard: Heard): Understanding | null =>
  OBJECTION.test(heard.plain) ? objectionIn(heard) : null

const MENDS_OWN = /刚|更正|改(?:成|为|到)|应为|撤[回销]|取消/
/** 是停电，请核实后取消该问题. */
const CONTESTS = /核实|属实|异议|申诉|复[核议]|不认[可同]?(?:$|[,。\s])/

/** 第三条写错了吧 of a school’s person contests; 刚报的写错了 mends his own words. */
export const readContested = (heard: Heard): Understanding | null =>
  MENDS_OWN.test(heard.plain) && !CONTESTS.test(heard.plain) ? null : readObjection(heard)

/** What a message that contests a finding gives as its reason. */
export function objectionIn(heard: Heard): Understanding {
  const numbers = heard.numbers.map(({ number }) => number)
  return { intent: 'object', numbers, reason: whyOf('objection', heard) }
}

/** 留样和通道都改好了: the school's report. */
export const readSubmission = (heard: Heard, today: Day): Understanding | null =>
  DONE.test(heard.plain) && !isOpen(heard) ? submissionIn(heard, today) : null

/** It is only asked or meant to be done: 能不能改好, 谁改好了. */
export const isOpen = ({ plain }: Heard): boolean =>
  /能不能|可不可以|能否|可否|打算|准备|谁|什么时候|哪[个位天]/.test(plain) || asksWhether(plain)

/** What a message that reports a rectification, in those words, says of it. */
export function submissionIn(heard: Heard, today: Day, done = DONE): Understanding {
  const { schools, numbers } = heard
  return {
    intent: 'submit_rectification',
    school: schools[0] ?? null,
    numbers: numbers.map(({ number }) => number),
    items: itemsOf(restOf(heard), done),
    // 今天装到位: said of what is done, no day is the one by which it shall be.
    date: dayDone(heard.dates, today) ?? (heard.dates.some(({ day }) => day === today) ? today : null),
  }
}

const COMPLETED =
  /(?:已经?|全部|都)[一-龥]{2,5}(?=$|[\s,。;!])|[一-龥](?:了|好|完|毕|妥|到位|达标|布置|规范|正常|齐全?|落实|更新)(?=$|[\s,。;!])/
const NOT_DONE = /没|未|不|还|正在|准备|打算|将|会(?!议)|尽快|马上|明天|计划|吗|\?|知道|收到|请假|出差|希望/
const OURS = /问题|整改|通报|意见|隐患|要求|督学|督导/

/** 图书角添了新书，照明也达标了: told of what an inspector looks at, as done, and with no word of trouble. */
export function readLikelySubmission(heard: Heard, today: Day): Understanding | null {
  const { plain, lexicon } = heard
  if (!COMPLETED.test(plain) || NOT_DONE.test(plain) || hasTrouble(plain)) return null
  if (!OURS.test(plain) && matterOf(plain, lexicon) === null) return null
  return submissionIn(heard, today)
}
