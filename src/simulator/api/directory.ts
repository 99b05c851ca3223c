import { z } from 'zod'
import { openId } from '../core.ts'
import { ok, refuse, type Answer } from './answer.ts'
import type { ApiCall } from './call.ts'
import { readJson } from './read.ts'

const Body = z.looseObject({ open_userid_list: z.array(z.string()) })

/** batch/openuserid_to_userid (WeCom D95350): an id that is plain already comes back as invalid. */
export async function resolveOpenIds({ core, text }: ApiCall): Promise<Answer> {
  const read = readJson(await text(), Body)
  if ('refused' in read) return read.refused
  const asked = read.body.open_userid_list
  if (asked.length === 0 || asked.length > 1000) return refuse(40058, 'open_userid_list takes 1 to 1000 ids')
  const people = new Map((await core.options.people()).map((one) => [openId(core, one.userid), one.userid]))
  return ok({
    userid_list: asked.flatMap((open_userid) => {
      const userid = people.get(open_userid)
      return userid === undefined ? [] : [{ open_userid, userid }]
    }),
    invalid_open_userid_list: asked.filter((open) => !people.has(open)),
  })
}

export const callbackIps = (): Answer => ok({ ip_list: ['127.0.0.1'] })
