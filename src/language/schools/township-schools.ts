import { unitsOf } from './form-table.ts'
import { resolved } from './nearest-schools.ts'
import { sensesOf, type Registry } from './registry.ts'
import { standsAfter } from './school-context.ts'
import type { Ear } from './school-matches.ts'
import { matchesOf, overlaps } from '../text.ts'
import type { SchoolHeard, Span } from '../understanding.ts'

/** A township that is named for itself, or the stem of a school beside which another of its kinds is told. */
type Town = { name: string; span: Span }

const KIND =
  /(?<![第一二三四五六七八九十\d这那哪各每某有们我个村验])(?:中心(?:小学|校|完小|幼儿园|园)|[镇乡]小(?!学)|中小(?!学)|(?:初级)?中学|初中|高中|小学|幼儿园|教学点)(?![生部化段教阶])(?!、[高初]中)/g
const IS_KIND = new RegExp(`^${KIND.source}$`)
/** Behind a township that is gone to: 沙洲那边, 竹坝镇,中小女厕, 金沙三家, 芦田今天跑了. */
const GONE_TO =
  /^(?:[镇乡](?!小(?!学))|街道)?(?:$|[\s,。;:、]|的|[那这]边|上|今|昨|前天|[两二三四五六几\d]{1,2}[个家所校处]|[都跑看走查去]|和|跟|与)/
const TOWN_LENGTHS = [4, 3, 2]

/** The townships that a text names for themselves; none within the name of a school. */
function townsIn(
  text: string,
  schools: readonly SchoolHeard[],
  taken: readonly Span[],
  towns: Registry['towns'],
): Town[] {
  const found: Town[] = []
  for (let from = 0; from < text.length - 1; from++) {
    const length = TOWN_LENGTHS.find((each) => towns.has(text.slice(from, from + each)))
    if (length === undefined) continue
    const span: Span = [from, from + length]
    const name = text.slice(...span)
    const isPart = schools.some((each) => overlaps(each.span, span) && each.text !== name)
    if (isPart || !GONE_TO.test(text.slice(span[1])) || !mayBegin(text, from, found, taken)) continue
    found.push({ name, span })
    from += length - 1
  }
  return found
}

const LISTED = /^[镇乡]?(?:和|与|跟|、)$/

const mayBegin = (text: string, from: number, found: readonly Town[], taken: readonly Span[]): boolean =>
  standsAfter(text, from, taken) !== 'word' ||
  (found.length > 0 && LISTED.test(text.slice(found.at(-1)!.span[1], from)))

/** The schools of a kind in a township: 沙洲 with 中心小学. */
function schoolsOf(town: string, kind: string, { registry, speaker }: Ear): SchoolHeard['candidates'] {
  const senses = sensesOf(registry, registry.forms.of(unitsOf(town + kind)))
  return resolved(senses, [], registry.cities, speaker)
}

const JOINS = /^(?:和|与|跟|、|以及|还有|加)$/
const STEM = /^([一-龥]{2,4}?)[镇乡]?的?(?:中心)?(?:中学|小学|初中|幼儿园)$/

/** 茶园 of 茶园中学跟小学: what the kind that is told beside a school goes with. */
function stemBeside(text: string, at: number, schools: readonly SchoolHeard[]): Town[] {
  return schools.flatMap((each) => {
    const stem = JOINS.test(text.slice(each.span[1], at)) ? STEM.exec(each.text)?.[1] : undefined
    return stem ? [{ name: stem, span: each.span }] : []
  })
}

/** 罗汉镇、白茅乡的两所中心小学: the townships of which a kind is told at once. */
function sharing(text: string, at: number, towns: readonly Town[]): Town[] {
  const last = towns.at(-1)
  if (!last || !/^[镇乡]?的?[两三四五\d][所个家]$/.test(text.slice(last.span[1], at))) return []
  let first = towns.length - 1
  while (first > 0 && LISTED.test(text.slice(towns[first - 1]!.span[1], towns[first]!.span[0]))) first--
  return towns.slice(first, -1)
}

/** Whether all schools between a township and a kind are of that township. */
const isStillThere = (
  town: Town,
  at: number,
  schools: readonly SchoolHeard[],
  { nameOf }: Registry,
): boolean =>
  schools
    .filter(({ span }) => span[0] >= town.span[1] && span[1] <= at)
    .every(({ candidates }) => candidates.some((code) => nameOf(code).includes(town.name)))

/** A kind, and the township of which it tells a school. */
type Told = { span: Span; candidates: SchoolHeard['candidates']; town: string }

/** What a kind tells of the township that was named last; a township that it follows at once may have several of it. */
function toldBy(
  text: string,
  { index, 0: word }: RegExpExecArray,
  named: readonly SchoolHeard[],
  towns: readonly Town[],
  ear: Ear,
): Told[] {
  const before = towns.filter(({ span }) => span[1] <= index)
  const town = stemBeside(text, index, named)[0] ?? before.at(-1)
  if (!town || !isStillThere(town, index, named, ear.registry)) return []
  const candidates = schoolsOf(town.name, word, ear)
  const follows = /^[镇乡]?的?$/.test(text.slice(town.span[1], index))
  if (candidates.length === 0 || (candidates.length > 1 && !follows)) return []
  const others = sharing(text, index, before).map(({ name, span }): Told => {
    return { span, candidates: schoolsOf(name, word, ear), town: name }
  })
  const span: Span = [follows ? town.span[0] : index, index + word.length]
  return [...others, { span, candidates, town: town.name }]
}

/**
 * The schools that are told by their kind behind the township that one went to: 昨天去的沙洲,中学和中心小学. What was heard
 * of those words before, a 中心小学 of somewhere, or the township as a school, is not among the rest.
 */
export function inTownships(
  written: string,
  text: string,
  heard: readonly SchoolHeard[],
  dates: readonly Span[],
  ear: Ear,
): SchoolHeard[] {
  const named = heard.filter((each) => !IS_KIND.test(each.text))
  const kinds = matchesOf(text, KIND).filter(
    ({ index, 0: word }) => !named.some(({ span }) => overlaps(span, [index, index + word.length])),
  )
  if (kinds.length === 0) return [...heard]
  const towns = townsIn(text, named, dates, ear.registry.towns)
  const told = kinds.flatMap((kind) => toldBy(text, kind, named, towns, ear))
  const isTold = (each: SchoolHeard): boolean =>
    told.some(({ span, town }) => overlaps(span, each.span) || town === each.text)
  return [
    ...heard.filter((each) => !isTold(each)),
    ...told.map(({ span, candidates }) => ({ text: written.slice(...span), span, candidates })),
  ].sort((a, b) => a.span[0] - b.span[0])
}
