import { REASON_TITLE } from '#cards/checks/retired.ts'
import { recordId } from '#db/filing.ts'
import type { RetireeReasonSaid } from '#src/domain/entry.ts'
import { retireeReasonSaid } from '#src/language/entries/retiree-reasons.ts'
import { roleForPlace } from '#src/policy/permission.ts'
import { file, type Entering } from '../entries/entering.ts'
import { placeName, placeOf } from '../meetings/enter.ts'
import { plan } from '../plan.ts'

/**
 * 退休督学占比书面说明：…: the written reason of an office where more than two fifths are retired (policy.md 0, `soft`). It stands
 * among the office's papers and changes what people read, never the level.
 */
export const retireeReason: Entering<RetireeReasonSaid> = {
  title: REASON_TITLE,
  notYours: '退休督学占比的书面说明由当地督导办登记。',
  called: /退休[^,，。]*说明|占比说明/,
  role: (ctx) => roleForPlace(ctx.me, 'appoint', ctx.me.county),
  county: (ctx) => ctx.me.county,
  hears: (_, heard) => retireeReasonSaid(heard),
  question: async (_, { explanation }) =>
    explanation ? null : { slot: 'explanation', ask: '超过 40% 的理由是什么？请用一段话说明', open: true },
  shows: async (ctx, { explanation }) => ({
    fields: [
      { name: '范围', value: placeName(ctx) },
      ...(explanation ? [{ name: '说明', value: explanation }] : []),
    ],
    hints: ['说明只随记录存档，显示为「未达标（已说明）」，不改变结论'],
  }),
  refusal: async () => null,
  async files(ctx, _, { explanation = '' }, role) {
    const key = { place: placeOf(ctx), docKind: 'other', title: REASON_TITLE, datedOn: ctx.today }
    const id = recordId('documents', Object.values(key))
    const writes = await file(ctx, 'documents', id, { ...key, file: explanation }, role)
    return { record: id, plan: plan({ writes, reply: `${placeName(ctx)}的书面说明已存档。` }) }
  },
}
