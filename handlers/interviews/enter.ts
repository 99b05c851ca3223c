import type { Field } from '#cards/card.ts'
import { fileRecord } from '#db/filing.ts'
import { runningNotices } from '#db/notices.ts'
import type { Proposal } from '#db/proposals.ts'
import { dayOf, dayText, yearOf, type Day } from '#src/domain/day.ts'
import type { InterviewSaid } from '#src/domain/entry.ts'
import { CITY } from '#src/domain/records.ts'
import type { Role } from '#src/domain/words.ts'
import { interviewSaid } from '#src/language/entries/interviews.ts'
import { namedIn } from '#src/language/named.ts'
import { interviewSeries, noticeNo } from '#src/policy/numbering.ts'
import { roleFor, roleForPlace } from '#src/policy/permission.ts'
import { addWorkingDays } from '#src/policy/working-days.ts'
import type { Context } from '../context.ts'
import { bySpeaker, type Entering, type Question } from '../entries/entering.ts'
import { freeNumber } from '../entries/numbers.ts'
import { askSchool, countyOf as schoolCounty, schoolFields, schoolOf } from '../entries/school.ts'
import { plan, type Plan } from '../plan.ts'
import { propose } from '../proposals/propose.ts'

/** Whose office leads it: the school's; the city's for a government. */
const countyOf = (ctx: Context, said: InterviewSaid): string | null =>
  said.targetType === 'county_government' ? null : schoolCounty(ctx, said)

/** 约谈 (policy.md 3.4): an inspector proposes it, an office announces or registers it; the school reads nothing by it. */
export const interview: Entering<InterviewSaid> = {
  title: '约谈',
  notYours: '约谈由督导办登记，本校的督学可以提出建议。',
  called: /约谈(?!材料)/,
  role: roleOf,
  county: countyOf,
  hears: (ctx, heard) => interviewSaid(heard, namedIn(heard, ctx.registry, ctx.listening), ctx.listening),
  question: async (ctx, said) => questionOf(ctx, said),
  shows: async (ctx, said) => ({ fields: fieldsOf(ctx, said), hints: await hintsOf(ctx, said) }),
  refusal: async (ctx, said) => refusalOf(ctx, said),
  async files(ctx, _, said, role) {
    if (said.step === 'chat')
      return { record: null, plan: plan({ reply: '好的，按日常沟通记下，不算约谈。' }) }
    if (isProposal(ctx, said)) return { record: null, plan: await proposeInterview(ctx, said, role) }
    return register(ctx, said, role)
  },
}

/** 4.2: whoever inspects the school proposes, its office registers; a government is the city's alone. */
function roleOf(ctx: Context, said: InterviewSaid): Role | null {
  const school = schoolOf(ctx, said)
  if (school) {
    const object = { school: school.code, county: school.county }
    return roleFor(ctx.me, 'hold_interview', object) ?? roleFor(ctx.me, 'propose_interview', object)
  }
  const office = roleForPlace(ctx.me, 'hold_interview', countyOf(ctx, said))
  return office ?? (said.targetType === 'county_government' ? null : inspecting(ctx))
}

const inspecting = (ctx: Context): Role | null =>
  ctx.me.assigned.length > 0 ? (ctx.me.roles.find((role) => role.endsWith('inspector')) ?? null) : null

const isOffice = (ctx: Context, said: InterviewSaid): boolean =>
  roleForPlace(ctx.me, 'hold_interview', countyOf(ctx, said)) !== null

const isProposal = (ctx: Context, said: InterviewSaid): boolean =>
  said.step === 'propose' || !isOffice(ctx, said)

function questionOf(ctx: Context, said: InterviewSaid): Question | null {
  const school = said.targetType === 'county_government' ? null : askSchool(ctx, said)
  if (school) return { ...school, ask: '约谈哪所学校？' }
  if (said.step === 'chat') return null
  if (said.step === 'talk') return { slot: 'step', ask: '是正式约谈，还是日常沟通？', choices: TALKS }
  if (!said.reason) return { slot: 'reason', ask: '因为什么约谈？一句话说明事由', open: true }
  if (isProposal(ctx, said)) return null
  if (!said.on) return { slot: 'on', ask: '哪天？请直接回复日期' }
  return said.joined ? null : { slot: 'joined', ask: joinedAsk(said), choices: JOINED }
}

const TALKS = [
  { label: '正式约谈', value: 'hold' },
  { label: '日常沟通', value: 'chat' },
]
const JOINED = [
  { label: '一起组织', value: 'yes', words: /^(?!不|没|未).*(?:一起|参加|组织|是的?$|有$)/ },
  { label: '没有参加', value: 'no', words: /没|未|不/ },
]
const OTHERS = { school: '教育行政部门', county_government: '市委组织部和有关部门', department: '' }

const joinedAsk = (said: InterviewSaid): string =>
  `${OTHERS[said.targetType ?? 'school']}一起组织吗？（约谈要由督导办会同进行）`

const targetName = (ctx: Context, said: InterviewSaid): string =>
  schoolOf(ctx, said)?.name ?? (said.target ? `${said.target}人民政府` : '')

const STEPS = {
  propose: '提出',
  announce: '通知',
  hold: '已约谈',
  talk: '待定',
  chat: '日常沟通（不算约谈）',
}

