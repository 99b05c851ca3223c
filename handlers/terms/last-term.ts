import { appointmentsOf, type InspectorCard } from '#db/on-file.ts'
import { CITY } from '#src/domain/records.ts'
import { termsOf, type Term } from '#src/policy/checks/view/inspectors.ts'
import type { Context } from '../context.ts'
import { settingOn } from '../settings/in-force.ts'

/** How many years a term has where an inspector serves (C10.5), and the last of his that is on file. */
export async function lastTerm(
  ctx: Context,
  card: InspectorCard,
): Promise<{ years: number; last: Term | undefined }> {
  const years = await settingOn(ctx, 'term_years', card.place === CITY ? null : card.place, ctx.today)
  return { years, last: termsOf(card, await appointmentsOf(ctx.db, card.userid), years).at(-1) }
}
