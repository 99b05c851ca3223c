import type { Heard } from './hear.ts'
import { isPlainVisit } from './rectifications/reports.ts'
import type { Understanding } from './understanding.ts'

const APPROVAL =
  /一般(?:性)?(?:的)?(?:问题|通知|整改通知|整改)?[^,。]{0,4}?(不用再?|不需要?|不再|无需|取消|也要|都要|也需要?|须|需要?|要)[^,。]{0,4}(?:审批|批准|审核|同意后?下发)/

/** 一般问题也要审批, 一般问题不用审批: what an office settles for its place. */
export function readSetting(heard: Heard): Understanding | null {
  const found = APPROVAL.exec(heard.plain)
  if (!found || heard.plain.length > 40 || /[?吗]\s*$/.test(heard.plain) || isPlainVisit(heard)) return null
  return { intent: 'settle_general_approval', on: !/^(?:不|无|取消)/.test(found[1]!) }
}
