import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { Instant } from '#src/domain/day.ts'
import type { Picture } from '#src/domain/picture.ts'
import type { Pictures } from '#src/domain/ports.ts'

/** What the two processes say to each other. */
export type Asked = { picture: Picture; at: Instant }
export type Answered = { png: Uint8Array } | { why: string }

/** Drawing takes a third of a second and loading half of one; what takes this long does not end. */
const TOO_LONG_MS = 30_000

/**
 * Draws in a process of its own, one picture after the other. Charts and type take 60 MB, which a thread would not give
 * back, and a turn must not wait for them: the process begins with the first picture asked for, and ends with the last one
 * that waits.
 */
export function createPictures(): Pictures {
  let child: ChildProcess | null = null
  let waiting = 0
  let line: Promise<unknown> = Promise.resolve()

  function end(): void {
    child?.kill()
    child = null
  }

  async function drawn(asked: Asked): Promise<Uint8Array> {
    child ??= fork(new URL('./child.ts', import.meta.url), { serialization: 'advanced' })
    try {
      return await answerOf(child, asked)
    } catch (error) {
      // It may have died, or hang: the next picture gets another.
      end()
      throw error
    }
  }

  return {
    draw(picture, at) {
      waiting++
      const mine = line.then(() => drawn({ picture, at }))
      const after = () => {
        if (--waiting === 0) end()
      }
      line = mine.then(after, after)
      return mine
    },
  }
}

async function answerOf(child: ChildProcess, asked: Asked): Promise<Uint8Array> {
  const done = new AbortController()
  const signal = AbortSignal.any([done.signal, AbortSignal.timeout(TOO_LONG_MS)])
  const gone = once(child, 'exit', { signal }).then(() => Promise.reject(new Error('the process has ended')))
  const answer = once(child, 'message', { signal })
  child.send(asked)
  try {
    const [answered] = (await Promise.race([answer, gone])) as [Answered]
    if ('why' in answered) throw new Error(answered.why)
    return answered.png
  } finally {
    done.abort()
  }
}
