/**
 * What a button does, as it travels through a platform and back, maybe weeks later: which act, on which record, at
 * which seq the card showed it. Every id ever released still decodes (test/fixtures/actions.json); never rename one.
 * A button carries no right: who may press is decided from stored state.
 */
export const ACTS = [
  'visit_confirm',
  'visit_change',
  'visit_drop',
  'visit_school',
  'visit_day',
  'visit_copy',
  'notice_approve',
  'notice_send_back',
  'notice_sign',
  'notice_extend',
  'notice_object',
  'notice_details',
  'notice_report',
  'notice_pass',
  'notice_fail',
  'notice_each',
  'notice_each_done',
  'notice_fail_confirm',
  'notice_return',
  'report_confirm',
  'report_change',
  'report_drop',
  'request_ask',
  'request_drop',
  'request_grant',
  'request_refuse',
  'case_close',
  'case_reopen',
  'letter_section',
  'letter_send',
  'proposal_grant',
  'proposal_refuse',
  'visit_sign',
  'request_suspend',
  'visit_apart',
  'visit_accompany',
  'visit_followup',
  'visit_followup_done',
  'visit_waive',
  'visit_withdraw',
  'visit_keep',
  'alarm_answer',
  'alarm_false',
  'case_order',
  'case_interview',
  'case_circular',
  'visit_amend',
  'visit_photo',
  'proposal_confirm',
  'proposal_drop',
  'letter_resolved',
  'letter_to_school',
  'letter_confirm',
  'setting_confirm',
  'visit_due',
  'entry_confirm',
  'entry_change',
  'entry_drop',
  'entry_pick',
  'entry_take_back',
  'entry_verify',
  'entry_unique',
  'entry_return',
  'wish_end',
  'begin_entry',
  'begin_visit',
  'entry_tick',
] as const

export type Act = (typeof ACTS)[number]
export type Action = { act: Act; id: string; seq: number; arg?: string }

export const encodeAction = ({ act, id, seq, arg }: Action): string =>
  [act, codeOf(id), String(seq), ...(arg === undefined ? [] : [arg])].join(':')

/** Null for anything that no card of ours has ever carried. */
export function decodeAction(key: string): Action | null {
  const match = /^([a-z_]+):([0-9A-Za-z-]+):(\d{1,9})(?::(.*))?$/s.exec(key)
  if (!match) return null
  const [, act, id, seq, arg] = match as unknown as [string, string, string, string, string | undefined]
  if (!(ACTS as readonly string[]).includes(act)) return null
  return { act: act as Act, id: idOf(id), seq: Number(seq), ...(arg === undefined ? {} : { arg }) }
}

/** An office numbers its cases as it likes; on a button stand letters and digits alone. */
const codeOf = (id: string): string => (/^(?!--)[0-9A-Za-z-]+$/.test(id) ? id : `--${hexOf(id)}`)

const idOf = (code: string): string =>
  /^--(?:[0-9a-f]{2})+$/.test(code) ? new TextDecoder().decode(bytesOf(code.slice(2))) : code

const hexOf = (text: string): string =>
  Array.from(new TextEncoder().encode(text), (byte) => byte.toString(16).padStart(2, '0')).join('')

const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
