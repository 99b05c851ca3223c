import { z } from 'zod'
import type { Card } from '#cards/card.ts'
import type { Outgoing } from '#cards/outgoing.ts'
import { cardText } from '#cards/text.ts'
import { unreachable } from '#src/domain/errors.ts'
import { placeOfGroup } from '#src/domain/words.ts'
import { TEXT_BYTES } from './limits.ts'
import { templateCard } from './template-card.ts'
import { clean, plainText, splitText } from './text.ts'

/** One call of the platform's API: `json` is posted as it stands. */
const Call = z.object({
  path: z.enum(['message/send', 'message/update_template_card', 'webhook/send']),
  /** Its only receiver: a userid, or the group of a place. */
  to: z.string(),
  json: z.string(),
  /** A picture or file is uploaded first; its sha256 stands in `json` where the media id belongs. */
  image: z
    .object({ sha256: z.string(), name: z.string(), type: z.enum(['image', 'file']).optional() })
    .optional(),
})
export type Call = z.infer<typeof Call>

const Body = z.object({ calls: z.array(Call).min(1) })

/** The calls in a body that `render` made. */
export const callsIn = (body: string): Call[] => Body.parse(JSON.parse(body)).calls

type Options = { taskId: string; late: boolean }

/** The exact calls that bring a message to its receiver, as the body that delivery stores. */
export const render = (message: Outgoing, options: Options, agentId: number): string =>
  JSON.stringify({ calls: callsFor(message, options, agentId) } satisfies z.input<typeof Body>)

function callsFor(message: Outgoing, options: Options, agentId: number): Call[] {
  const late = options.late ? '（补发）' : ''
  if (placeOfGroup(message.to) !== null) return toGroup(message, late)
  const send = (payload: object) => sending(message.to, agentId, payload)
  switch (message.kind) {
    case 'text':
      return texts(late + message.text).map((text) => send(textPayload(text)))
    case 'card':
      return cardPayloads({ ...message.card, title: late + message.card.title }, options.taskId).map(send)
    case 'image':
    case 'file': {
      const { kind, sha256, name } = message
      const call = send({ msgtype: kind, [kind]: { media_id: sha256 }, ...ONCE })
      return [{ ...call, image: { sha256, name, ...(kind === 'file' && { type: kind }) } }]
    }
    case 'settle':
      return [settling(message, agentId)]
    default:
      return unreachable(message)
  }
}

/** A robot shows words; its key is added on the way out, so that it is stored nowhere. */
function toGroup(message: Outgoing, late: string): Call[] {
  if (message.kind !== 'text') throw new Error(`a group reads words only, no ${message.kind}`)
  return texts(late + message.text).map((content) => ({
    path: 'webhook/send',
    to: message.to,
    json: JSON.stringify({ msgtype: 'text', text: { content } }),
  }))
}

/** The platform shows no card without a button, so its facts go out as a text. */
function cardPayloads(card: Card, taskId: string): object[] {
  const asText = (text: string) => texts(text).map(textPayload)
  if (card.kind === 'buttons' && card.buttons.length === 0) return asText(cardText(card))
  const { card: template_card, before } = templateCard(card, taskId)
  return [...(before === null ? [] : asText(before)), { msgtype: 'template_card', template_card, ...ONCE }]
}

const texts = (text: string): string[] => splitText(plainText(text), TEXT_BYTES.app)

const textPayload = (content: string) => ({ msgtype: 'text', text: { content }, ...ONCE })

const sending = (to: string, agentid: number, payload: object): Call => ({
  path: 'message/send',
  to,
  json: JSON.stringify({ touser: to, agentid, ...payload }),
})

// Four hours, the longest that WeCom looks back for a message with the same JSON, which it then drops (D90236): a resend
// is shown once. The same words said again on purpose carry their time; the queue sees to it.
const ONCE = { enable_duplicate_check: 1, duplicate_check_interval: 4 * 3600 }

const settling = (message: Extract<Outgoing, { kind: 'settle' }>, agentid: number): Call => ({
  path: 'message/update_template_card',
  to: message.to,
  json: JSON.stringify({
    userids: [message.to],
    agentid,
    response_code: message.responseCode,
    button: { replace_name: clean(message.outcome) },
  }),
})
