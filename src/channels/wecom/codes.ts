import type { Sent } from '#src/domain/ports.ts'

/** Why a call did not do its work, in the terms of delivery. */
export type Failure = Exclude<Sent, { outcome: 'sent' }>

/** `mend`: someone has to change a setting; the words say on which page. */
type Meaning =
  | { kind: 'refused'; why: string }
  | { kind: 'later'; why: string; retryAfterMs?: number }
  | { kind: 'mend'; why: string }

const MINUTE_MS = 60_000
// Settings are mended by people.
const MEND_MS = 10 * MINUTE_MS

/** Of one receiver; the office reads it beside his name. */
export const OUT_OF_SCOPE =
  '接收人不在企业微信通讯录或应用可见范围内，请核对名册里的 userid、应用的可见范围和接口许可'
export const UNLICENSED = '接收人没有企业微信的基础接口许可，请在管理后台“应用管理”中为其分配'

const noReceiver: Meaning = { kind: 'refused', why: OUT_OF_SCOPE }
const badContent: Meaning = { kind: 'refused', why: '企业微信不接受这条消息的内容' }
const app = '管理后台“应用管理”中本应用的页面'
const wrongAgent: Meaning = { kind: 'mend', why: `AgentID 与 Secret 不属于同一个应用，请对照${app}重新填写` }
const wrongSecret: Meaning = { kind: 'mend', why: `企业 ID 或 Secret 不正确，请对照${app}重新填写` }
const disabled: Meaning = { kind: 'mend', why: `应用已停用，请到${app}启用` }
const noRight: Meaning = { kind: 'mend', why: `应用没有此接口或成员的权限，请到${app}检查可见范围和接口权限` }

/** What WeCom's codes mean for a message (WeCom D90313, D90236, D91039). */
const MEANINGS: Record<number, Meaning> = {
  [-1]: { kind: 'later', why: '企业微信系统繁忙' },
  40001: wrongSecret,
  40003: noReceiver,
  40004: badContent,
  40005: badContent,
  40006: badContent,
  // A media id lives three days; the channel forgets it and uploads again.
  40007: { kind: 'later', why: '图片在企业微信上已过期，将重新上传' },
  40008: badContent,
  40013: wrongSecret,
  40014: { kind: 'later', why: '企业微信不认可访问令牌', retryAfterMs: MINUTE_MS },
  40031: noReceiver,
  40032: noReceiver,
  40033: badContent,
  40035: badContent,
  40039: badContent,
  40056: wrongAgent,
  40058: badContent,
  40063: badContent,
  40091: wrongSecret,
  41002: wrongSecret,
  41004: wrongSecret,
  41006: badContent,
  41009: noReceiver,
  41011: wrongAgent,
  42001: { kind: 'later', why: '企业微信访问令牌已过期', retryAfterMs: MINUTE_MS },
  43012: { kind: 'mend', why: `应用还没有设置回调地址，请到${app}的“接收消息”填写` },
  44001: badContent,
  44004: badContent,
  45001: badContent,
  45002: badContent,
  45007: badContent,
  45008: badContent,
  45009: { kind: 'later', why: '调用过于频繁，企业微信暂停接收', retryAfterMs: MINUTE_MS },
  45033: { kind: 'later', why: '同时调用过多，企业微信暂停接收', retryAfterMs: 5_000 },
  46004: noReceiver,
  48002: noRight,
  48006: { kind: 'mend', why: `应用因长期未使用被停用，请到${app}重新启用` },
  50002: noRight,
  50003: disabled,
  60011: noRight,
  60020: { kind: 'mend', why: `服务器的出口 IP 不在可信名单内，请到${app}的“企业可信IP”添加` },
  60111: noReceiver,
  81012: noReceiver,
  81013: noReceiver,
  82001: noReceiver,
  82002: noReceiver,
  82003: noReceiver,
  82004: badContent,
  93000: {
    kind: 'refused',
    why: '群机器人的地址无效，或机器人已被移出群；请重新添加机器人，并更新 WECOM_DIGEST_WEBHOOKS',
  },
  301002: wrongAgent,
  301007: { kind: 'mend', why: '企业在企业微信上已不可用，请联系企业微信管理员' },
}

/** The token is no longer good; 40001 says so too when it comes from a business call (WeCom D91039). */
export const isTokenCode = (code: number): boolean => code === 40001 || code === 40014 || code === 42001

/** Whether only a person can mend it, on the page that the failure names. */
export const needsMending = (code: number): boolean => MEANINGS[code]?.kind === 'mend'

/** An unknown code is tried again: it was surely not sent, and giving up is for delivery to decide. */
export function failureOf(code: number): Failure {
  const meaning = MEANINGS[code] ?? { kind: 'later', why: '企业微信没有接收', retryAfterMs: MINUTE_MS }
  const why = `${meaning.why}（错误码 ${code}）`
  if (meaning.kind === 'refused') return { outcome: 'refused', why }
  const retryAfterMs = meaning.kind === 'mend' ? MEND_MS : meaning.retryAfterMs
  return { outcome: 'later', why, ...(retryAfterMs !== undefined && { retryAfterMs }) }
}

/** No answer or half of one: it may have arrived all the same. */
export const lost: Failure = { outcome: 'later', why: '企业微信没有应答', unsure: true }
