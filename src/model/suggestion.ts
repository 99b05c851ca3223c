import { z } from 'zod'
import type { Suggestion as Shape } from '#src/language/questions/suggestions.ts'

/** As many as one message of the rules' would hold; more is no reading of a message but a flood. */
const MOST_FINDINGS = 10
const quoted = z.string().min(1).max(200)
const orNothing = <T extends z.ZodType>(schema: T) => schema.nullable().default(null)

/** The answer of a model, in the words of the public contract. Anything besides is refused, not ignored. */
export const Suggestion = z.strictObject({
  intent: z.enum(['log_visit', 'query_schools_due', 'query_rectifications', 'help', 'unknown']),
  school: orNothing(z.strictObject({ words: quoted, name: orNothing(quoted) })),
  date: orNothing(quoted),
  findings: z
    .array(z.strictObject({ text: quoted, severity: orNothing(quoted), deadline: orNothing(quoted) }))
    .max(MOST_FINDINGS)
    .default([]),
}) satisfies z.ZodType<Shape>

const Completion = z.object({
  choices: z.tuple([z.object({ message: z.object({ content: z.string() }) })], z.unknown()),
})

/** What the model said inside its envelope; throws on anything that is no suggestion. */
export function suggestionIn(body: string): Shape {
  const [{ message }] = Completion.parse(JSON.parse(body)).choices
  return Suggestion.parse(JSON.parse(message.content))
}
