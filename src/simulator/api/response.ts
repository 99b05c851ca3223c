import { z } from 'zod'
import { showBotCard, showText } from '../callbacks/bot-show.ts'
import { byteLength } from '../card-fields.ts'
import { cardComplaint, type CardBody } from '../card-rules.ts'
import { checkLink, useLink } from '../links.ts'
import { ok, refuse, type Answer } from './answer.ts'
import type { ApiCall } from './call.ts'
import { readJson } from './read.ts'

const MARKDOWN_BYTES = 20480

const Body = z.discriminatedUnion('msgtype', [
  z.looseObject({ msgtype: z.literal('markdown'), markdown: z.looseObject({ content: z.string().min(1) }) }),
  z.looseObject({ msgtype: z.literal('template_card'), template_card: z.unknown() }),
])

/** A later answer of the AI bot, to its response_url (WeCom D101138). It can say something new but update no card. */
export async function respond(call: ApiCall): Promise<Answer> {
  const { core } = call
  const code = call.query.response_code ?? ''
  const link = checkLink(core, code)
  if ('wrong' in link) return refuse(40058, link.wrong)
  const read = readJson(await call.text(), Body)
  if ('refused' in read) return refuse(40008)
  const refusal = refuseContent(call, read.body)
  if (refusal !== null) return refusal
  useLink(core, code)
  if (read.body.msgtype === 'markdown') showText(core, link.chat, read.body.markdown.content)
  else showBotCard(core, link.chat, read.body.template_card as CardBody)
  return ok()
}

function refuseContent({ core }: ApiCall, body: z.infer<typeof Body>): Answer | null {
  if (body.msgtype === 'markdown')
    return byteLength(body.markdown.content) > MARKDOWN_BYTES ? refuse(45002) : null
  const complaint = cardComplaint(body.template_card, { channel: 'bot', strict: core.strict })
  return complaint === null ? null : refuse(40058, complaint)
}
