import { readFileSync } from 'node:fs'
import { photo } from '#test/photo.ts'
import { SCHOOLS } from '#test/roster.ts'
import { openWorld, type Somebody, type World } from '#test/world.ts'
import { stateOf, type State } from './dialogue-state.ts'

/**
 * One turn: who does what (`li`: says, `li taps`, `li ticks`, `li sends`, `li in group`), or `at`: the clock. Then the
 * state after it: what is not named is as it was before the turn, and only those named in `reads` have read anything.
 */
export type Turn = Partial<State> & {
  /** Of several cards the one that reads like this. */
  card?: string
  /** What each person reads in short. */
  reads?: Record<string, string | string[]>
} & Record<string, unknown>
/** `schools`: rows beside those of test/roster.ts; `given`: turns that have gone before. */
export type Dialogue = { id: string; schools?: string[]; given?: Turn[]; turns: Turn[] }

/** The people of test/roster.ts by the names that the dialogues give them. */
const PEOPLE: Record<string, string> = {
  li: 'Li_Min',
  wang: 'wang_qiang',
  liao: 'liao_nan',
  chen: 'chen_yuan',
  liu: 'liu_fang',
  gao: 'gao_qi',
  he: 'he_si',
  zhou: 'zhou_wen',
  sun: 'sun_li',
  nan: 'nan_ban',
  shi: 'shi_ban',
  zong: 'zong_du',
  zhang: 'zhang_ren',
  ji: 'ji_jian',
  stranger: 'stranger_x',
}

export const DIALOGUES: readonly Dialogue[] = readFileSync(
  new URL('./dialogues.jsonl', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Dialogue)

/** A turn that somebody takes; the others move the clock. */
export const isTaken = (turn: Turn): boolean => turn['at'] === undefined

/** What a turn was found to leave behind: the state, and who has read what. */
export type Found = State & { reads: Record<string, string[]> }

/** Plays a dialogue in a world of its own, and tells after every turn what is there. */
export async function play(dialogue: Dialogue, after: (turn: Turn, found: Found) => void): Promise<void> {
  const world = await openWorld({ schools: SCHOOLS + (dialogue.schools ?? []).join('\n') })
  try {
    const people = Object.fromEntries(
      Object.entries(PEOPLE).map(([key, userid]) => [key, world.person(userid)]),
    )
    for (const turn of dialogue.given ?? []) await take(world, people, turn)
    for (const turn of dialogue.turns) {
      for (const person of Object.values(people)) person.looksUp()
      const groupLooked = world.simulator.groupInbox().length
      const speaker = await take(world, people, turn)
      if (!speaker) continue
      after(turn, { ...(await stateOf(world, speaker)), reads: readBy(world, people, groupLooked) })
    }
  } finally {
    await world.close()
  }
}

/** Whoever has read something since, the group as one of them. */
function readBy(
  world: World,
  people: Record<string, Somebody>,
  groupLooked: number,
): Record<string, string[]> {
  const inGroup = world.simulator.groupInbox().slice(groupLooked)
  const all = {
    ...people,
    group: { reads: () => inGroup.filter(({ from }) => !from).map(({ text }) => text) },
  }
  const read = Object.entries(all).map(([key, each]): [string, string[]] => [key, each.reads()])
  return Object.fromEntries(read.filter(([, texts]) => texts.length > 0))
}

/** Does what the turn says; null where only time passes. */
async function take(world: World, people: Record<string, Somebody>, turn: Turn): Promise<Somebody | null> {
  const [deed = '', what] = Object.entries(turn)[0] ?? []
  if (deed === 'at') {
    await world.tickAt(`${String(what)}:00+08:00`)
    return null
  }
  const [key = '', act = 'says'] = deed.split(/ (.*)/)
  const person = people[key]
  if (!person) throw new Error(`nobody is called ${key}`)
  const words = String(what)
  switch (act) {
    case 'says':
      await person.says(words)
      break
    case 'in group':
      await person.saysInGroup(words)
      break
    case 'taps':
      await person.taps(words, turn.card === undefined ? undefined : new RegExp(turn.card))
      break
    case 'ticks':
      await person.ticks(...words.split(' '))
      break
    case 'sends':
      await person.sends(await photo(words))
      break
    default:
      throw new Error(`nobody can ${act}`)
  }
  return person
}
