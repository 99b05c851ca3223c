import { awaitFrom } from '#db/dialogues.ts'
import { loosePhotos } from '#db/photos.ts'
import { photos } from '#db/schema/machine.ts'
import { visits } from '#db/schema/loop.ts'
import { create } from '#db/history.ts'
import { update, type Write } from '#db/store.ts'
import type { Visit } from '#db/visits.ts'
import { asVisitId } from '#db/visits.ts'
import { plusMs } from '#src/domain/day.ts'
import { hasRole, INSPECTOR_ROLES, OFFICE_ROLES } from '#src/domain/person.ts'
import type { DraftFinding } from '#src/domain/visit.ts'
import type { SchoolCode } from '#src/domain/words.ts'
import type { VisitHeard } from '#src/language/understanding.ts'
import { sectionIn } from '#src/language/rectifications/sections.ts'
import { raiseAlarms } from '../alarms/raise.ts'
import { act, type Context } from '../context.ts'
import { refused } from '../handled.ts'
import { both, plan, type Plan } from '../plan.ts'
import { defaultPart, draftFinding, mustRecuse, roleToVisit, visitorRole, visitSubject } from './draft.ts'
import { draftCard, openItemsPost } from './draft-card.ts'
import { joinOpenCases } from './open-cases.ts'

/** Pictures sent up to half an hour before the words belong to them. */
const PHOTO_WAIT_MS = 30 * 60_000

/** 「昨天下午去了…」: one card for each school, nothing saved but the draft. */
export async function logVisits(ctx: Context, heard: readonly VisitHeard[]): Promise<Plan> {
  if (!hasRole(ctx.me, [...INSPECTOR_ROLES, ...OFFICE_ROLES]))
    return refused('登记督导由督学和督导办办理。您可以回复「帮助」看看能做什么。')
  let whole = plan({})
  for (const [i, each] of heard.entries()) whole = both(whole, await draftOne(ctx, each, i === 0))
  return whole
}

async function draftOne(ctx: Context, heard: VisitHeard, first: boolean): Promise<Plan> {
  const { row, hints } = await newDraft(ctx, heard)
  const taken = first ? await takePhotos(ctx, visitSubject(row.id)) : []
  const alarm = await raiseAlarms(ctx, row)
  const drafted = plan({
    writes: [
      ...create(visits, row, act(ctx, 'visit.draft', visitorRole(ctx.me))),
      ...taken,
      awaitFrom(ctx.me.userid, { kind: 'visit_change', visit: row.id }, ctx.now),
    ],
    send: [...(await openItemsPost(ctx, row)), await draftCard(ctx, row, hints, taken.length)],
  })
  return both(drafted, alarm)
}

/** 学校自己解决不了，要找基建科: the letter will go there. */
const withSection = (finding: DraftFinding, section: string | null): DraftFinding =>
  section && finding.severity === 'complex' ? { ...finding, section } : finding

/** The school is settled only where exactly one fits and the sender may go there. */
async function newDraft(ctx: Context, heard: VisitHeard): Promise<{ row: Visit; hints: string[] }> {
  const { school, candidates, hints } = settleSchool(ctx, heard)
  const onDay = heard.date ?? ctx.today
  const section = sectionIn(ctx.words ?? '')
  const findings = heard.findings.map((finding) => withSection(draftFinding(finding, ctx.today), section))
  const row: Visit = {
    id: asVisitId(ctx.ids.fresh()),
    seq: 1,
    state: 'draft',
    since: ctx.now,
    inspector: ctx.me.userid,
    createdAt: ctx.now,
    school,
    candidates,
    onDay,
    dayDefault: heard.date === null,
    part: heard.part ?? defaultPart(onDay, ctx.today, ctx.listening.hour),
    partDefault: heard.part === null,
    methods: heard.methods,
    counts: heard.counts,
    findings: await joinOpenCases(ctx, school, findings),
    narrative: ctx.words ?? '',
    copy: 0,
    no: null,
    submittedAt: null,
    companions: null,
    followups: null,
    recusalWaived: null,
    signedBy: null,
    signedAt: null,
    amending: null,
    wentInto: null,
    byModel: ctx.byModel,
    visitType: 'routine',
    filed: false,
    matters: [],
  }
  return { row, hints }
}

type SchoolSettled = { school: SchoolCode | null; candidates: SchoolCode[]; hints: string[] }

/** Shared with corrections: a named school becomes the draft's, a question, or a reason why not. */
export function settleSchool(ctx: Context, heard: Pick<VisitHeard, 'school'>): SchoolSettled {
  if (!heard.school) return { school: null, candidates: ctx.me.assigned.slice(0, 5), hints: [] }
  const { candidates, text } = heard.school
  const [only] = candidates
  if (!only) return { school: null, candidates: [], hints: [`没有找到「${text}」`] }
  if (candidates.length > 1) return { school: null, candidates, hints: [] }
  const school = ctx.roster.school(only)
  if (mustRecuse(ctx, only)) return { school: only, candidates: [], hints: [] }
  if (!roleToVisit(ctx, school))
    return { school: null, candidates: [], hints: [`${school.name}不在您的督导范围`] }
  return { school: only, candidates: [], hints: [] }
}

/** Gives the pictures of this message, and those just before it, to a record. */
export async function takePhotos(ctx: Context, subject: string): Promise<Write[]> {
  const earlier = await loosePhotos(ctx.db, ctx.me.userid, plusMs(ctx.now, -PHOTO_WAIT_MS))
  const ids = new Set([...earlier.map((photo) => photo.id), ...ctx.photos])
  return [...ids].map((id) => update(photos, { subject }, { id }))
}
