import { unitsOf } from './form-table.ts'
import { describesSchool } from './called.ts'
import { coresOf, sensesOf, type Entry, type Registry, type Sense } from './registry.ts'
import { hasKind, isPlainWord, mayBeSchool, standsAfter, type Before } from './school-context.ts'
import { oneSlipFrom, worn } from './slips.ts'
import { matchesOf, overlaps, spansOf } from '../text.ts'
import type { Span } from '../understanding.ts'
import { isOrdinary } from './unknown-names.ts'

/** Words where a school's name should stand and no name of the roster does. */
export type Chunk = {
  from: number
  text: string
  stands: Before
  /** It reads as a school's name (红星小学), so that it is one that the roster does not know if nothing is near. */
  names: boolean
}

/** A school that the speaker may have meant; `length` characters of the chunk are its name. */
export type NearSense = Sense & { length: number }

const TYPED =
  /([一-龥a-z\d()]{1,10}?)(幼儿园|幼稚园|小学(?:(?![的和与跟及、])[一-龥]){1,3}教学点|小学|中学|学校|中心校|保育院|教学点|(?<=[一二三四五六七八九十\d])[中小幼](?![午央考心时部块学]))(?![生化部段籍习])/y
const BARE = /[一-龥]{2,5}/y
const SLOT =
  /(?:去了?过?|到了?|来到|跑了?|前往|赴|在|督导了?|检查了?|巡查了?|走访了?|抽查了?|回访了?|复查了?)(?!位)(?:的是?)?|(?<=[\s,。;:[\]【】、])/g
// 一中跟名德小学: behind a joining word stands another name.
const JOINS = /^(?:和|与|跟|及|以及|还有)?/
const PART_OF_DAY = /[上下中]午|[早晚]上/g
const GENERIC =
  /^(?:我们?|本|[我本全各]们?[市县区镇乡]|该|这所?|那所?|各所?|全[市县区校镇]?|哪[些几]?[所个家]?|几所|所有|贵|你们?|他们?|有的|部分|每所|乡镇|农村|城区|民办|公办|中|初|高|两所?|三所|周边|隔壁|附近|某|辖区|全部|多所|一所|一些|[一二两三四五六七八九十几\d]+[所个家]|小学和?|普惠|新建|其他|下一所|平台|国家|中小|义务教育|.*(?:我|我们|咱们?|本|贵|你们|该|这所|(?:几|多少|哪些?)[所个家]?|各|所有|每|全部|[一二两三四五六七八九十\d]+[所个家])|.*(?:的|了|是|有|没|不|和|与|要求|提醒|反馈|通知))$/

/** 上课学校 and 边走边看幼儿园 are no names; 火车站旁边那所幼儿园 is one that the roster does not tell. */
const mayBegin = (stem: string): boolean => describesSchool(stem) || !isOrdinary(stem)

function typedAt(text: string, from: number, stands: Before): Chunk | null {
  TYPED.lastIndex = from
  const found = TYPED.exec(text)
  const span: Span = [from, from + (found?.[0].length ?? 0)]
  if (!found || GENERIC.test(found[1]!) || !mayBeSchool(text, span, stands)) return null
  const certain = found[2] === '学校' || found[2] === '教学点' ? stands === 'verb' : stands !== 'clause'
  return {
    from,
    text: found[0],
    stands,
    names:
      certain &&
      stands !== 'word' &&
      mayBegin(found[1]!) &&
      found[1]!.length >= (found[2]!.length === 1 ? 1 : 2),
  }
}

function bareAt(text: string, from: number, stands: Before): Chunk | null {
  BARE.lastIndex = from
  const found = stands === 'verb' || stands === 'start' ? BARE.exec(text) : null
  return found && { from, text: found[0], stands, names: false }
}

const free = ({ from, text }: Chunk, taken: readonly Span[]): boolean =>
  !taken.some(([start, end]) => start < from + text.length && from < end)

/** The places where a name could stand: after a verb of going, a date, or at the head of a clause. */
function slotsOf(text: string, taken: readonly Span[]): number[] {
  const ends = spansOf(text, SLOT).map(([, end]) => end)
  const parts = spansOf(text, PART_OF_DAY).map(([, end]) => end)
  const behind = taken.flatMap(([, end]) => [end, end + JOINS.exec(text.slice(end, end + 3))![0].length])
  return [...new Set([0, ...ends, ...parts, ...behind])].sort((a, b) => a - b)
}

/** What could be a school's name although the roster has no such form. */
export function chunksOf(text: string, dates: readonly Span[], schools: readonly Span[]): Chunk[] {
  const chunks: Chunk[] = []
  const taken = [...dates, ...schools]
  // From the last slot back: in 去了红星小学 the name begins behind the verb, not at the head of the clause.
  for (const from of slotsOf(text, taken).reverse()) {
    const stands = standsAfter(text, from, dates)
    const spans: Span[] = [...taken, ...chunks.map((each): Span => [each.from, each.from + each.text.length])]
    const fits = [typedAt(text, from, stands), bareAt(text, from, stands)].find(
      (each) => each && free(each, spans),
    )
    if (fits) chunks.push(fits)
  }
  return chunks
}

