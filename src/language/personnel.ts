import { addDays, mondayOf, type Day } from '#src/domain/day.ts'
import { daysAhead } from './dates.ts'
import type { Heard } from './hear.ts'
import type { Listening, Understanding } from './understanding.ts'

/** Words about people themselves: who is suspended, has left, stands in for whom, and what is kept about the speaker. */

const NAME = '[一-龥·]{2,15}'
const USERID = '[a-z0-9][a-z0-9_.@-]{1,63}'
const END = '(?:吧|一下|了)?[\\s,。!]*$'

const SUSPEND = new RegExp(
  `^(?:请|帮我?|麻烦)?(停用|恢复)(?:使用|账号)?[:\\s]*(${NAME}?|${USERID})(?:的?(?:账号|使用|权限))?${END}`,
)
const SUSPEND_AFTER = new RegExp(
  `^(?:请|帮我?)?把(${NAME}?|${USERID})(?:的?(?:账号|使用|权限))?(停用|恢复)(?:使用)?${END}`,
)

/** 停用 李明, 恢复 li_ming: an office's word; from anybody else 停用 is what a finding says of a cabinet. */
export function readSuspension({ plain }: Heard, { speaker }: Listening): Understanding | null {
  if (speaker.side !== 'office' && !/账号/.test(plain)) return null
  const before = SUSPEND.exec(plain)
  if (before) return { intent: 'suspend', who: before[2]!, resume: before[1] === '恢复' }
  const after = SUSPEND_AFTER.exec(plain)
  return after && { intent: 'suspend', who: after[1]!, resume: after[2] === '恢复' }
}

const NO_LONGER =
  /(?:^|[,。\s])我(?:现在|已经?|早就?)?(?:不(?:再)?(?:是|当|做|担任|任)[^,。]{0,12}?(校长|园长|联系人|督学)了|(?:已经?)?不在(?:这所?|文?[^,。]{0,10})?(学校|园)了)/
const GONE = /(?:^|[,。\s])我(?:现在|已经?|早就?|马上)*(?:调走|调离|调动|离任|退休|离职|卸任|不干)了/
const CHANGED = /^(?:我们?)?(?:学校|校长|园长|这里|这边)?(?:已经?)?换人了[\s,。!]*$/

/** 我不是这所学校的校长了, 我调走了: he says it of himself, and only an office settles it. */
export function readLeaving({ plain }: Heard, { speaker }: Listening): Understanding | null {
  const post = NO_LONGER.exec(plain)
  if (post) return { intent: 'leave_post', post: post[1] === '督学' ? 'inspector' : 'school' }
  if (GONE.test(plain)) return { intent: 'leave_post', post: null }
  return CHANGED.test(plain) && speaker.side === 'school' ? { intent: 'leave_post', post: 'school' } : null
}

const INSTEAD = new RegExp(
  `(?:^|[,。\\s]|由|让|请)([一-龥·]{2,5}?)(?:代替?我|替我|代为)(?:来)?(?:审批|审核|签收?|批|审|办理?|确认|处理|负责|答复)`,
)
const NOT_A_NAME = /校长|园长|同事|别人|谁|我|他|她|下周|本周|这周|明天|出差/

/** 我下周出差，周文代我审批. */
export function readDeputy({ plain }: Heard, listening: Listening): Understanding | null {
  const name = INSTEAD.exec(plain)?.[1]?.replace(/^[由让请]/, '')
  if (!name || NOT_A_NAME.test(name)) return null
  return { intent: 'deputize', who: name, ...spanOf(plain, listening) }
}

const WEEK = 7

/** From when to when: two days, one, or a whole week; null where none is said. */
function spanOf(plain: string, listening: Listening): { from: Day | null; to: Day | null } {
  const { day, until } = daysAhead(plain, listening)
  return day ? { from: day, to: until ?? day } : weekOf(plain, listening.today)
}

function weekOf(plain: string, today: Day): { from: Day | null; to: Day | null } {
  const monday = mondayOf(today)
  if (/下个?(?:星期|礼拜|周)/.test(plain))
    return { from: addDays(monday, WEEK), to: addDays(monday, 2 * WEEK - 1) }
  if (/[本这]个?(?:星期|礼拜|周)/.test(plain)) return { from: today, to: addDays(monday, WEEK - 1) }
  return { from: null, to: null }
}

const ASKS_FOR_ANOTHER =
  /(?:替|代)(?:他|她|[一-龥]{0,3}(?:校长|园长|领导|主任|督学))?(?:来)?(?:确认|签收?|签字|审批|上报|点|办|复查|答复)[^,。]{0,8}(?:行不|行吗|可以吗|可以不|能行|好不好|[吗?]\s*$)/

/** 校长出差了我替他确认行不. */
export const readMayStandIn = ({ plain }: Heard): Understanding | null =>
  ASKS_FOR_ANOTHER.test(plain) ? { intent: 'ask_stand_in' } : null

const NEW_PRINCIPAL = new RegExp(
  `(?:校长|园长)(?:已经?)?(?:换成|换为|改成|改为|变更为|更换为)(?:了)?\\s*(${NAME}?)\\s*(?:\\(\\s*(?:账号:?)?\\s*(${USERID})\\s*\\))?${END}`,
)

/** 文清路小学校长换成张三(zhang_san). */
export function readNewPrincipal({ plain, schools }: Heard): Understanding | null {
  const found = NEW_PRINCIPAL.exec(plain)
  if (!found || !schools[0]) return null
  return { intent: 'replace_principal', school: schools[0], name: found[1]!, userid: found[2] ?? null }
}

const ABOUT_ME =
  /(?:你们?|您|助手|系统|这里)(?:都|到底|这里|里)*(?:记录?|存|保存|留|收集|掌握|知道|登记)(?:了|着|有)?我的?(?:些)?(?:什么|啥|哪些|多少)|我的(?:个人)?(?:信息|资料|数据)[^,。]{0,6}(?:哪些|什么|啥|存在哪|怎么用)/

/** 你记了我什么: what is kept about the speaker (个人信息保护法). */
export const readAboutMe = ({ plain }: Heard): Understanding | null =>
  ABOUT_ME.test(plain) ? { intent: 'query_about_me' } : null
