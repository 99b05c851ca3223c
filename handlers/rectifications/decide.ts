import type { Action } from '#cards/action.ts'
import { requestOf } from '#db/notices.ts'
import type { Context } from '../context.ts'
import { refused } from '../handled.ts'
import { NOT_YOURS } from '../notices/open.ts'
import type { Plan } from '../plan.ts'
import { askRefusal, upholdObjection } from './object.ts'
import { grantExtension, refuseExtension } from './request-extension.ts'

type Decide = (ctx: Context, action: Action) => Promise<Plan>

/** 同意, 不同意: what they mean depends on what was asked. */
async function byKind(ctx: Context, action: Action, extension: Decide, objection: Decide): Promise<Plan> {
  const request = await requestOf(ctx.db, action.id)
  if (!request) return refused(NOT_YOURS)
  return request.kind === 'extension' ? extension(ctx, action) : objection(ctx, action)
}

export const decideGrant: Decide = (ctx, action) => byKind(ctx, action, grantExtension, upholdObjection)
export const decideRefuse: Decide = (ctx, action) => byKind(ctx, action, refuseExtension, askRefusal)
