import { expect, test } from 'vitest'
import { answerTo } from '#src/cli/understand.ts'
import type { Frame } from '#src/language/contract/slots.ts'
import { CITIES, earOf, examplesOf } from './evaluation.ts'

/** What no character said: the speaker's own school, and that no school was named, or several might be meant. */
const isInferred = (slot: string, value: unknown, own: string | null): boolean =>
  slot === 'school_codes'
    ? value === null || (Array.isArray(value) && value.join() === own)
    : slot === 'ambiguous' && Array.isArray(value) && value.length === 0

test.each(CITIES)('every slot of every message about $name shows where it was said', async (city) => {
  const ear = await earOf(city)
  const unexplained: string[] = []
  for (const example of examplesOf(city)) {
    const answer = answerTo(JSON.stringify(example), ear, true)
    if ('error' in answer) throw new Error(answer.error)
    const { slots, spans = {} } = answer as Pick<Frame, 'slots'> & Partial<Frame>
    const own = ear.people.get(example.userid)?.school ?? null
    for (const [slot, value] of Object.entries(slots)) {
      const said = spans[slot as keyof Frame['spans']] ?? []
      const inside = said.every(([from, to]) => from >= 0 && from < to && to <= example.text.length)
      const wanted = slot === 'findings' ? slots.findings!.length : 1
      if ((said.length < wanted && !isInferred(slot, value, own)) || !inside)
        unexplained.push(`${example.id} ${slot}`)
    }
  }
  expect(unexplained).toEqual([])
})
