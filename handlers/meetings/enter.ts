import { MEETING_NAMES, meetingFields } from '#cards/meetings.ts'
import { recordId } from '#db/filing.ts'
import { recordOf } from '#db/on-file.ts'
import { photosOf } from '#db/photos.ts'
import { dayText } from '#src/domain/day.ts'
import type { MeetingSaid } from '#src/domain/entry.ts'
import { CITY } from '#src/domain/records.ts'
import { meetingSaid } from '#src/language/entries/meetings.ts'
import { roleForPlace } from '#src/policy/permission.ts'
import type { Context } from '../context.ts'
import { entrySubject, file, type Entering, type Question } from '../entries/entering.ts'
import { plan } from '../plan.ts'

/** What a complete one says. */
type Complete = MeetingSaid & Required<Pick<MeetingSaid, 'meetingType' | 'heldOn'>>

export const placeOf = (ctx: Context): string => ctx.me.county ?? CITY
export const placeName = (ctx: Context): string => ctx.me.county ?? ctx.roster.city

/** 登记会议, held or planned (policy.md 5.6): an office's, of its own committee. Nobody is invited by it. */
export const meeting: Entering<MeetingSaid> = {
  title: '登记会议',
  notYours: '会议由召开这一级的督导办登记。',
  called: /会议|全会|督委会/,
  role: (ctx) => roleForPlace(ctx.me, 'enter_meeting', ctx.me.county),
  county: (ctx) => ctx.me.county,
  hears: (ctx, heard) => meetingSaid(heard, ctx.listening),
  question: async (_, said) => questionOf(said),
  shows: async (ctx, said) => ({
    fields: meetingFields(said, placeName(ctx), ctx.today),
    hints: hintsOf(ctx, said),
  }),
  refusal: async (ctx, said) => refusalOf(ctx, said as Complete),
  async files(ctx, entry, values, role) {
    const said = values as Complete
    const id = idOf(ctx, said)
    const photos = await photosOf(ctx.db, entrySubject(entry.id))
    return {
      record: id,
      plan: plan({
        writes: await file(ctx, 'meetings', id, fieldsOf(ctx, said, photos.length), role),
        reply: doneText(ctx, said, photos.length > 0),
      }),
    }
  },
}

const idOf = (ctx: Context, { meetingType, heldOn }: Complete): string =>
  recordId('meetings', [placeOf(ctx), meetingType, heldOn])

const isPlanned = (ctx: Context, { heldOn }: MeetingSaid): boolean =>
  heldOn !== undefined && heldOn > ctx.today

function fieldsOf(ctx: Context, said: Complete, photos: number): Record<string, unknown> {
  const { meetingType, heldOn, title, chair, present, docNo } = said
  return {
    place: placeOf(ctx),
    meetingType,
    heldOn,
    status: isPlanned(ctx, said) ? 'planned' : 'held',
    minutesOn: docNo || photos > 0 ? ctx.today : null,
    title: title ?? null,
    chair: chair ?? null,
    expected: [],
    present: present ? [present] : [],
    docNo: docNo ?? null,
    file: photos > 0 ? `照片${photos}张` : null,
  }
}

function questionOf({ meetingType, heldOn }: MeetingSaid): Question | null {
  if (!heldOn) return { slot: 'heldOn', ask: '哪天开的，或哪天要开？请直接回复日期' }
  if (meetingType) return null
  const choices = Object.entries(MEETING_NAMES).map(([value, label]) => ({ value, label }))
  return { slot: 'meetingType', ask: '是哪一类会议？', choices }
}

function hintsOf(ctx: Context, said: MeetingSaid): string[] {
  if (isPlanned(ctx, said)) return ['只作安排登记，参会人员请另行通知']
  return said.docNo
    ? []
    : ['纪要可以现在发照片，也可以随后说「纪要 ××〔2026〕3号」；没有纪要按「已开未归档」算']
}

async function refusalOf(ctx: Context, said: Complete): Promise<string | null> {
  const onFile = await recordOf(ctx.db, 'meetings', idOf(ctx, said))
  const again =
    onFile && !onFile.withdrawn && onFile['status'] === (isPlanned(ctx, said) ? 'planned' : 'held')
  return again
    ? `${dayText(said.heldOn, ctx.today)}的${MEETING_NAMES[said.meetingType]}已经登记过了；要补纪要请说「纪要 ××〔2026〕3号」。`
    : null
}

function doneText(ctx: Context, said: Complete, hasPhotos: boolean): string {
  const what = `${dayText(said.heldOn, ctx.today)}${said.time ?? ''}${MEETING_NAMES[said.meetingType]}`
  if (isPlanned(ctx, said))
    return `已登记拟召开：${what}。要改请说「${MEETING_NAMES[said.meetingType]}改到…」或「…取消」。`
  return `已登记：${what}。${said.docNo || hasPhotos ? '' : '纪要还没有归档，有了请发照片，或说「纪要 ××〔2026〕3号」。'}`
}
