import { anyOf } from './text.ts'

/** What a reason is given for. */
export type Act = 'extension' | 'objection' | 'rejection' | 'cancellation' | 'nomination' | 'interview'

/** A name, and a time, in the text that acts are looked for in: its length is that of the message. */
export const NAME = '§'
export const TIME = '¤'
/** Words that an office has added for an act. */
export const OWN = '▲'

const WISH =
  '能不能|能否|可否|可不可以|是否可以|行不行?|行吗|行么|可以[吗么不]|好吗|成吗|恳请|恳求|请求|拜托|通融|申请(?=[延宽展缓推再多把将¤]|$)|求(?=[延宽展缓推])'
const PRAISED = '表彰|表扬|嘉奖|评[先优]|推优|先进|典型|示范|优秀|标兵|模范|名单'

/** The words that do it: a clause with one of them is the act, or the restatement that it answers, and no reason. */
export const ACTS: Readonly<Record<Act, RegExp>> = {
  extension: new RegExp(
    `宽(?:限|延|[到至几些¤一两半])|放宽|宽裕|延[期长后迟到至缓¤]|推[迟后到至]|顺延|展[期缓延]|缓(?:[到至几些¤一期交]|(?=$))|拖[到至¤几]|往后|后延|[挪移放改定](?:[到至成期]|¤)|晚[点几些一两半¤]|[再多]给|给到|给我们|容(?:我|许)|调整?[到为成]¤|(?:难以?|无法|不能)(?:如期|按[时期])|¤(?:再|前)?(?:交|改完|弄完|报|完成|做完)(?!货)|^(?:麻烦|希望|想)|想申请|${WISH}`,
  ),
  objection:
    /有意见|不属实|不符|不是(?:事实|真的)|异议|申诉|不认(?![真识得])|不认[可同]|不同意|冤枉|冤$|不接受|不服|查无此|误判|误会|不存在这|不成立|不准确|有误|复议|复核|(?:重新|再)(?:认定|核|查|审|评)|没有?这(?:回|种|个)?(?:事|情况|现象)|(?:查|记|搞|弄|写)错|退回重|打回|^(?:那条|这条|通报|通知书?|督学|你们)?(?:说|写|认定|定性?|指)(?:我|学校|本[校园]|是)/,
  rejection:
    /退(?:回|给|稿|件|(?:了|掉)(?![费款钱]))|打回|驳|(?:不|没|未)(?:予)?(?:通过|认可|批准|合格)|不予|不行|不过关|不认(?![真识得])|不同意|不[能可](?:算|销|过)|不算|重新?[做写报拍交弄]|重新整改|返工|收不了/,
  cancellation:
    /取消|撤|删|作废|作罢|不作数|不要|[不别](?:用|再|先)?(?:申请|[改去开办搞弄记报登录提约算存])[了啦]|[别先]记|不算(?![严重大小多])|算[了啦]|收回|[清去抹拿划]掉|重新(?:记|发|报|填|来)/,
  nomination: new RegExp(
    `^(?!.*(?:获|荣|拿了|得了|被评))(?:.*(?:推荐|建议|可以|申请|提名|拟|[请想报列推评给该够提]|作为|当作?|树为|值得|列[入进]).{0,14}(?:${PRAISED})|.*推优)|推荐|提名|自荐|申报|往上推|推[上一]|参评|点个?赞|^(?:通报)?表[扬彰]|^请?(?:考虑|批准|列入)`,
  ),
  interview:
    /约谈|谈话|谈完|回执|签[字名]|存档|归档|^(?:并|已|当场|现场|其)*(?:要求|责令|责成|限|承诺|表态|作出|写|下发|督促|提醒|整改)|参加$|陪同|一[起道]$|同志$/,
}

/** What marks that a reason follows, wherever in a clause; then nothing else is one. */
export const MARK =
  /(?:主要)?(?:是)?(?:因为|由于|(?:原因|理由|事由|缘由|起因)[是为:]?|考虑到|鉴于|针对|因(?![此素果材])|就(?=[^,。]{2,12}(?:问题|一事|的事|情况)))|主要是/
/** What is left of a clause before what it tells: 那边, 报来的, 校长求情说. */
export const LEAD = new RegExp(
  `^(?:[${NAME}${TIME}]+(?=${NAME})|(?:我们|咱们?)(?=${NAME})|${NAME}+(?:那边|这边|那里|[那这][条次个家份]|[交报送发]上?来?)*的?|(?:${NAME}|学校|校方|园方|对方)*(?:校长|园长|书记)?(?:那边|这边)?(?:求情|来电|打电话|找我|托我|跟我)*(?:说|讲|反映|反馈)(?!我)|他们|(?:[${NAME}${TIME}我这那]|刚才?|前面|上面)*[发报填记登录]?的?[那这][条次份]|而且|另外|但是?|不过|毕竟|那边|[,、:的了])+`,
)
/** What is left of a clause behind what it tells, before the act. */
export const TAIL = /(?:所以|故|特此?|现|被|已|[对跟和与把将想要请就为向]|我[校园们]?|学校|于是|[,、])+$/
export const MATTER = /(?:一事|的事情?|事宜)$/
/** Courtesies, and words that only point: a clause of nothing else tells nothing. */
export const EMPTY = new RegExp(
  anyOf(`
    能不能 麻烦 谢谢 多谢 辛苦 拜托 领导 督学 老师 主任 科长 局长 副?校长 副?园长 书记 同志 各位 特此 如下 报告 汇报 情况 盼复 为盼 恳请 望 批准 同意
    审批 谅解 理解 支持 开{1,2}恩 帮帮忙? 帮忙 行行好 打扰 (?:这边)?[跟和]?您?商量个?事? 合不合适 不知道? 一下 请 下 您 你 好 们 吧 了 的 呢 啊 哈 哦 嗯 吗 么
    我校 我园 学校 第[一二三四五六七八九十\\d] [几一两二三四五\\d][个条项]? 我 园 校 那 这 条 个 次 项 份 件 事 记录 督导 申请 期限 时间 地点 对象 事由 上午 下午 今天 昨天
    刚才 刚 正式 已经? 谈的 委托 受 是 和 与 对 到 在 于 把 将 给 进行 通报 说明 材料 照片 整改 负责人 班子 成员 问题 副 也 都 还是 就 [:${NAME}${TIME}]
  `),
  'g',
)
/** 说明我看了; 来不及 and ¤前真装不上, which only say that time is short. */
export const TOLD_OF_THE_ACT = new RegExp(
  `^.{0,10}(?:我|我们|都|已经?)(?:看|审|核|查)[过了完]+(?:照片|材料|报告|视频|说明|佐证)*$|^(?:[我们]|${TIME}+(?:之?前|内)?|实在|真的?|可能|确实|怕是?|有点|恐怕)*(?:来不及|赶不[上完及出]|[下改弄做搞完装交]不[来完了好出成上])(?:了|的|吧)*$`,
)
/** What a stretch must hold to tell something, and not only to name what the act is about (车棚, 体育课那条). */
export const TELLS =
  /没|未|无|缺|少|坏|断|停|才|正在|不|[^为]了|要等|太|是|有|像|假|旧|乱|糊|敷衍|病|住院|出差|放假|下雨|紧|难|慢|好|得|屡|违规|差/
/** 对监控坏了这条 of 对监控坏了这条有异议: what the act is about, however much it tells. */
export const ABOUT =
  /^(?:我们?|我校|我园|学校)?(?:对|关于|把|将|说|您|你们?|督学)|[那这][条个件项](?:问题|事)?$/
