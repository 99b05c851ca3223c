import type { Action } from '#cards/action.ts'
import { answerCard } from '#cards/case.ts'
import { caseOf, type Case } from '#db/cases.ts'
import { awaitFrom } from '#db/dialogues.ts'
import { change } from '#db/history.ts'
import { officePeople, schoolPeople } from '#db/people.ts'
import { cases } from '#db/schema/loop.ts'
import type { Role, UserId } from '#src/domain/words.ts'
import { hearDay } from '#src/language/answers.ts'
import type { Understanding } from '#src/language/understanding.ts'
import { defaultDue } from '#src/policy/periods.ts'
import { act, type Context } from '../context.ts'
import { refused } from '../handled.ts'
import { defaultRequirement, newNotice, noticePosts } from '../notices/issue.ts'
import { NOT_YOURS } from '../notices/open.ts'
import { card, plan, reply, text, type Plan, type Post } from '../plan.ts'
import { caseSubject, onCase, roleOnCase } from '../reinspections/confirm-close.ts'
import { showCase } from '../show.ts'

type Outcome = 'resolved' | 'school'

const awaitsAnswer = (each: Case) => each.state === 'referred'

/** 已解决, 需学校整改: both ask for the section's words first. */
const ask = (ctx: Context, action: Action, outcome: Outcome, question: string): Promise<Plan> =>
  onCase(ctx, action, 'answer_letter', awaitsAnswer, ({ found }) =>
    plan({
      writes: [awaitFrom(ctx.me.userid, { kind: 'letter_answer', case: found.id, outcome }, ctx.now)],
      reply: `${found.id} ${question}`,
    }),
  )

export const askResolved = (ctx: Context, action: Action): Promise<Plan> =>
  ask(ctx, action, 'resolved', '是怎么解决的？请直接说，例如：裂缝已检测修补，验收合格。')

export const askAdvice = (ctx: Context, action: Action): Promise<Plan> =>
  ask(ctx, action, 'school', '学校要怎么改、到哪天？请直接说，例如：委托检测后加固，12月底前。')

/** The section's words; an office may give them where nobody of the section is registered. */
export async function answerLetter(
  ctx: Context,
  asked: { case: string; outcome: Outcome },
  words: string,
): Promise<Plan> {
  const found = await caseOf(ctx.db, asked.case)
  const role = found && roleOnCase(ctx, found, 'answer_letter')
  if (!found || !role) return refused(NOT_YOURS)
  if (!awaitsAnswer(found)) return reply(`${found.id} 现在不用科室答复。`)
  return asked.outcome === 'resolved' ? close(ctx, found, role, words) : draftAdvice(ctx, found, role, words)
}

type Heard = Extract<Understanding, { intent: 'answer_letter' }>

/** 「Z-00012 基建科答复：裂缝已修补，已解决」. */
export async function answerByWords(ctx: Context, heard: Heard): Promise<Plan> {
  if (heard.outcome) return answerLetter(ctx, { case: heard.number, outcome: heard.outcome }, heard.words)
  return reply(`${heard.number} 是已解决，还是需学校整改？请带上「已解决」或「需学校整改」再说一遍。`)
}

async function close(ctx: Context, found: Case, role: Role, words: string): Promise<Plan> {
  const after = {
    state: 'closed' as const,
    answer: words,
    measures: words,
    closedOn: ctx.today,
    resolvedBySection: true,
  }
  const told = `${found.id}「${found.description}」${found.section}已解决，已销号：${words}`
  return plan({
    writes: [
      ...change(cases, found, after, act(ctx, 'case.section_resolved', role)),
      awaitFrom(ctx.me.userid, null, ctx.now),
    ],
    reply: `${found.id} 已销号，学校、督学和督导办会收到答复。`,
    send: await tellAll(ctx, found, told),
    settle: [{ subject: caseSubject(found.id), outcome: `${found.section}已解决` }],
  })
}

/** To everybody who has to do with it, whoever speaks aside. */
async function tellAll(ctx: Context, found: Case, words: string): Promise<Post[]> {
  const people = [
    ...(await schoolPeople(ctx.db, found.school, ctx.today)),
    ...(await officePeople(ctx.db, found.county, ctx.today)),
  ]
  const all = new Set<UserId>([...people.map((each) => each.userid), found.inspector])
  return [...all].filter((to) => to !== ctx.me.userid).map((to) => text(to, caseSubject(found.id), words))
}

/** 期限改到12月20号: the date alone, the advice stays. */
const ONLY_DATE = /^[^，,。；;]{0,4}(?:期限|限期|改|延|到|截止)[^，,。；;]{1,14}$/

/** What the school will be sent, with its due date; the next words change it until 确认. */
async function draftAdvice(ctx: Context, found: Case, role: Role, words: string): Promise<Plan> {
  const said = hearDay(words, ctx.listening, 'deadline')
  if (said && said <= ctx.today) return reply('期限要在今天以后，请再说一遍。')
  const isDateAlone = found.answer !== null && said !== null && ONLY_DATE.test(words)
  const after = {
    answer: isDateAlone ? found.answer : words,
    dueOn: said ?? found.dueOn ?? defaultDue('complex', ctx.today),
  }
  const next = { ...found, ...after, seq: found.seq + 1 }
  const asked = { kind: 'letter_answer' as const, case: found.id, outcome: 'school' as const }
  return plan({
    writes: [
      ...change(cases, found, after, act(ctx, 'case.answer_draft', role)),
      awaitFrom(ctx.me.userid, asked, ctx.now),
    ],
    send: [
      card(
        ctx.me.userid,
        caseSubject(found.id),
        answerCard(await showCase(ctx, next), said === null && found.dueOn === null),
      ),
    ],
    settle: [{ subject: caseSubject(found.id), outcome: '答复待确认' }],
  })
}

/** 确认: a notice goes to the school with the section's advice in its requirement (policy.md 3.2: referred → issued). */
export const confirmAdvice = (ctx: Context, action: Action): Promise<Plan> =>
  onCase(ctx, action, 'answer_letter', awaitsAnswer, async ({ found, role }) => {
    if (!found.answer) return reply('还没有写学校要怎么改，请先点「需学校整改」。')
    const school = ctx.roster.school(found.school)
    const head = { visit: found.visit, school, inspector: found.inspector, round: 1 }
    const { notice, writes } = await newNotice(ctx, head, role)
    const after = {
      state: 'issued' as const,
      notice: notice.id,
      issuedOn: ctx.today,
      requirement: `${defaultRequirement(found.description)}${found.section}意见：${found.answer}`,
    }
    const told = await noticePosts(ctx, notice, [{ ...found, ...after, seq: found.seq + 1 }])
    const words = `${found.id}「${found.description}」${found.section}答复需学校整改：${found.answer}。${told.reply}`
    const others = (await officePeople(ctx.db, found.county, ctx.today)).map((each) => each.userid)
    return plan({
      writes: [
        ...writes,
        ...change(cases, found, after, act(ctx, 'case.section_advised', role)),
        awaitFrom(ctx.me.userid, null, ctx.now),
      ],
      reply: told.reply,
      send: [
        ...told.send,
        ...[...new Set([...others, found.inspector])]
          .filter((to) => to !== ctx.me.userid)
          .map((to) => text(to, caseSubject(found.id), words)),
      ],
      settle: [{ subject: caseSubject(found.id), outcome: '已下发学校整改' }],
    })
  })
