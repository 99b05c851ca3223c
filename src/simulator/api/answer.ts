/** What every API of WeCom answers: a code inside a 200 (WeCom D90313). */
export type Answer = { errcode: number; errmsg: string; [field: string]: unknown }

const MEANINGS: Record<number, string> = {
  [-1]: 'system busy',
  40001: 'invalid credential',
  40004: 'invalid media type',
  40005: 'invalid type parameter',
  40006: 'invalid media size',
  40007: 'invalid media_id',
  40008: 'invalid message type',
  40013: 'invalid corpid',
  40014: 'invalid access_token',
  40032: 'userid list too long',
  40033: 'invalid charset: literal \\uxxxx',
  40035: 'invalid parameter',
  40056: 'invalid agentid',
  40058: 'illegal parameter',
  41001: 'access_token missing',
  41002: 'corpid missing',
  41004: 'corpsecret missing',
  41006: 'media_id missing',
  41011: 'agentid missing',
  42001: 'access_token expired',
  44001: 'empty media data',
  44004: 'text content is empty',
  45001: 'media size out of limit',
  45002: 'content size out of limit',
  45009: 'api freq out of limit',
  60111: 'userid not found',
  81012: 'no receiver given',
  81013: 'user & party & tag all invalid',
  93000: 'invalid webhook url, or the robot is no longer in the group',
  301002: 'agentid does not belong to this access_token',
}

export const ok = (fields: Record<string, unknown> = {}): Answer => ({ errcode: 0, errmsg: 'ok', ...fields })

export const refuse = (errcode: number, detail?: string): Answer => ({
  errcode,
  errmsg: [MEANINGS[errcode] ?? 'error', detail].filter(Boolean).join(': '),
})
