import { asks } from './questions/asking.ts'
import type { Heard } from './hear.ts'
import { whyOf } from './rectifications/reasons.ts'
import type { Understanding } from './understanding.ts'

const PRAISED = /点个?赞|表彰|表扬|嘉奖|评先|评优|推优|先进|优秀督学|示范校|典型|奖励/
const NOMINATES =
  /推荐|推优|提名|点个?赞|作为(?:典型|示范|先进)|^表扬(?!名单|结果|文件)|点名表扬|申报[^,。]{0,8}(?:示范|先进|典型)|(?:建议|申请|拟|想|请)[^,。]{0,4}(?:表扬|表彰|嘉奖)|(?:报|推|列[入进]|参评|评)[^,。]{0,10}(?:先进|表彰|表扬|典型|示范|优秀)|(?:值得|可以)[^,。]{0,4}(?:表彰|表扬)/
const ASKS_ON = /名单|名额|结果|文件|发文|公示|批下来|受过|得过|获|到哪|有没有|出了没/

/** 推荐四中评先进, and 今年表彰发文了没. 通报批评 is neither. */
export function readCommendation(heard: Heard): Understanding | null {
  const { plain } = heard
  if (!PRAISED.test(plain) && !/推荐/.test(plain)) return null
  const nominates = NOMINATES.test(plain)
  if (nominates && /列[入进]|值得|推广|吧[\s。]*$/.test(plain) && !/[?吗没]$/.test(plain))
    return nominationIn(heard)
  if ((asks(plain) && !/^推荐/.test(plain)) || (ASKS_ON.test(plain) && !nominates))
    return { intent: 'query_commendation' }
  return nominates ? nominationIn(heard) : null
}

/** A nomination, and what is praised. */
export const nominationIn = (heard: Heard): Understanding => ({
  intent: 'nominate_commendation',
  reason: whyOf('nomination', heard),
})