function fieldsOf(ctx: Context, said: InterviewSaid): Field[] {
  const optional = [
    ['对象', said.target && targetName(ctx, said)],
    ['事项', said.step && STEPS[isProposal(ctx, said) && said.step !== 'chat' ? 'propose' : said.step]],
    ['日期', said.on && `${dayText(said.on, ctx.today)}${said.time ?? ''}`],
    ['事由', said.reason],
    ['会同', said.joined && (said.joined === 'yes' ? OTHERS[said.targetType ?? 'school'] : '没有')],
  ] as const
  return [
    ...schoolFields(ctx, said),
    ...optional.flatMap(([name, value]) => (value ? [{ name, value }] : [])),
  ]
}

/** Written notice goes out so many working days ahead (3.4). */
const NOTICE_DAYS = 3

async function hintsOf(ctx: Context, said: InterviewSaid): Promise<string[]> {
  if (said.step === 'chat') return []
  if (isProposal(ctx, said)) return ['确认后报督导办，同意之前不通知学校', ...(await evidenceOf(ctx, said))]
  if (said.step === 'hold') return ['约谈记录签字后，请在10个工作日内报送党委、政府和上级']
  const late = said.on && addWorkingDays(ctx.workingDays, ctx.today, NOTICE_DAYS) > said.on
  return [
    '我不通知学校，请另发书面约谈通知',
    ...(late ? [`书面通知一般提前${NOTICE_DAYS}个工作日，离这天不够了`] : []),
  ]
}

/** What stands behind it: notices of the school that run in a further round. */
async function evidenceOf(ctx: Context, { school }: InterviewSaid): Promise<string[]> {
  if (!school) return []
  const again = (await runningNotices(ctx.db, school)).filter((each) => each.round > 1)
  return again.length > 0 ? [`依据：${again.map(({ no, round }) => `${no}（第${round}轮）`).join('、')}`] : []
}

/** C8.3: nothing is announced without those who have to take part. */
function refusalOf(ctx: Context, said: InterviewSaid): string | null {
  if (isProposal(ctx, said) || said.step === 'chat') return null
  if (said.step === 'hold') return said.on && said.on > ctx.today ? '约谈日期还没到，约谈后再登记。' : null
  if (said.on && said.on < ctx.today) return '约谈日期已经过了，请重新说日期。'
  return said.joined === 'no'
    ? `还不能通知：${OTHERS[said.targetType ?? 'school']}要一起组织。定下来后请说「一起组织」，再点「确认」。`
    : null
}

async function proposeInterview(ctx: Context, said: InterviewSaid, role: Role): Promise<Plan> {
  const name = targetName(ctx, said)
  return propose(
    ctx,
    {
      kind: 'interview',
      subject: `interview:${said.school ?? said.target}`,
      school: said.school ?? null,
      county: countyOf(ctx, said),
      what: `对${name}立项约谈。`,
      reason: [said.reason ?? '', ...(await evidenceOf(ctx, said))].join('；'),
      detail: {
        targetType: said.targetType ?? 'school',
        target: said.school ?? said.target,
        reason: said.reason,
      },
    },
    role,
  )
}

/** 同意: on file as approved; whom it takes besides, and when, is said with 「约谈… 周四下午3点」. */
export async function approveInterview(ctx: Context, proposal: Proposal, role: Role): Promise<Plan> {
  const { targetType, target, reason } = proposal.detail
  const proposedOn = dayOf(proposal.askedAt)
  const fields = {
    targetType,
    target,
    reason,
    proposedOn,
    approvedOn: ctx.today,
    organizers: ['supervision_office'],
  }
  const { no, writes } = await fileInterview(ctx, proposal.county, fields, role)
  const next = `约谈要会同${OTHERS[targetType as 'school']}，提前${NOTICE_DAYS}个工作日书面通知。`
  return plan({ writes, reply: `已立项约谈 ${no}。${next}` })
}

async function register(ctx: Context, said: InterviewSaid, role: Role) {
  const { targetType = 'school', joined, step, on, reason } = said
  const organizers = joined === 'yes' ? ORGANIZERS[targetType] : ['supervision_office']
  const days: Record<string, Day | null> =
    step === 'hold'
      ? { heldOn: on ?? null }
      : { proposedOn: ctx.today, approvedOn: ctx.today, notifiedOn: ctx.today }
  const fields = { targetType, target: said.school ?? said.target, reason, organizers, ...days }
  const { no, id, writes } = await fileInterview(ctx, countyOf(ctx, said), fields, role)
  const reply =
    step === 'hold'
      ? `已登记约谈 ${no}。报送后请说「约谈材料报送县委县政府了 回执已收」。`
      : `已登记约谈 ${no}：${dayText(on ?? ctx.today, ctx.today)}${said.time ?? ''}。请另发书面通知。`
  return { record: id, plan: plan({ writes, reply }) }
}

const ORGANIZERS: Record<NonNullable<InterviewSaid['targetType']>, string[]> = {
  school: ['supervision_office', 'education_department'],
  county_government: ['supervision_office', 'party_organization_department', '有关部门'],
  department: ['supervision_office'],
}

async function fileInterview(
  ctx: Context,
  county: string | null,
  fields: Record<string, unknown>,
  role: Role,
) {
  const series = interviewSeries(county, yearOf(ctx.today), ctx.roster.counties)
  const drawn = await freeNumber(ctx, 'interviews', (n) => noticeNo(series, n), series)
  const lists = { persons: [], interviewers: [], withdrawn: false }
  const row = { no: drawn.no, place: county ?? CITY, ...fields, ...lists }
  return {
    no: drawn.no,
    id: drawn.id,
    writes: [...drawn.writes, ...fileRecord('interviews', drawn.id, row, bySpeaker(ctx, role))],
  }
}
