/**
 * What a check says of a subject. `unknown` where records are missing or too old: never `ok` then.
 * `notice`: time or margin runs down; `warning`: will fail unless somebody acts; `breach`: a rule is not met.
 */
export type Level = 'ok' | 'notice' | 'warning' | 'breach' | 'unknown'

/** The level of the first condition that holds; `ok` where none does. The order is the contract's and part of the rule. */
export const firstOf = (...steps: readonly [holds: boolean, level: Level][]): Level =>
  steps.find(([holds]) => holds)?.[1] ?? 'ok'
