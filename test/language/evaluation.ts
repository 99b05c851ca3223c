import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ContractIntent, Slots } from '#src/language/contract/slots.ts'

/** One labelled message. `open` are slots that the contract does not decide: they are not scored. */
export type Example = {
  id: string
  now: string
  userid: string
  text: string
  expected: { intent: ContractIntent; slots: Slots }
  open?: (keyof Slots | '*')[]
}
export type Half = 'tuned' | 'reported'

const folder = fileURLToPath(new URL('./evaluation/', import.meta.url))

/** The bytes of a table of the made-up city that the messages are about. */
export const table = (name: 'schools' | 'people'): Uint8Array => readFileSync(`${folder}${name}.csv`)

export const EXAMPLES: readonly Example[] = globSync('*.jsonl', { cwd: folder })
  .sort()
  .flatMap((file) => readFileSync(`${folder}${file}`, 'utf8').trim().split('\n'))
  .map((line) => JSON.parse(line) as Example)

/** Which half a message falls into stays the same whatever is added (FNV-1a of its words). Rules are tuned on one alone. */
export function halfOf({ text }: Example): Half {
  let hash = 0x811c9dc5
  for (const char of text) hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193)
  return (hash ^ (hash >>> 15)) & 1 ? 'tuned' : 'reported'
}
