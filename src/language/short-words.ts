import type { Heard } from './hear.ts'
import { isOtherTalk } from './other-business.ts'
import { whyOf } from './rectifications/reasons.ts'
import { withoutRecord } from './records.ts'
import { blanked } from './text.ts'
import type { Listening, Understanding } from './understanding.ts'

const END = '(?:了|吧|啊|呀|哈|呢|的)*[\\s,。!~]*$'
const whole = (source: string): RegExp => new RegExp(`^[\\s,。!]*(?:${source})${END}`)

const CONFIRM = whole(
  '(?:(?:对|对的|是|是的|嗯|好|好的|行|可以|没错|正确|确认|确定|属实|无误|ok|yes|就这样|就这么记|保存|提交|上报|发吧|记吧|同意|没问题|都对|全对)[\\s,。!]*)+',
)
const ALL_FINE = whole('(?:这|那)?[两俩2三3四4几](?:个|所)*(?:学校|校|园)?(?:也?都|全)?没有?(?:啥|什么)?问题')
const ACKNOWLEDGE =
  /^(?:好的?|嗯|已|我们|学校|我校)?[\s,。]*(?:已经?)?(?:收到|签收|知悉|已阅|阅知|收悉)(?:了|通知书?|该|谢谢|,|。|!|\s|我们|学校|马上|立即|立刻|尽快|抓紧|一定|会|就|按要求|按时|去|安排|整改|落实|处理|办理)*$/
const GREETING = whole(
  '(?:(?:你好|您好|早|早上好|上午好|中午好|下午好|晚上好|晚安|在吗|在不在|hi|hello|嗨|哈喽|辛苦|辛苦啦|谢谢|谢谢你|谢谢您|多谢|感谢|再见|拜拜|新年快乐|节日快乐|周末愉快|督导助手|助手|小助手)[\\s,。!~]*)+',
)
const HELP =
  /^(?:我要|我想|开始)?(?:记|录|登记)(?:[一1]?[次条个])?(?:督导|记录)?[\s。!]*$|^(?:帮助|help|\?$|使用(?:说明|方法)|说明书?|功能|菜单|指南|教程|操作指南|操作手册)[\s。!?]*$|(?:怎么|如何|咋)(?!样|还|没|不|回事)[^,。]{0,4}?(?:用|使用|操作|登录|绑定|注册|记录?|登记|上报|提交|签收|申请|办|销号|复查|确认|写|填|弄|改|撤回|回复|答复|报|发|问|查|交|传|上传|看|导|加)(?!得|成)[^,。]{0,10}$|(?:你|助手|机器人)(?:都|到底)?(?:会|能|可以)(?:做|干|帮我?做?)?(?:些)?(?:什么|啥|哪些)|有(?:什么|啥|哪些)(?:功能|指令|口令|命令)|(?:能|可以)(?:不能)?发(?:照片|图片|视频|文件|语音)|(?:要|该|应该|得)?(?:发|说|打|输)(?:什么|啥)(?:话|字|口令|内容)|(?:该|要)?(?:怎么|如何|咋)(?:说|写|发|讲)(?=$|[\s,。?!])|(?:口令|指令|命令)(?:是|有)(?:什么|啥|哪些)|不会用|用法|发什么(?:可以|能|才)|(?:流程|步骤)(?:是|有)?(?:什么|啥|哪些|怎么|咋)|教(?:教|一下|下)我?|(?:给|举)个例子|^(?!.*(?:会议|纪要|例会)).*(?:往|在|到|去|从)(?:哪儿?|哪里)(?:申请|办理?|点|设|改|看(?!的)|传|交|进|打开|发|上传|提交|填|记|看说明|看(?!的)|找(?:到)?)|有没有[^,。]{0,4}(?:手册|说明|教程|指南)|语音(?:能|可以)|(?:下一步|接下来|然后|之后)[^,。]{0,6}?(?:点|按|选|做|干|弄|操作|处理|怎么|咋|如何)[^,。]{0,4}(?:哪|什么|啥|办|弄|做)[^,。]{0,3}$|(?:点|按|选|戳)(?:一下)?(?:哪[个里儿]?|什么|啥)(?:键|按钮|地方)?[\s?。]*$|按钮(?:在哪|找不到|是哪)|哪个?(?:页面|菜单|入口|按钮)|先(?:干|做|点|弄|按)(?:什么|啥|哪)|(?:能|可以)(?:不能|不可以)?(?:用|发)?语音(?:怎么|如何)(?:跟|和)你说/

