import type { Field } from '#cards/card.ts'
import type { Entry } from '#db/entries.ts'
import { changeRecord, fileRecord, type RecordKind } from '#db/filing.ts'
import type { Act } from '#db/history.ts'
import { recordOf } from '#db/on-file.ts'
import type { Write } from '#db/store.ts'
import { hear, type Heard } from '#src/language/hear.ts'
import type { Role } from '#src/domain/words.ts'
import { act, type Context } from '../context.ts'
import type { Plan } from '../plan.ts'

/** An answer as its button names it; `words`: other words for it. */
type Choice = { label: string; value: string; words?: RegExp }

/**
 * One thing that is missing. Where there are `choices` one of them is the answer, of `ticks` several may be; `open`: the words
 * as they stand are it.
 */
export type Question = {
  slot: string
  ask: string
  choices?: Choice[]
  ticks?: { label: string; value: string }[]
  open?: true
  /** What a number alone counts: 24 of 学时. */
  unit?: string
}

/** How the records of one kind are entered by saying them; `V` is what may be said of one. */
export type Entering<V extends object> = {
  title: string
  /** What somebody hears who may not enter it: who does. */
  notYours: string
  /** The words by which one that is on file is named; absent where it is ended in another way (a wish). */
  called?: RegExp
  /** In which role this person may enter it; null where he may not. */
  role(ctx: Context, said: V): Role | null
  /** Whose office has to do with it; null: the city's. */
  county(ctx: Context, said: V): string | null
  /** What words say of it: of the first message, of an answer and of a change alike. */
  hears(ctx: Context, heard: Heard): V
  /** What is said later beside what stands; where it is left out, the later holds. */
  merge?(before: V, more: V): V
  question(ctx: Context, said: V): Promise<Question | null>
  /** What the card says: the values as they will be saved, and what is to be known before. */
  shows(ctx: Context, said: V): Promise<{ fields: Field[]; hints: string[] }>
  /** Why it can not be filed as it stands. */
  refusal(ctx: Context, said: V): Promise<string | null>
  /** What 确认 does besides moving the entry to `filed`: the record, and who is told. */
  files(ctx: Context, entry: Entry, said: V, role: Role): Promise<Filing>
  /** What its author is shown of it once it is on file, where that is not the usual. */
  receipt?: { title: string; hint: string }
  /** Who learns besides that it was taken back (撤回重填), and which cards have lost their meaning. */
  takenBack?(ctx: Context, entry: Entry): Promise<Partial<Pick<Plan, 'send' | 'settle'>>>
}

/** `record`: the id under which it is on file. */
export type Filing = { record: string | null; plan: Plan }

/** What was said, heard once more for its slots. */
export const heardIn = (ctx: Context, words = ctx.said ?? ''): Heard =>
  hear(words, ctx.registry, ctx.listening)

export const entrySubject = (id: string): string => `entry:${id}`

/** Files a record under its id, or puts right the one on file under it, taken back or not: what was not said of that stays. */
export async function file(
  ctx: Context,
  kind: RecordKind,
  id: string,
  fields: Record<string, unknown>,
  role: Role,
): Promise<Write[]> {
  const onFile = await recordOf(ctx.db, kind, id)
  const by = bySpeaker(ctx, role)
  return onFile
    ? changeRecord(kind, onFile, { ...known(fields), withdrawn: false }, by)
    : fileRecord(kind, id, { ...fields, withdrawn: false }, by)
}

/** Who changes a record on file, in which words. */
export const bySpeaker = (ctx: Context, role: Role): Omit<Act, 'kind'> => act(ctx, '', role)

const known = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  )
