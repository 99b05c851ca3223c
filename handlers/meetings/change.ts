import { MEETING_NAMES, meetingLabel } from '#cards/meetings.ts'
import type { Field } from '#cards/card.ts'
import { changeRecord, fileRecord, recordId, type Filed } from '#db/filing.ts'
import { meetingsOf, recordOf, type MeetingRow } from '#db/on-file.ts'
import type { Write } from '#db/store.ts'
import { dayText } from '#src/domain/day.ts'
import type { MeetingChangeSaid } from '#src/domain/entry.ts'
import type { Role } from '#src/domain/words.ts'
import { meetingChangeSaid } from '#src/language/entries/meetings.ts'
import { roleForPlace } from '#src/policy/permission.ts'
import type { Context } from '../context.ts'
import { bySpeaker, type Entering, type Question } from '../entries/entering.ts'
import { plan } from '../plan.ts'
import { placeOf } from './enter.ts'

type Change = NonNullable<MeetingChangeSaid['change']>

const NAMES: Record<Change, string> = { minutes: '纪要归档', move: '改期', cancel: '取消' }

/** 「纪要 章督委〔2026〕3号」「全体会改到下周四」「全体会取消」: what becomes of a meeting that is on file. */
export const meetingChange: Entering<MeetingChangeSaid> = {
  title: '会议变动',
  notYours: '会议由召开这一级的督导办登记和改期。',
  called: /纪要|会议变动|改期|(?:会议?|全会)(?:的)?取消/,
  role: (ctx) => roleForPlace(ctx.me, 'enter_meeting', ctx.me.county),
  county: (ctx) => ctx.me.county,
  hears: (ctx, heard) => meetingChangeSaid(heard, ctx.listening),
  question: questionOf,
  shows: async (ctx, said) => ({ fields: await fieldsOf(ctx, said), hints: [] }),
  refusal: async (ctx, said) =>
    (await meant(ctx, said)).length === 0 ? '没有找到这次会议，请先说「登记会议 日期 会议名称」。' : null,
  async files(ctx, _, said, role) {
    const [row] = await meant(ctx, said)
    const done = `已登记：${row ? nameOf(ctx, row) : ''}${NAMES[said.change ?? 'minutes']}。`
    return {
      record: row?.id ?? null,
      plan: plan({ writes: row ? await writesOf(ctx, row, said, role) : [], reply: done }),
    }
  },
}

const nameOf = (ctx: Context, row: MeetingRow): string =>
  `${dayText(row.heldOn, ctx.today)}${MEETING_NAMES[row.meetingType]}`

/** The meetings that it may be about: held and without minutes, or still to come; the newest first. */
async function meant(
  ctx: Context,
  { change, meeting, meetingType }: MeetingChangeSaid,
): Promise<MeetingRow[]> {
  const all = (await meetingsOf(ctx.db, placeOf(ctx))).filter(
    (each) => meetingType === undefined || each.meetingType === meetingType,
  )
  if (meeting) return all.filter((each) => each.id === meeting)
  const fits =
    change === 'minutes'
      ? (each: MeetingRow) => each.status === 'held' && each.minutesOn === null
      : (each: MeetingRow) => each.status === 'planned'
  return all.filter(fits).toSorted((a, b) => (a.heldOn < b.heldOn ? 1 : -1))
}

/** A card has room for five meetings and 不记. */
const MOST_CHOICES = 5

async function questionOf(ctx: Context, said: MeetingChangeSaid): Promise<Question | null> {
  if (!said.change) return { slot: 'docNo', ask: '纪要的文号是什么？例如：章督委〔2026〕3号' }
  const rows = await meant(ctx, said)
  if (rows.length > 1 && !said.meeting) {
    const choices = rows.slice(0, MOST_CHOICES).map((each) => ({ value: each.id, label: meetingLabel(each) }))
    return { slot: 'meeting', ask: '是哪次会议？', choices }
  }
  return said.change === 'move' && !said.to ? { slot: 'to', ask: '改到哪天？请直接回复日期' } : null
}

async function fieldsOf(ctx: Context, said: MeetingChangeSaid): Promise<Field[]> {
  const [row, another] = await meant(ctx, said)
  return [
    { name: '事项', value: NAMES[said.change ?? 'minutes'] },
    ...(row && !another ? [{ name: '会议', value: nameOf(ctx, row) }] : []),
    ...(said.docNo ? [{ name: '文号', value: said.docNo }] : []),
    ...(said.photos ? [{ name: '纪要', value: `照片${said.photos}张` }] : []),
    ...(said.change === 'move' && said.to ? [{ name: '改到', value: dayText(said.to, ctx.today) }] : []),
  ]
}

async function writesOf(
  ctx: Context,
  row: MeetingRow,
  said: MeetingChangeSaid,
  role: Role,
): Promise<Write[]> {
  const by = bySpeaker(ctx, role)
  const { change, to } = said
  if (change === 'minutes')
    return changeRecord('meetings', row, { ...minutes(said), minutesOn: ctx.today }, by)
  if (change === 'cancel' || !to) return changeRecord('meetings', row, { status: 'cancelled' }, by)
  return [...changeRecord('meetings', row, { status: 'postponed' }, by), ...(await anew(ctx, row, to, role))]
}

const minutes = ({ docNo, photos }: MeetingChangeSaid) => ({
  ...(docNo && { docNo }),
  ...(photos && { file: `照片${photos}张` }),
})

/** The day is part of what tells a meeting from others, so the new day is a new row. */
async function anew(
  ctx: Context,
  row: MeetingRow,
  heldOn: MeetingRow['heldOn'],
  role: Role,
): Promise<Write[]> {
  const id = recordId('meetings', [row.place, row.meetingType, heldOn])
  const onFile: Filed | null = await recordOf(ctx.db, 'meetings', id)
  const { place, meetingType, title, chair, expected } = row
  const fields = { place, meetingType, heldOn, status: 'planned', title, chair, expected, present: [] }
  const by = bySpeaker(ctx, role)
  return onFile
    ? changeRecord('meetings', onFile, { status: 'planned', withdrawn: false }, by)
    : fileRecord('meetings', id, { ...fields, withdrawn: false }, by)
}
