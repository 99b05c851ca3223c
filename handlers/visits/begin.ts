import type { Action } from '#cards/action.ts'
import type { Context } from '../context.ts'
import { NO_LONGER } from '../handled.ts'
import { reply, type Plan } from '../plan.ts'
import { logVisits } from './log.ts'

/** 记一次 beside a school that nobody has been to: its draft, for today until another day is said. */
export async function beginVisit(ctx: Context, action: Action): Promise<Plan> {
  const school = ctx.registry.entries.find(({ code }) => code === action.id)
  if (!school) return reply(NO_LONGER)
  const { name, code } = school
  const heard = { text: name, span: [0, name.length] as const, candidates: [code] }
  return logVisits(ctx, [
    { school: heard, date: null, part: null, methods: [], counts: {}, findings: [], noIssue: false },
  ])
}
