/** Spoils the answer; `delivered`: after the call was carried out, which the caller then cannot know. */
export type Spoiler =
  /** A gateway's page in place of JSON. */
  | { kind: 'status'; status: number; delivered?: boolean }
  /** No answer until `releaseHangs` or until the caller gives up. */
  | { kind: 'hang'; delivered?: boolean }
  /** The connection breaks in the middle of the answer. */
  | { kind: 'cut'; delivered?: boolean }
  /** A whole answer with half of its JSON. */
  | { kind: 'truncated'; delivered?: boolean }

/** What can go wrong between the assistant and WeCom, ordered in advance by a test. */
export type Fault =
  | Spoiler
  /** Refused with a code, inside a 200. */
  | { kind: 'code'; errcode: number }
  /** The token runs out just before this call. */
  | { kind: 'expired_token' }
  /** These receivers cannot be reached by this call. */
  | { kind: 'unreachable'; userids: string[] }

export const isSpoiler = (fault: Fault): fault is Spoiler =>
  ['status', 'hang', 'cut', 'truncated'].includes(fault.kind)

export type Faults = {
  order(api: string, fault: Fault, times: number): void
  next(api: string): Fault | null
  /** What was ordered and has not come about will not. */
  clear(): void
  hang(signal: AbortSignal): Promise<void>
  release(): void
}

export function createFaults(): Faults {
  const ordered: { api: string; fault: Fault; left: number }[] = []
  const hanging = new Set<() => void>()

  const next = (api: string): Fault | null => {
    const found = ordered.find((order) => order.left > 0 && (order.api === api || order.api === '*'))
    if (found === undefined) return null
    found.left -= 1
    return found.fault
  }
  const hang = (signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      hanging.add(resolve)
      signal.addEventListener('abort', () => resolve())
    })
  const release = () => {
    for (const letGo of hanging) letGo()
    hanging.clear()
  }
  return {
    order: (api, fault, times) => void ordered.push({ api, fault, left: times }),
    next,
    clear: () => void (ordered.length = 0),
    hang,
    release,
  }
}

const JSON_TYPE = { headers: { 'content-type': 'application/json; charset=UTF-8' } }

/** The answer as it arrives, whole or as the fault leaves it. */
export async function spoil(
  faults: Faults,
  fault: Fault | null,
  answer: unknown,
  signal: AbortSignal,
): Promise<Response> {
  const whole = JSON.stringify(answer)
  const half = whole.slice(0, Math.ceil(whole.length / 2))
  if (fault?.kind === 'hang') await faults.hang(signal)
  if (fault?.kind === 'status') return new Response('<html>Bad Gateway</html>', { status: fault.status })
  if (fault?.kind === 'cut') return new Response(broken(half), JSON_TYPE)
  return new Response(fault?.kind === 'truncated' ? half : whole, JSON_TYPE)
}

/** Half an answer, then a broken connection. */
function broken(half: string): ReadableStream<Uint8Array> {
  const parts = [new TextEncoder().encode(half)]
  return new ReadableStream({
    pull(controller) {
      const part = parts.pop()
      if (part === undefined) controller.error(new Error('the simulator cut the connection'))
      else controller.enqueue(part)
    },
  })
}
