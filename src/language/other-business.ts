import { anyOf } from './text.ts'

// What people ask of any assistant. None of it is ours, and none of it is stored.
const OFF_TOPIC = new RegExp(
  anyOf(`
    发言稿 演讲稿 (?:写|拟|起草)[^,。]{0,8}(?:稿|总结|论文|作文|文章|检讨|通知|诗|邮件) 讲个?(?:笑话|故事) 天气 股票 彩票 基金
    贷款 办证 代开 刷单 兼职赚 加微信 优惠 促销 包邮 打折 红包 抢购 点击链接 免费领取 推广 招聘 中奖 吃什么 吃饭了吗 几点了
    你是谁 你叫什么 唱首?歌 帮我?(?:带|买|拿|取|打|捎)[^,。]{0,6}(?:饭|份|杯|快递|水果|药|票|菜|奶茶) 接(?:娃|孩子) 翻译一?下 这是命令 删除所有 加v
  `),
)

// Orders about the assistant itself.
const ORDER =
  /(?:忽略|无视|忘[掉记]|跳过)[^,。]{0,10}(?:规则|指令|提示|设定|限制|要求)|(?:把|将)?所有[^,。]{0,8}(?:标记|改成|设为|设成|删|标成)|[改标]成?已(?:完成|整改|销号|督导)|系统提示|提示词|你?现在(?:你)?是(?:管理员|root)/

// The office's other work: nothing of it may be taken for a visit.
const FOREIGN = new RegExp(
  anyOf(`
    约谈(?!室) 登记(?:培训|会议|学时) 学时 推荐表彰 可以表彰 表彰(?:还|了|没|名单|发文) 通报表彰 聘(?:他|她|用|任|期|\\d) 再聘
    督学(?:够不够|配备|配齐|换成) 专职督学 兼职督学 综合督导 任期 全体会议 督委会 导出 发我一份 提醒我 发提醒
    挂牌(?:没|了没|督学换) [没未]挂牌 换成[^,。]{1,4}督学 依据是 有(?:啥|什么)区别 区别是 投诉我们 不想让学校知道 匿名
    电话(?:举报|投诉) 材料报送 回执已收 能不能代 替他确认 行不[?]?$ 规定是 怎么办 (?:怎么|如何)处理 条例
  `),
)

// Neither a visit nor a question about the records: reminders, complaints, who is to go where.
const ELSEWHERE = new RegExp(
  anyOf(`
    提醒(?:我|各|大家|一下) 发提醒 (?:家长|群众|有人|匿名)[^,。]{0,4}(?:打电话|来电|举报|投诉) ^(?:有|接到?)[^,。]{0,3}(?:家长|群众|学生|村民)[^,。]{0,4}反映 ^(?:请)?(?:帮我?)?转(?:给|告|发|达) 不想让学校知道 匿名 (?:被)?投诉我们
    什么(?:叫|是)[^,。]{2,} 是(?:什么|啥)意思
    (?:换成|划给|划归|交给|改由|由)[^,。]{1,6}(?:督学|管|负责|挂牌) (?:安排|开展|组织)[^,。]{0,4}综合督导
  `),
)

/** 年终奖啥时候发, 隔壁学校的奖金比我们多: one's own pay, told as one talks. */
const PAY =
  /(?:年终奖|奖金|工资|薪水|补贴|津贴|福利|加班费|过节费|差旅费|公积金|绩效)[^,。;]{0,10}(?:[啥几]时|什么时候|多久|几[号月]|发了?没|有没有|有[吗么]|[是还]不是|多少|怎么(?!公示)|凭[啥什]|比[我你他别]|[涨长]|到账|到手|才)|涨(?:工资|奖金|补贴|薪)|凭[啥什么]+[^,。;]{0,6}(?:钱|奖|工资)|(?:钱|奖|工资)[^,。;]{0,12}凭[啥什]/
/** 我提议把校长叫来约谈: nothing of it has taken place. */
const PROPOSES_INTERVIEW =
  /(?:建议|提议|提请|申请|拟|想|打算|准备|应当?|该|请求)[^,。;]{0,12}约谈(?![了过完]|记录|材料)/
const INTERVIEWED = /已[^,。;]{0,8}约谈|约谈[了过完]|约谈[^,。;]{0,8}(?:完毕|结束|做完)/

/** 请各责任区周五前报送总结: an office's order, and no wish to be shown one. */
const TO_BE_SENT =
  /各(?:县|区|市|校|园|责任区|督学|处室|科室|单位|片区|学校)[^,。;]{0,12}(?:报送|上报|报来|报上来|交来|交上来)(?!的|情况|率)/

/** What words that stand for an intent of ours are plainly said of besides; the scale, which goes by the words, has no say. */
export const isOtherTalk = (plain: string): boolean =>
  (PAY.test(plain) && !/约谈|谈话/.test(plain)) ||
  TO_BE_SENT.test(plain) ||
  (PROPOSES_INTERVIEW.test(plain) && !INTERVIEWED.test(plain))

export const isElsewhere = (plain: string): boolean =>
  ELSEWHERE.test(plain) || PAY.test(plain) || TO_BE_SENT.test(plain)
export const isOrder = (plain: string): boolean => ORDER.test(plain)
export const isOffTopic = (plain: string): boolean => OFF_TOPIC.test(plain)
export const isForeign = (plain: string): boolean => FOREIGN.test(plain)
