import type { z } from 'zod'
import type { Core } from '../core.ts'
import { refuse, type Answer } from './answer.ts'

/** Reads a JSON body; `\uxxxx` in place of the character itself is what WeCom refuses with 40033. */
export function readJson<T>(raw: string, schema: z.ZodType<T>): { body: T } | { refused: Answer } {
  if (escapesText(raw)) return { refused: refuse(40033) }
  const parsed = schema.safeParse(parseOrNull(raw))
  if (parsed.success) return { body: parsed.data }
  const [issue] = parsed.error.issues
  return { refused: refuse(40035, `${issue?.path.join('.')} ${issue?.message}`) }
}

const escapesText = (raw: string): boolean =>
  [...raw.matchAll(/\\u([0-9a-f]{4})/gi)].some(([, hex]) => parseInt(hex ?? '0', 16) >= 0x80)

function parseOrNull(raw: string): unknown {
  try {
    return JSON.parse(raw)
  } catch {
    return null
  }
}

export function refuseAgent(core: Core, agentId: unknown): Answer | null {
  if (agentId === undefined) return refuse(41011)
  if (!/^\d+$/.test(String(agentId))) return refuse(40056)
  return Number(agentId) === core.options.agentId ? null : refuse(301002)
}
