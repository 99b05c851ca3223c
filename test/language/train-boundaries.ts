import { cutByRule } from '#src/language/visits/clause-cuts.ts'
import { placesIn } from '#src/language/scale/boundaries.ts'
import { tokensOf } from '#src/language/visits/tokens.ts'
import type { Span } from '#src/language/understanding.ts'
import { digestOf } from './evaluation.ts'
import { everythingTold, visitsIn, type Visit } from './labelled.ts'
import { teach, type Sample } from './learn.ts'

/** Learns where problems begin and end in words without marks. To be run before train.ts, which reads clauses. */
/** The places between the characters of a visit that no mark parts: whether a problem begins or ends there. */
function boundarySamples({ heard, problems }: Visit): Sample[] {
  const stretches: Span[] = []
  tokensOf(heard, (_, span) => (stretches.push(span), [span]))
  const boundaries = new Set(problems.flat())
  return stretches.flatMap((span) =>
    placesIn(heard, span, cutByRule(heard, span)).map(({ at, features }) => ({
      features,
      label: boundaries.has(at) ? 'boundary' : 'none',
    })),
  )
}

teach('boundary-weights.json', digestOf('tuned'), visitsIn(await everythingTold()).flatMap(boundarySamples))
