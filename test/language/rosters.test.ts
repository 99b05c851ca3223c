import { describe, expect, test } from 'vitest'
import { hear } from '#src/language/hear.ts'
import { createRegistry, type Registry } from '#src/language/schools/registry.ts'
import type { Speaker } from '#src/language/understanding.ts'
import { LI, listening } from './city.ts'
import { COUNTIES, madeUpRoster, type MadeUp } from './made-up-roster.ts'

/** Told in turn, so that a name stands at the head, behind a verb and before other words. */
const TOLD = ['去了{}', '{}食堂卫生差', '今天上午到{}督导，灭火器过期', '昨天{}没问题', '{}逾期的有几条']

const inspectorOf = ({ county, code }: MadeUp, isOwn: boolean): Speaker => ({
  ...LI,
  school: null,
  county,
  assigned: isOwn ? [code] : [],
})

function heard(name: string, nth: number, registry: Registry, speaker: Speaker): readonly string[][] {
  const text = TOLD[nth % TOLD.length]!.replace('{}', name)
  return hear(text, registry, listening(speaker)).schools.map(({ candidates }) => candidates)
}

describe.each([1, 2, 3])('a made-up roster (%i)', (seed) => {
  const roster = madeUpRoster(seed)
  const registry = createRegistry(roster, COUNTIES)
  const byCode = new Map<string, MadeUp>(roster.map((school) => [school.code, school]))

  test('an inspector finds each of his schools by its full name and by each alias', () => {
    const missed = roster.flatMap((school, i) =>
      [school.name, ...school.aliases].flatMap((name) => {
        const found = heard(name, i, registry, inspectorOf(school, true))
        return found.length === 1 && found[0]!.join() === school.code
          ? []
          : [`${name}: ${JSON.stringify(found)}`]
      }),
    )
    expect(missed).toEqual([])
  })

  test('the full name is among what it may mean to anybody of the county', () => {
    const missed = roster.flatMap((school, i) => {
      const found = heard(school.name, i, registry, inspectorOf(school, false))
      return found.length === 1 && found[0]!.includes(school.code)
        ? []
        : [`${school.name}: ${JSON.stringify(found)}`]
    })
    expect(missed).toEqual([])
  })

  test('a short name is never silently another school that is not called so', () => {
    const wrong = roster.flatMap((school, i) =>
      school.short.flatMap((name) => {
        const found = heard(name, i, registry, inspectorOf(school, false))
        const only = found.length === 1 && found[0]!.length === 1 ? byCode.get(found[0]![0]!)! : null
        const fits =
          only === null
            ? found.some((each) => each.includes(school.code))
            : isCalled(only, name) || only === school
        return fits ? [] : [`${name} (${school.name}): ${JSON.stringify(found)}`]
      }),
    )
    expect(wrong).toEqual([])
  })
})

const isCalled = ({ name, aliases, short }: MadeUp, said: string): boolean =>
  name.endsWith(said) || aliases.includes(said) || short.includes(said)