const CANCEL =
  /^(?:这条|这个|那|那就)?(?:算了|[先暂]?(?:不|别)记了?|不记了|别记了?|不用记了?|不要了|作废|撤回|撤销|撤|取消|删了?|删掉|删除)(?:算了|[先暂]?(?:不|别)记了?|不要了|作废|撤回?|撤销|取消|吧|这条|这个|它|了|一下|重新?(?:来|发|报|记|说)|(?:刚才|刚刚|前面|上面)(?:的|[那这][条个次])|草稿|记录|[,\s。!])*$/
const CANCEL_NAMED =
  /(?:刚才?[发报记填交说]的|刚才那条|刚才的|上一条|上条|那[条次个]|这[条次个]|记录|督导|通知|会议|[一-龥]会|约谈|复查|回头看|培训|推荐|申请|安排|行程|计划|的事)[^,。]{0,8}?(?:作废|撤回|撤销|撤了|撤掉|撤(?=$|[\s,。;])|取消|删(?:了|掉|除)?吧?|不算(?!严重|大|小|多)|算了|不要了|不去了|不做了|不开了|不搞了|不办了|别(?:提?交|发|报|送|登)|[别不]约了?|先(?:放|缓|搁)一?[放缓搁]|移除|消掉|停[办开](?!没|吗)|黄了|泡汤|免了|推掉)|(?:作废|撤回|撤销|取消|删除|删掉|撤掉)(?:刚|上一|原定|那次|安排|最后|今天|昨天|我|这|那|一?条)[^,。]{0,12}$|不(?:再|用)?(?:申请|要)?(?:延期|宽限)了|^(?:请|帮我|麻烦)?(?:把[^,。]{0,4})?(?:取消|撤销|撤回|收回|删除|删掉|撤掉)[^,。]{0,10}(?:记录|督导|复查|约谈|会议?|培训|申请|安排|推荐|登记|行程|报告|那[条次个])/
const ITEM = /第[一二三四五六七八九十\d]|最后一[条个]/

/** One word, or a few of no content. What they refer to is not known here. */
export function readShortWord(heard: Heard, { draftOpen, speaker }: Listening): Understanding | null {
  const { plain, numbers } = heard
  if (ACKNOWLEDGE.test(bare(heard)))
    return { intent: 'acknowledge', numbers: numbers.map(({ number }) => number) }
  // For an inspector without a draft 没问题 is what he found.
  const found = speaker.side === 'inspector' && !draftOpen && /没问题/.test(plain)
  if (CONFIRM.test(plain) && !found) return { intent: 'confirm', allFine: false }
  if (draftOpen && ALL_FINE.test(plain)) return { intent: 'confirm', allFine: true }
  if (GREETING.test(plain)) return { intent: 'greeting' }
  return HELP.test(plain) && heard.schools.length === 0 && !isOtherTalk(plain) ? { intent: 'help' } : null
}

/** The message without its numbers. */
const bare = ({ plain, numbers }: Heard): string =>
  numbers.reduceRight((text, { span }) => text.slice(0, span[0]) + text.slice(span[1]), plain).trim()

/** 灭火器那条不要了 drops an item of a draft; 阳明那条 and 刚才那条 are records. */
function namesItem({ plain, schools, dates }: Heard): boolean {
  const named = /([一-龥]{2,8})[那这][条个项]/.exec(
    blanked(
      plain,
      [...schools, ...dates].map(({ span }) => span),
    ),
  )
  return (
    ITEM.test(plain) ||
    (schools.length === 0 &&
      named !== null &&
      !/刚|才|[发报记填录登交]的|上[面一午]|下午|最后|记录/.test(named[1]!))
  )
}

/** 章贡-25-0012 作废: what is left when the number is gone. */
const CANCEL_IT =
  /^[\s,。!的把将]*(?:这条|那条|记录)?(?:作废|撤回|撤销|取消|删(?:了|掉|除)?吧?|不算|算了|不要了)/

/** 算了, 刚发的作废, 把阳明上午那条删了吧，记重了, 章贡-25-0012 作废. */
export function readCancel(heard: Heard): Understanding | null {
  const { plain } = heard
  const { rest, record } = withoutRecord(heard)
  const named = record !== null && CANCEL_IT.test(rest.plain.trim())
  if (!named && !CANCEL.test(plain) && (!CANCEL_NAMED.test(plain) || namesItem(heard))) return null
  return cancellationIn(heard)
}

/** What is withdrawn, and why. */
export function cancellationIn(heard: Heard): Understanding {
  const { record } = withoutRecord(heard)
  return { intent: 'cancel', school: heard.schools[0] ?? null, reason: whyOf('cancellation', heard), record }
}
