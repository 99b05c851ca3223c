import { peopleAmong } from '#db/people.ts'
import type { Context } from '#handlers/context.ts'
import type { Model, ModelAnswer } from '#src/domain/ports.ts'
import type { Doubt } from '#src/language/doubts.ts'
import type { Heard } from '#src/language/hear.ts'
import { possibleNames, withoutPeople } from '#src/language/schools/nameless.ts'
import { readSuggestion, Unfit, type Offered, type Unsure } from '#src/language/questions/suggestions.ts'
import type { Understanding } from '#src/language/understanding.ts'
import type { TurnDeps } from './turn.ts'

/** A message that the rules are unsure of, with all that they made of it. */
export type Doubtful = { ctx: Context; doubt: Doubt; heard: Heard; meant: Understanding }

/** What is longer is a document: nobody waits for a model to read it. */
const MOST_CHARACTERS = 1_000
/** As many schools as an inspector may have; who has more is not helped by a list. */
const MOST_OFFERED = 30

/** What the model makes of a message, checked; null where the rules' answer stands. */
export async function askModel(
  { watch, machine }: Pick<TurnDeps, 'watch' | 'machine'>,
  model: Model,
  doubtful: Doubtful,
  turn: string,
): Promise<Understanding | null> {
  const { why } = doubtful.doubt
  const unsure = await questionAbout(doubtful)
  if (!unsure) return null
  const begun = machine.now()
  const { read, outcome } = taken(await model.suggest(unsure), unsure)
  if (outcome !== 'resting') watch.count('model_asked', why)
  if (read) watch.count('model_used', why)
  else if (outcome === 'timed_out') watch.count('model_timed_out')
  else if (outcome !== 'resting') watch.count('model_refused', outcome)
  watch.log('info', 'model', { turn, why, outcome, seconds: (machine.now() - begun) / 1000 })
  return read
}

/** The question as it leaves the house; null where an answer could not help. */
async function questionAbout({ ctx, doubt, heard, meant }: Doubtful): Promise<Unsure | null> {
  const offered = offeredFor(ctx, doubt)
  const choosesSchool = doubt.why === 'school_unknown' || doubt.why === 'school_unclear'
  if (heard.written.length > MOST_CHARACTERS || (choosesSchool && offered.length === 0)) return null
  const known = await peopleAmong(ctx.db, possibleNames(heard.written))
  const shown = withoutPeople(heard, known, ctx.listening.speaker)
  return { doubt, heard, meant, registry: ctx.registry, listening: ctx.listening, shown, offered }
}

/** The schools that the name may mean; where the registry knows none, the sender's own. */
function offeredFor({ me, roster }: Context, doubt: Doubt): Offered[] {
  const codes =
    doubt.why === 'school_unclear' ? doubt.school.candidates : doubt.why === 'nothing_told' ? [] : me.assigned
  return codes.slice(0, MOST_OFFERED).map((code) => ({ code, name: roster.school(code).name }))
}

type Taken = { read: Understanding | null; outcome: string }

function taken(answer: ModelAnswer, unsure: Unsure): Taken {
  if ('refused' in answer) return { read: null, outcome: answer.refused }
  try {
    return { read: readSuggestion(answer.suggestion, unsure), outcome: 'used' }
  } catch (error) {
    if (error instanceof Unfit) return { read: null, outcome: error.why }
    throw error
  }
}
