import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { earFor, type Ear } from '#src/cli/understand.ts'
import { peopleOf, schoolsOf } from '#src/intake/listening-tables.ts'
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

/**
 * A made-up city with what its people wrote. Rules are tuned on the messages of some; those of the others were written
 * and labelled by people who had not seen the rules, and only their figures are looked at.
 */
export type City = { half: Half; folder: string; files: string }

const folder = fileURLToPath(new URL('./evaluation/', import.meta.url))
const city = (name: string, half: Half, files = '*.jsonl'): City => ({
  half,
  folder: `${folder}${name}/`,
  files,
})

export const CITIES: readonly City[] = [
  city('small-city', 'tuned'),
  city('ganzhou', 'tuned'),
  city('yunpu', 'tuned'),
  city('jichuan', 'tuned'),
  city('tinglan', 'tuned'),
  city('lanjiang', 'tuned'),
  city('tangzhou', 'tuned'),
  city('yunting', 'reported'),
]

/** All messages about a city. */
export const examplesOf = ({ folder, files }: Pick<City, 'folder' | 'files'>): Example[] =>
  globSync(files, { cwd: folder })
    .sort()
    .flatMap((file) => readFileSync(`${folder}${file}`, 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line) as Example)

/** The ear of somebody who knows the schools and people of a city. */
export async function earOf({ folder }: Pick<City, 'folder'>): Promise<Ear> {
  const [schools, people] = [readFileSync(`${folder}schools.csv`), readFileSync(`${folder}people.csv`)]
  return earFor(await schoolsOf(schools), await peopleOf(people))
}

/** What the messages of a half say and mean, in one short word: the weights name the one that they were learned from. */
export function digestOf(half: Half): string {
  const told = CITIES.filter((city) => city.half === half)
    .flatMap(examplesOf)
    .map(({ userid, now, text, expected }) => [userid, now, text, expected])
  return createHash('sha256').update(JSON.stringify(told)).digest('hex').slice(0, 16)
}
