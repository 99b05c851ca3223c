import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { dayOf, hourOf, instantOf } from '#src/domain/day.ts'
import { UserError } from '#src/domain/errors.ts'
import type { Person } from '#src/domain/person.ts'
import { userId } from '#src/domain/words.ts'
import { wordsOfSheet } from '#src/intake/lexicon.ts'
import { peopleOf, schoolsOf } from '#src/intake/listening-tables.ts'
import { contractFrame, wordsFor } from '#src/language/contract/frame.ts'
import type { Frame } from '#src/language/contract/slots.ts'
import { lexiconOf, type Lexicon } from '#src/language/lexicon/lexicon.ts'
import type { OwnWord } from '#src/language/lexicon/own-words.ts'
import { readOf } from '#src/language/length.ts'
import { createRegistry, type Registry } from '#src/language/schools/registry.ts'
import { speakerOf } from '#src/language/speaker.ts'
import { builtInWorkingDays } from '#src/policy/arranged.ts'
import type { Listening } from '#src/language/understanding.ts'
import type { WorkingDays } from '#src/policy/working-days.ts'
import type { KnownSchool } from '#src/language/understanding.ts'
import type { Command, Terminal } from './command.ts'
import { databasePath } from './database-path.ts'
import { wordsAt } from './words.ts'

/** Says what messages mean, without a database: JSON Lines in, JSON Lines out. */
export const understandCommand: Command = {
  usage: '--schools FILE --people FILE [--lexicon FILE] [--explain] < messages.jsonl',
  zh: '逐行说明消息的意思：从标准输入读 JSONL（id、now、userid、text），每行输出一行结果；不用数据库和网络。自己加的词取自 --lexicon 的表，没有写就取自数据库（有的话），用了哪个写在标准错误。',
  en: "Say what each message of a JSONL stream means. Needs no database and no network. An office's own words come from --lexicon, else from the database if there is one; standard error says which.",
  async run(args, { out, err }) {
    const { values } = parseArgs({
      args,
      options: {
        schools: { type: 'string' },
        people: { type: 'string' },
        lexicon: { type: 'string' },
        explain: { type: 'boolean' },
      },
    })
    if (!values.schools || !values.people) throw new UserError('请用 --schools 和 --people 写明两个表。')
    const people = await peopleOf(await contents(values.people))
    const schools = await schoolsOf(await contents(values.schools))
    const words = values.lexicon
      ? await sheetAt(values.lexicon, schools, err)
      : await wordsAt(databasePath(), err)
    const ear = earFor(schools, people, words)
    process.stdin.setEncoding('utf8')
    for await (const lines of linesOf(process.stdin))
      out(lines.map((line) => JSON.stringify(answerTo(line, ear, values.explain === true, err))).join('\n'))
    return 0
  },
}

async function sheetAt(
  name: string,
  schools: readonly KnownSchool[],
  err: Terminal['err'],
): Promise<OwnWord[]> {
  const words = await wordsOfSheet({ name, bytes: await contents(name) }, schools)
  err(`词表：${name} 里的 ${words.length} 个词。`)
  return words
}

async function contents(name: string): Promise<Uint8Array> {
  try {
    return await readFile(name)
  } catch (error) {
    throw new UserError(`打不开文件 ${name}。请核对路径和权限。`, { cause: error })
  }
}

/** Everything that stays the same from line to line. */
export type Ear = {
  registry: Registry
  lexicon: Lexicon
  people: ReadonlyMap<string, Person>
  workingDays: WorkingDays
}

/** Indexes a roster once for all lines. */
export function earFor(
  schools: readonly KnownSchool[],
  people: readonly Person[],
  words: readonly OwnWord[] = [],
): Ear {
  const counties = people.flatMap(({ county }) => county ?? [])
  return {
    registry: createRegistry(schools, counties, people),
    people: new Map(people.map((person) => [person.userid, person])),
    lexicon: lexiconOf(words),
    workingDays: builtInWorkingDays(),
  }
}

/** The lines of a stream as they come, so that whoever waits for an answer gets it, and no input is too large. */
async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string[]> {
  let rest = ''
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop()!
    if (lines.length > 0) yield lines
  }
  if (rest !== '') yield [rest]
}

type Message = { id: string; now: string; userid: string; text: string }
export type Answer = { id: string | null; error: string } | ({ id: string } & Omit<Frame, 'spans'>)

/** The answer to one line, and for a line that is not valid what is wrong with it. */
export function answerTo(
  line: string,
  ear: Ear,
  explain: boolean,
  warn: (words: string) => void = () => {},
): Answer {
  const message = messageOf(line)
  if ('error' in message) return message
  const read = readOf(message.text)
  if (read !== message.text)
    warn(`${message.id}：消息太长，只读了前 ${read.length} 个字，后面的没有读。请分成几条。`)
  const { intent, slots, spans } = contractFrame(read, ear.registry, listeningTo(message, ear))
  const because = (): string[] => wordsFor(intent, read, ear.registry, listeningTo(message, ear))
  return { id: message.id, intent, slots, ...(explain && { spans, because: because() }) }
}

/** Who speaks, and when. */
export const listeningTo = ({ now, userid }: Pick<Message, 'now' | 'userid'>, ear: Ear): Listening => ({
  today: dayOf(instantOf(now)),
  hour: hourOf(instantOf(now)),
  speaker: speakerOf(ear.people.get(userId(userid)) ?? strangerNamed(userid)),
  workingDays: ear.workingDays,
  draftOpen: false,
  lexicon: ear.lexicon,
})

/** Somebody whom the people file does not hold has no school and no county of his own. */
const strangerNamed = (written: string): Person => ({
  userid: userId(written),
  name: '',
  roles: [],
  county: null,
  school: null,
  assigned: [],
  unit: null,
})

function messageOf(line: string): Message | { id: string | null; error: string } {
  const given = parsed(line)
  if (!given) return { id: null, error: 'not a JSON object' }
  const { id, now, userid, text } = given
  const named = typeof id === 'string' ? id : null
  if (named === null) return { id: null, error: 'id is not a string' }
  if (typeof userid !== 'string') return { id: named, error: 'userid is not a string' }
  if (typeof text !== 'string') return { id: named, error: 'text is not a string' }
  if (typeof now !== 'string' || !isMoment(now))
    return { id: named, error: 'now is not an ISO 8601 date-time with an offset' }
  return { id: named, now, userid, text }
}

function parsed(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

function isMoment(written: string): boolean {
  try {
    instantOf(written)
    return true
  } catch {
    return false
  }
}
