import type { DraftFinding } from '#src/domain/visit.ts'
import type { Visit } from '#db/visits.ts'
import { dayText, type Day } from '#src/domain/day.ts'
import { itemsMeant } from '#src/language/visits/alike.ts'
import type { ChangeHeard, SchoolHeard } from '#src/language/understanding.ts'
import type { Context } from '../context.ts'
import { defaultPart, draftFinding, withDue, withSeverity } from './draft.ts'
import { settleSchool } from './log.ts'

/** What words change of a visit: its new values, lines to show with them, and what could not be found. */
export type Patch = { after: Partial<Visit>; hints: string[]; missed: string[] }

/** 「不是三中是四中」「期限改下周三」「第二个不要」 as new values. */
export function applyChanges(ctx: Context, visit: Visit, changes: readonly ChangeHeard[]): Patch {
  let patch: Patch = { after: {}, hints: [], missed: [] }
  for (const each of changes) patch = applyChange(ctx, { ...visit, ...patch.after }, each, patch)
  return patch
}

export function schoolPatch(ctx: Context, to: SchoolHeard): Patch {
  const { school, candidates, hints } = settleSchool(ctx, { school: to })
  return { after: { school, candidates }, hints, missed: [] }
}

export const dayPatch = (ctx: Context, visit: Visit, onDay: Day): Partial<Visit> => ({
  onDay,
  dayDefault: false,
  ...(visit.partDefault ? { part: defaultPart(onDay, ctx.today, ctx.listening.hour) } : {}),
})

function applyChange(ctx: Context, visit: Visit, heard: ChangeHeard, patch: Patch): Patch {
  const add = (after: Partial<Visit>): Patch => ({ ...patch, after: { ...patch.after, ...after } })
  switch (heard.field) {
    case 'school': {
      const next = schoolPatch(ctx, heard.to)
      return { ...add(next.after), hints: [...patch.hints, ...next.hints] }
    }
    case 'date':
      return add(dayPatch(ctx, visit, heard.to))
    case 'part':
      return add({ part: heard.to, partDefault: false })
    case 'methods':
      return add({ methods: heard.to, counts: { ...visit.counts, ...heard.counts } })
    case 'narrative':
      return add({ narrative: heard.to })
    case 'add':
      return add({
        findings: [...visit.findings, ...heard.findings.map((each) => draftFinding(each, ctx.today))],
      })
    default:
      return changeItems(ctx, visit, heard, patch)
  }
}

type ItemChange = Extract<ChangeHeard, { field: 'due' | 'severity' | 'text' | 'drop' | 'join' }>

function changeItems(ctx: Context, visit: Visit, heard: ItemChange, patch: Patch): Patch {
  if (heard.field === 'due' && heard.to < ctx.today)
    return {
      ...patch,
      missed: [...patch.missed, `${dayText(heard.to, ctx.today)}已经过了，期限没有改。请说今天以后的日期。`],
    }
  const named = heard.field === 'drop' ? heard.items : heard.item ? [heard.item] : null
  const chosen =
    named === null
      ? visit.findings.map((_, i) => i)
      : named.flatMap((item) => itemsMeant(visit.findings, item))
  if (chosen.length === 0)
    return { ...patch, missed: [...patch.missed, '没有找到您说的那一条，请说第几条。'] }
  const findings = visit.findings.flatMap((each, i) =>
    chosen.includes(i) ? changed(ctx, each, heard) : [each],
  )
  return { ...patch, after: { ...patch.after, findings } }
}

function changed(ctx: Context, finding: DraftFinding, heard: ItemChange): DraftFinding[] {
  switch (heard.field) {
    case 'drop':
      return []
    case 'due':
      return [{ ...withDue(finding, heard.to), ...(heard.open && { dueOpen: heard.open }) }]
    case 'severity':
      return [withSeverity(finding, heard.to, ctx.today)]
    case 'join':
      return [setApart(finding, !heard.to)]
    case 'text':
      return [{ ...finding, text: heard.to }]
  }
}

/** 新开, 并入: whether it is another thing than the open case that it is like. */
export function setApart({ apart: _, ...finding }: DraftFinding, apart: boolean): DraftFinding {
  return apart ? { ...finding, apart } : finding
}
