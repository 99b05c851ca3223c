import { INSPECTOR_ROLES } from '#src/domain/person.ts'
import type { Context } from '../context.ts'

/** A card has room for five people and 不记. */
const MOST_CHOICES = 5
const LABEL = 10

/** The inspectors of a place whose names begin with what was said: 李 of 李督学. */
export const inspectorsCalled = (
  { registry }: Context,
  called: string,
  county: string | null,
): { value: string; label: string }[] =>
  (registry.people.get(called[0] ?? '') ?? [])
    .filter(
      (each) =>
        each.name.startsWith(called) &&
        each.county === county &&
        each.roles.some((role) => INSPECTOR_ROLES.includes(role)),
    )
    .slice(0, MOST_CHOICES)
    .map(({ userid, name }) => ({ value: userid, label: name.slice(0, LABEL) }))
