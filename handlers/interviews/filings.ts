import type { Field } from '#cards/card.ts'
import { changeRecord } from '#db/filing.ts'
import { interviewsOf, type InterviewRow } from '#db/on-file.ts'
import { dayText } from '#src/domain/day.ts'
import type { FilingSaid } from '#src/domain/entry.ts'
import type { SchoolCode } from '#src/domain/words.ts'
import { filingSaid } from '#src/language/entries/interviews.ts'
import { roleForPlace } from '#src/policy/permission.ts'
import type { Context } from '../context.ts'
import { bySpeaker, type Entering, type Question } from '../entries/entering.ts'
import { placeOf } from '../meetings/enter.ts'
import { plan } from '../plan.ts'

type Receiver = NonNullable<FilingSaid['to']>[number]

const RECEIVERS: readonly (readonly [Receiver, string, keyof InterviewRow])[] = [
  ['party', '党委', 'filedPartyOn'],
  ['government', '政府', 'filedGovernmentOn'],
  ['superior', '上级', 'filedSuperiorOn'],
]

/** 约谈材料报送县委县政府了 回执已收: which of the three have the record of an interview (C8.2). */
export const filing: Entering<FilingSaid> = {
  title: '约谈材料报送',
  notYours: '约谈材料的报送由组织约谈的督导办登记。',
  called: /报送|约谈材料|回执/,
  role: (ctx) => roleForPlace(ctx.me, 'hold_interview', ctx.me.county),
  county: (ctx) => ctx.me.county,
  hears: (_, heard) => filingSaid(heard),
  question: questionOf,
  shows: async (ctx, said) => ({ fields: await fieldsOf(ctx, said), hints: await hintsOf(ctx, said) }),
  refusal: async (ctx, said) =>
    (await meant(ctx, said)).length === 0
      ? '没有等着报送的约谈，请先登记约谈，例如：昨天正式约谈了四中校长。'
      : null,
  async files(ctx, _, said, role) {
    const [row] = await meant(ctx, said)
    if (!row) return { record: null, plan: plan({}) }
    const on = said.on ?? ctx.today
    const changes = Object.fromEntries(newly(row, said).map(([, , field]) => [field, on]))
    const rest = missing(row, said)
    return {
      record: row.id,
      plan: plan({
        writes: changeRecord('interviews', row, changes, bySpeaker(ctx, role)),
        reply: `已登记报送。${rest.length > 0 ? `还缺：${rest.join('、')}。` : '三处都已报送。'}`,
      }),
    }
  },
}

/** Those held that one of the three has not, or the one that was chosen. */
async function meant(ctx: Context, { interview }: FilingSaid): Promise<InterviewRow[]> {
  const all = await interviewsOf(ctx.db, placeOf(ctx))
  if (interview) return all.filter((each) => each.id === interview)
  return all.filter((each) => each.heldOn !== null && RECEIVERS.some(([, , field]) => each[field] === null))
}

const newly = (row: InterviewRow, { to = [] }: FilingSaid) =>
  RECEIVERS.filter(([receiver, , field]) => to.includes(receiver) && row[field] === null)

const missing = (row: InterviewRow, { to = [] }: FilingSaid): string[] =>
  RECEIVERS.filter(([receiver, , field]) => !to.includes(receiver) && row[field] === null).map(
    ([, name]) => name,
  )

const nameOf = (ctx: Context, row: InterviewRow): string =>
  row.targetType === 'school' ? ctx.roster.school(row.target as SchoolCode).name : row.target

async function questionOf(ctx: Context, said: FilingSaid): Promise<Question | null> {
  const rows = await meant(ctx, said)
  if (rows.length > 1 && !said.interview) {
    const choices = rows.slice(0, 5).map((row) => ({ value: row.id, label: nameOf(ctx, row).slice(0, 10) }))
    return { slot: 'interview', ask: '是哪次约谈的材料？', choices }
  }
  const [row] = rows
  if (said.to || !row) return null
  const ticks = RECEIVERS.filter(([, , field]) => row[field] === null).map(([value, name]) => ({
    value,
    label: `已报送${name}，回执已收`,
  }))
  return { slot: 'to', ask: '哪几处已经报送？没有勾的以后再登记', ticks }
}

async function fieldsOf(ctx: Context, said: FilingSaid): Promise<Field[]> {
  const [row, another] = await meant(ctx, said)
  if (!row || another) return []
  // The boxes say the rest.
  if (!said.to) return [{ name: '约谈', value: `${row.no} ${nameOf(ctx, row)}` }]
  const on = dayText(said.on ?? ctx.today, ctx.today)
  const stateOf = (receiver: Receiver, field: keyof InterviewRow): string =>
    row[field] !== null ? '已报送' : said.to?.includes(receiver) ? `${on}报送，回执已收` : '还没有'
  return [
    { name: '约谈', value: `${row.no} ${nameOf(ctx, row)}` },
    ...RECEIVERS.map(([receiver, name, field]) => ({ name, value: stateOf(receiver, field) })),
  ]
}

async function hintsOf(ctx: Context, said: FilingSaid): Promise<string[]> {
  const [row, another] = await meant(ctx, said)
  const rest = row && !another ? missing(row, said) : []
  return rest.length > 0 ? [`还缺${rest.join('、')}的报送`] : []
}
