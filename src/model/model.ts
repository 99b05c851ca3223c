import type { Clock, Model, ModelAnswer } from '#src/domain/ports.ts'
import type { Unsure } from '#src/language/questions/suggestions.ts'
import { readAtMost } from '#src/wire/read-at-most.ts'
import { createBreaker, newBreakerMemory, type BreakerMemory } from './breaker.ts'
import type { ModelConfig } from './config.ts'
import { messagesFor } from './prompt.ts'
import { suggestionIn } from './suggestion.ts'

/** WeCom waits five seconds for the answer to a callback; the rest is for the turn itself. */
const TIMEOUT_MS = 3_000
/** Ten findings with their envelope take a third of it. */
const ANSWER_BYTES = 16_384
const ANSWER_TOKENS = 1_000

export type ModelDeps = {
  config: ModelConfig
  fetch: typeof globalThis.fetch
  /** Machine time. */
  clock: Clock
  memory?: BreakerMemory
  /** Ends the wait for one answer, its body included. */
  timeout?: () => AbortSignal
}

/** Asks a model that speaks `/chat/completions`. Nothing that was sent or received is in a failure; nothing is thrown. */
export function createModel(deps: ModelDeps): Model {
  const breaker = createBreaker(deps.clock, deps.memory ?? newBreakerMemory())
  return {
    async suggest(unsure) {
      if (breaker.isOff()) return { refused: 'resting' }
      const answer = await exchange(deps, unsure)
      if ('refused' in answer) breaker.failed()
      else breaker.succeeded()
      return answer
    },
  }
}

async function exchange(deps: ModelDeps, unsure: Unsure): Promise<ModelAnswer> {
  const signal = deps.timeout?.() ?? AbortSignal.timeout(TIMEOUT_MS)
  try {
    const response = await deps.fetch(`${deps.config.baseUrl}/chat/completions`, {
      ...request(deps.config, unsure),
      // A redirect may lead anywhere, and the key with it.
      redirect: 'manual',
      signal,
    })
    return response.ok ? await answerIn(response) : await without(response, 'status')
  } catch {
    return { refused: signal.aborted ? 'timed_out' : 'lost' }
  }
}

const request = ({ model, apiKey }: ModelConfig, unsure: Unsure): RequestInit => ({
  method: 'POST',
  headers: {
    'content-type': 'application/json',
    ...(apiKey === null ? {} : { authorization: `Bearer ${apiKey}` }),
  },
  body: JSON.stringify({
    model,
    temperature: 0,
    max_tokens: ANSWER_TOKENS,
    stream: false,
    response_format: { type: 'json_object' },
    messages: messagesFor(unsure),
  }),
})

async function answerIn(response: Response): Promise<ModelAnswer> {
  const body = await readAtMost(response, ANSWER_BYTES)
  if (body === null) return without(response, 'too_long')
  try {
    return { suggestion: suggestionIn(body.toString()) }
  } catch {
    return { refused: 'wrong' }
  }
}

/** What is not read is not downloaded either. */
async function without(response: Response, refused: 'status' | 'too_long'): Promise<ModelAnswer> {
  await response.body?.cancel()
  return { refused }
}
