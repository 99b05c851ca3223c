/** What counts as a step: a run of a pattern, a look-up in a table, a search for a string. */
const STEPS = [
  [RegExp.prototype, ['exec']],
  [Map.prototype, ['get', 'has']],
  [Set.prototype, ['has']],
  [String.prototype, ['indexOf', 'includes', 'startsWith', 'endsWith']],
] as const

type Methods = Record<string, (this: unknown, ...args: unknown[]) => unknown>

/**
 * How many steps something takes. Every pattern goes through `exec` while that is not the built-in one (ECMA-262,
 * RegExpExec), so that `test`, `replace`, `match` and `split` are counted as well; the product knows nothing of it.
 */
export function stepsOf(doing: () => void): number {
  let steps = 0
  const undo = STEPS.flatMap(([owner, names]) =>
    names.map((name) => {
      const methods = owner as unknown as Methods
      const original = methods[name]!
      methods[name] = function (...args) {
        steps++
        return original.apply(this, args)
      }
      return () => void (methods[name] = original)
    }),
  )
  try {
    doing()
  } finally {
    for (const each of undo) each()
  }
  return steps
}