const inexact = (senses: Sense[]): Sense[] => senses.map((sense) => ({ ...sense, exact: false }))

/** Schools whose name sounds like this. */
export const sounding = (text: string, registry: Registry): Sense[] =>
  inexact(sensesOf(registry, registry.sounds.of(registry.soundOf(text))))

/** The schools that could be meant with one slip: too many to be looked at more than once. */
function perhapsSlipped(text: string, { worn: table, soundOf, entries }: Registry): Entry[] {
  const values = new Set(worn(text).flatMap((each) => table.of(soundOf(each))))
  return [...values].map((value) => entries[value]!)
}

const asSenses = (entries: readonly Entry[]): Sense[] => entries.map((entry) => ({ entry, exact: false }))

/** Schools whose name this is with one slip: 文清洛小学 for 文清路小学. */
export function slipped(text: string, registry: Registry): Sense[] {
  const isOneSlip = oneSlipFrom(text, registry)
  return asSenses(perhapsSlipped(text, registry).filter((entry) => coresOf(entry).some(isOneSlip)))
}

/** Where there is none, those near by of whose name one of two characters sounds nearly alike: 白搭小学 for 白塔小学. */
function slippedOrAlike(text: string, registry: Registry, levelOf: (sense: Sense) => number): Sense[] {
  const perhaps = perhapsSlipped(text, registry)
  const isOneSlip = oneSlipFrom(text, registry)
  const found = perhaps.filter((entry) => coresOf(entry).some(isOneSlip))
  if (found.length > 0) return asSenses(found)
  const isAlike = oneSlipFrom(text, registry, true)
  return asSenses(perhaps)
    .filter((sense) => levelOf(sense) < 2)
    .filter(({ entry }) => coresOf(entry).some(isAlike))
}

/** Schools whose name sounds like this where 新 and 兴 are one. */
const soundingNearly = (text: string, registry: Registry): Sense[] =>
  inexact(sensesOf(registry, registry.nearSounds.of(registry.nearSoundOf(text))))

function misspelt(text: string, registry: Registry, levelOf: (sense: Sense) => number): Sense[] {
  const senses = sounding(text, registry)
  if (senses.length > 0) return senses
  const nearly = soundingNearly(text, registry).filter((sense) => levelOf(sense) < 2)
  return nearly.length > 0 ? nearly : slippedOrAlike(text, registry, levelOf)
}

const KIND_THERE = /幼儿园|小学(?![生部化])|中学(?!生)|教学点/g
const STEMS = [5, 4, 3, 2]

/**
 * Names of his county that stand misspelt among other words, where no name could be expected: 只看了一小时新河湾幼儿园. Of
 * two syllables only the very sound tells enough.
 */
export function amongWords(
  text: string,
  taken: readonly Span[],
  registry: Registry,
  levelOf: (sense: Sense) => number,
): { span: Span; senses: Sense[] }[] {
  return matchesOf(text, KIND_THERE).flatMap(({ index, 0: kind }) => {
    const end = index + kind.length
    for (const length of STEMS) {
      const span: Span = [index - length, end]
      if (span[0] < 0 || taken.some((each) => overlaps(each, span))) continue
      const words = text.slice(...span)
      // A form has been refused as a name there already.
      if (registry.forms.of(unitsOf(words)).length > 0) return []
      const senses = [...sounding(words, registry), ...(length > 2 ? soundingNearly(words, registry) : [])]
      const there = senses.filter((sense) => levelOf(sense) < 2)
      if (there.length > 0) return [{ span, senses: there }]
    }
    return []
  })
}

/**
 * Schools that a chunk may mean by its sound or likeness. A stem alone is compared by sound only with the speaker's own
 * schools, or after a verb of going with his county's: two syllables sound like too many other words.
 */
export function near(chunk: Chunk, registry: Registry, levelOf: (sense: Sense) => number): NearSense[] {
  if (hasKind(chunk.text) || /[中小幼]$/.test(chunk.text)) {
    // 石塘镇中小 of 石塘镇中小学生 has been refused as a name already.
    if (/中小$/.test(chunk.text)) return []
    return misspelt(chunk.text, registry, levelOf).map((sense) => ({ ...sense, length: chunk.text.length }))
  }
  for (let length = chunk.text.length; length >= 2; length--) {
    const word = chunk.text.slice(0, length)
    const reach = chunk.stands === 'verb' && word === chunk.text ? 1 : 0
    // A word that is a form itself has been refused as a name already: 实验室; and 食堂 is not 石塘.
    const isWord = isPlainWord(word) || registry.forms.of(unitsOf(word)).length > 0
    const found = isWord ? [] : sounding(word, registry).filter((sense) => levelOf(sense) <= reach)
    if (found.length > 0) return found.map((sense) => ({ ...sense, length }))
  }
  return []
}
