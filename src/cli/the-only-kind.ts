import { UserError } from '#src/domain/errors.ts'
import { KINDS } from '#src/intake/kinds.ts'
import type { Kind } from '#src/intake/kinds/kind.ts'
import { kindNamed } from '#src/intake/recognise.ts'

/** The kind that a command is about: its one argument, an id or a Chinese name. Throws UserError for none or several. */
export function theOnlyKind(named: readonly string[]): Kind {
  const [name] = named
  if (name === undefined || named.length > 1)
    throw new UserError(`请写明一种表：${KINDS.map(({ id, heading }) => `${heading} ${id}`).join('、')}。`)
  return KINDS.find(({ heading }) => heading === name) ?? kindNamed(name)
}
