import { anyOf } from './text.ts'

const whole = (...sources: string[]): RegExp => new RegExp(`^(?:${sources.join('|')})$`)
const head = (...sources: string[]): RegExp => new RegExp(`^(?:${sources.join('|')})`)
const tail = (...sources: string[]): RegExp => new RegExp(`(?:${sources.join('|')})$`)

const DENIED = '(?:没有?|未|无)'
const FOUND = anyOf('有 发现 见到? 看到 查出 检查出 存在')
const ANY = anyOf('什么 啥 任何 明显 大 其他 其它 别的 安全 重大 突出 严重 新 相关 违规 太大')
const ISSUE = anyOf('问题 毛病 异常 隐患 不足 情况 意见')
const SOFTENER = anyOf('暂时? 基本 目前 均 都 全部 也 总体 整体')
const EVERYTHING = anyOf('一切 全部 各项 都 均 总体 整体 各方面 方方面面')
const FINE = anyOf('正常 良好 挺好 很好 不错 合格 达标 规范 没事 安好 ok 好')

/** 没问题, 一切正常: nothing was found. */
export const NO_ISSUE = whole(
  `[^,。;]{0,10}?${SOFTENER}*${DENIED}${FOUND}?${ANY}*的?${ISSUE}(?:了|的|吧|呢|存在)?`,
  `[^,。;]{0,10}?${EVERYTHING}+(?:很|还|挺|比较)?${FINE}(?:的|了)?`,
  '[^,。;]{0,10}?(?:无异常|没毛病|问题没有)',
  '(?:问题)?(?:无|没有|暂无)',
  '(?:暂?未|没有?|无)(?:发现|见到?|存在|出现)[^,。;]{0,12}(?:的地方|现象|行为|的情况)',
  '没有[^,。;]{0,6}的地方',
  '(?:没有?|无|未发现|未见|不存在)[^,。;]{0,6}(?:隐患|泄漏|风险|危险|伤亡|事故)',
)

/** 阅读角搞得很好: the predicate that ends the clause praises. */
export const PRAISE = tail(
  `${anyOf(`
    很好 挺好 蛮好 较好 真好 不错 良好 规范 齐全 到位 整洁 干净 有序 井然 完善 健全 合格 达标 正常 优秀 扎实 丰富 认真
    完整 充足 完好 有效 清晰 浓厚 满意 优美 和谐 到家 落实好 [得很]好 好[得的]很 好评 亮点 推广 学习借鉴 先进 活跃 积极 用心 严格
    及时 畅通 稳定 [很较]安全 还行 还可以 尚可 ok
  `)}(?:了|的|啊|呢)?`,
)
/** Praise that denies a fault is no fault. */
export const PRAISED_BY_DENIAL =
  /不错|没问题|无异常|没毛病|不断|无死角|无一[^,。]*$|没有?(?:发现)?(?:什么|啥|任何|明显)?(?:问题|异常|隐患)/g

const ALREADY = `${anyOf('已经? 现已 我们? 同时 并 也 再 又 还 当场 现场 口头 当面 一并')}*`
/** 要求立即整改. */
export const REQUEST = head(
  ALREADY +
    anyOf(`
      要求(?!落实|执行|不) 请(?!假|客|帖|示) 责令 限期 务必 必须 建议(?!书|箱) 督促 尽快 马上 立即 立刻 抓紧
      望(?=整改|改|学校|尽) 希望(?=学校|校方|能|尽|今后|以后|加) [让叫](?=学校|他们|校长|校方)
    `),
)
/** 提醒标识缺失 and 反馈不及时 begin alike and are findings. */
export const GENTLE_REQUEST = head(ALREADY + anyOf('提醒 叮嘱 反馈 告知 交代 交办'))

const MUST = anyOf(`
  并 且 要 需 应当?(?!该) 应该 须 得 就 都 均 全部 必须 一并 统一 按期 按时 及时 请 能 可以 前 内 给我 再
`)
const MEND = anyOf(`
  整改 改 弄 搞 做 处理 清理 清除 清 解决 更新 加强 加固 整治 规范 登记 培训 公示 重视 注意 落实 补 更换 换 修理? 维修
  修复 装 安装 完成 完善 办结 拆除 拆 搬 配 买 到位 销号 上报 报 交 反馈
`)
const RESULT = anyOf(`
  好 完 掉 正 进 齐 上 新 回来 到位 完毕 完成 完善 管理 教育 检查 排查 巡查 培训 整改 一下 清楚 干净 彻底 走 结果 报告
  情况 反馈 给我 上来 的 了
`)
const AT_ONCE = anyOf('整改 封存 销毁 纠正 拆除 处理 清理 更换 改正 下架 收缴 没收 制止')
const OFFICES = anyOf('科 局 办 部门 股 所 街道 政府')

/** What is asked of the school or of others: no problem of its own. */
export const REQUIREMENTS: readonly RegExp[] = [
  REQUEST,
  whole(`(?:学校|校方|园方|他们)?${MUST}*${MEND}${RESULT}*`),
  whole(
    `[要需请]?[把将对].*${anyOf('好 掉 完 齐 上 到位 干净 更换 整改 清理 清除 维修 修复 新 补充 完善 拆除 处理 登记 培训 改正 加固 张贴 公示 换')}(?:了|吧)?`,
  ),
  whole(`[要需请]?(?:立行立改|即知即改|边查边改|立知立改|马上就改|当场已?${AT_ONCE})(?:了|到位)?`),
  whole(`(?:要|需要?|得|建议|请)?(?:找|由|联系|协调|报)[^,。;]{1,8}${OFFICES}[^,。;]{0,6}`),
  whole('[给请]?(?:他们|学校|校方)?给?[下发开出]?达?(?:一?[个份张])?整改(?:通知书?|单|函)?(?:给|吧|一下)?'),
]

