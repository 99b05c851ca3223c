import type { Core } from '../core.ts'
import type { Answer } from './answer.ts'
import type { Limits } from './limits.ts'
import type { Tokens } from './token.ts'

/** One call of the assistant, with what the APIs need to answer it. */
export type ApiCall = {
  core: Core
  tokens: Tokens
  limits: Limits
  /** Fingerprints of messages sent with the duplicate check, and when. */
  repeats: Map<string, number>
  query: Record<string, string>
  request: Request
  text(): Promise<string>
  /** Receivers that a fault takes away. */
  unreachable: readonly string[]
}

export type Api = {
  method: 'GET' | 'POST'
  /** False: works without an access_token. */
  needsToken: boolean
  answer(call: ApiCall): Promise<Answer | Response> | Answer | Response
}
