import { casesOf, openCasesAt, type Case } from '#db/cases.ts'
import { answeredNotices, noticeOf, type Notice } from '#db/notices.ts'
import { likeness } from '#src/language/visits/alike.ts'
import { NUMERAL, numeralOf } from '#src/language/numerals.ts'
import type { Understanding } from '#src/language/understanding.ts'
import { needsSite } from '#src/policy/reinspection.ts'
import type { Context } from '../context.ts'
import { refused } from '../handled.ts'
import { NOT_YOURS, roleOnNotice } from '../notices/open.ts'
import { isNamed } from '../notices/sign.ts'
import { both, reply, type Plan } from '../plan.ts'
import { askReason, draftFail } from './fail.ts'
import { pass, waits } from './pass.ts'
import { askReturn, returnReport } from './return-report.ts'

type Heard = Extract<Understanding, { intent: 'reinspect' }>

/** 「文清复查过了，留样合格，通道还堆着东西」: the verdict in words. */
export async function verdictByWords(ctx: Context, heard: Heard): Promise<Plan> {
  const waiting = await waitingNotices(ctx, heard)
  if (typeof waiting === 'string') return reply(waiting)
  const [notice, another] = waiting
  if (!notice) return reply('没有待复查的整改报告。学校上报后会发卡片给您。')
  if (another)
    return reply(
      `有 ${waiting.length} 份待复查：${waiting.map((each) => each.no).join('、')}。请在那张卡片上点结论，或带上编号。`,
    )
  const role = await roleOnNotice(ctx, notice, 'give_verdict')
  if (!role) return refused(NOT_YOURS)
  const items = await casesOf(ctx.db, notice.id)
  const { passed, failed } = sort(items.filter(waits), heard)
  if (passed.length + failed.length < items.filter(waits).length)
    return reply(
      `每一项的结论请说全：${items
        .filter(waits)
        .map((each) => each.description)
        .join('、')}。`,
    )
  const unseen = heard.mode === 'documents' ? passed.filter(needsSite) : []
  if (unseen.length > 0) return askOnSite(unseen)
  const { mode } = heard
  if (failed.length === 0) return pass(ctx, { notice, items, passed, role, mode })
  if (passed.length === 0) return failing(ctx, notice, failed, items, heard)
  const ids = failed.map((each) => each.id)
  return both(await pass(ctx, { notice, items, passed, role, mode }), askReason(ctx, notice, ids, items))
}

/** On site for safety, canteens and serious findings (policy.md 3.2). */
const askOnSite = (unseen: readonly Case[]): Plan =>
  reply(
    `${unseen.map((each) => `「${each.description}」`).join('')}需要到现场复查，不能只看材料。看过现场后请说：现场复查合格。`,
  )

/** 「退回，照片不清楚」: back to the school in the inspector's words. */
export async function returnByWords(
  ctx: Context,
  heard: Extract<Understanding, { intent: 'return_report' }>,
): Promise<Plan> {
  const waiting = await waitingNotices(ctx, heard)
  if (typeof waiting === 'string') return reply(waiting)
  const [notice, another] = waiting
  if (!notice) return reply('没有待复查的整改报告。')
  if (another)
    return reply(
      `有 ${waiting.length} 份待复查：${waiting.map((each) => each.no).join('、')}。请带上编号再说。`,
    )
  return heard.reason && !heard.weighed
    ? returnReport(ctx, notice.id, heard.reason)
    : askReturn(ctx, { act: 'notice_return', id: notice.id, seq: notice.seq })
}

function failing(
  ctx: Context,
  notice: Notice,
  failed: Case[],
  items: Case[],
  heard: Heard,
): Promise<Plan> | Plan {
  const ids = failed.map((each) => each.id)
  if (!heard.due || !heard.reason) return askReason(ctx, notice, ids, items)
  return draftFail(ctx, { notice: notice.id, cases: ids, reason: heard.reason, due: heard.due })
}

const NTH = new RegExp(`^第(${NUMERAL})`)
const THE_REST = /^(?:其余|其他|其它|剩下|余下|别的)/

/** 第二项 by its number on the card, everything else by the words that it shares with the finding. */
function fitness(words: string, each: Case, index: number): number {
  const nth = NTH.exec(words)?.[1]
  if (nth === undefined) return likeness(each.description, words)
  return numeralOf(nth) === index + 1 ? Infinity : 0
}

/** Each item its verdict: the one said of it, else the one said of the rest, or of the whole. */
function sort(waiting: readonly Case[], heard: Heard): { passed: Case[]; failed: Case[] } {
  const rest = heard.items.find((item) => THE_REST.test(item.words))?.verdict ?? heard.verdict
  const verdicts = waiting.map((each, i) => {
    const told = heard.items
      .map((item) => ({ ...item, fits: fitness(item.words, each, i) }))
      .filter((item) => item.fits > 0)
      .sort((a, b) => b.fits - a.fits)[0]
    return told?.verdict ?? rest
  })
  return {
    passed: waiting.filter((_, i) => verdicts[i] === 'pass'),
    failed: waiting.filter((_, i) => verdicts[i] === 'fail'),
  }
}

/** The notices that wait for this inspector's verdict, narrowed by school or number; a text where the school is unclear. */
async function waitingNotices(
  ctx: Context,
  heard: Pick<Heard, 'school' | 'numbers'>,
): Promise<Notice[] | string> {
  if (heard.school) {
    const [only, another] = heard.school.candidates
    if (!only) return `没有找到「${heard.school.text}」，请用学校全名再说一次。`
    if (another) return `「${heard.school.text}」有几所，请用全名再说一次。`
    const ids = new Set((await openCasesAt(ctx.db, only)).filter(waits).map((each) => each.notice))
    const found: Notice[] = []
    for (const id of ids) {
      const notice = id && (await noticeOf(ctx.db, id))
      if (notice) found.push(notice)
    }
    return byNumber(found, heard.numbers)
  }
  return byNumber(await answeredNotices(ctx.db, ctx.me.userid), heard.numbers)
}

function byNumber(found: Notice[], numbers: readonly string[]): Notice[] {
  const named = found.filter((each) => isNamed(each, numbers))
  return named.length > 0 ? named : found
}
