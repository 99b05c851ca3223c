import { ruleText } from '#cards/rules.ts'
import type { RuleAsked } from '#src/language/questions/rule-questions.ts'
import type { Context } from '../context.ts'
import { plan, type Plan } from '../plan.ts'

/** 「一学期至少要去几次，依据是啥」: the rule with its article, for anybody and in a group too. */
export const ruleAnswer = (ctx: Context, { topic, day }: RuleAsked): Plan =>
  plan({ reply: ruleText(topic, day, ctx.today), public: true })