/** 下周六我去复查. */
export const LATER = tail(anyOf('复查 回头看 回访 再来看 再去看 验收'))

const PEOPLE = anyOf('学校 校方 园方 副?校长 园长 负责人 分管领导')
/** What the school did, told without fault. */
export const TOLD_WELL: readonly RegExp[] = [
  head(
    `${anyOf('学校 该校 也 还 正在? 刚 今年 近期')}*${anyOf('搞 开展 组织 举行 召开 进行 举办 做 建立? 制定 配备 安装 更换 新增 完成 落实 设置 设立')}了`,
  ),
  head(
    `${anyOf('副?校长 园长 领导 老师 教师 班子成员')}[^,。]{0,6}${anyOf('带队 在岗 值班 值守 带班 陪餐 在场 接待 迎接 介绍 汇报')}`,
  ),
  head(
    `(?:已经?|都|并)?[和跟与向]?${PEOPLE}[^,。;]{0,4}${anyOf('反馈 沟通 签字 签名 确认 知晓 陪同 承诺 表示 答应 说 交换意见 交流 在场')}`,
  ),
  tail('(?:整改|更换|换|清理|修复?|补|处理|改)(?:好|完|到位)?了'),
]

const COUNT = '(?:[一二两三四五六七八九十\\d几多]+[个处条项点]?(?:方面的?)?)'
const SMALL_WORDS = anyOf(`
  谢谢 辛苦 麻烦 多谢 好 嗯 是 对 行 那个 这个 然后 那 哈 呢 吧 啊 了 的 在 到 和 与 跟 及 从 给 于 都 也 又 再 就 还 并 且
  等 总体 整体 具体 其他 其它 另外? 此外 同时 以及 还有 主要 包括 今年 目前 现在 校长 学校 记录 情况 两校 两所学校 它们
  他们 急 紧急 报告 汇报 督学 本人 如下
`)
const FORM_LABELS = anyOf(`
  督导 检查 被 巡查 走访 学校 单位 日期 时间 地点 方式 方法 内容 事项 结果 问题 人员 督学 情况 记录 名称 意见 建议 整改 期限
  时限 要求 程度 等级 级别 严重程度 存在 发现 的 主要
`)
const WHO_GOES = anyOf(`
  我们? 本人 俺 带队 一起 又 再 刚 已经? 专门 随机 顺便 顺路 还 也 接着 然后 后来 后 转到? 要 准备 打算 计划 按计划 本来
`)
const THERE = anyOf(
  `一?[趟下次圈] 看看 看了看 转转 转了转 那边 那里 校 园 现场 实地 [一两二几三四五\\d]+[个所家](?:学校|校)?`,
)
const SORT_OF_VISIT = anyOf(`
  经常性 日常 随访 常规 例行 专项 综合 飞行 开学 安全 常态化? 挂牌 责任 每?月 入校 到校 现场 实地 工作
`)
const VISITED = anyOf('督导 检查 督查 巡查 视导 走访 调研 督学 巡视 回访 随访 指导')

/** What stands around findings: going there, counting the problems, courtesies, labels of a form. */
export const FILLERS: readonly RegExp[] = [
  whole(
    [
      `${WHO_GOES}*(?:[和代替与跟同][^,。;]{1,4}?)?${WHO_GOES}*`,
      `${anyOf('前往 去 到 来 跑 走 在 赴 进 对 看 往')}*[了过完]?${THERE}*`,
      `${anyOf('进行 开展 做 实施 完成')}?了?(?:一次)?${SORT_OF_VISIT}*${VISITED}*(?:检查|工作)?`,
      `${anyOf('了 的 过 回来 一?[次下] 完 时 中 期间 结果 情况')}*`,
    ].join(''),
  ),
  whole(
    `${anyOf('以上 上述 以下 如下 下列 这些? 那 其 共 一共 总共 合计 发现 存在 查出 有 的')}*${COUNT}?(?:主要)?${anyOf('问题 隐患 不足 毛病 情况')}?${anyOf('如下 是 有 为 都 均 全 部 主要有 主要是 需 要 请 也')}*`,
  ),
  whole(
    `(?:请|帮我?|麻烦|给我)?[都先]?${anyOf('记 登记 记录 录 补记 补录 补登')}(?:一?[下条个次]|上|如下|督导)*(?:吧|哈|谢谢)?`,
  ),
  whole(`${SMALL_WORDS}+`),
  whole(`${FORM_LABELS}+`),
  whole(
    '[如见附看上下]+图[^,。;]{0,6}',
    '[如见附看]?(?:照片|图片|附件|附图)[^,。;]{0,6}',
    '[^,。;]{0,4}(?:照片|图片|视频)[在见如发已附后随][^,。;]{0,6}',
    '(?:语音|视频|转发|表情|位置|链接|小程序)',
  ),
  whole('[一-龥]{1,6}方面(?:存在|有|的)*', '(?:问题|第)[一二三四五六七八九十\\d]+'),
  whole('(?:整改)?(?:完成)?(?:期限|时限|时间|要求)[为是至到于]?'),
  whole(
    '(?:陪同|同行|参加|督导)(?:人员|人|督学)?(?:(?:有|是|的是)[^,。;]*)?',
    '[^,。;]{1,6}(?:陪同|一起|带队|同去|同行)',
  ),
]
