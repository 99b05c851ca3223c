import { z } from 'zod'
import { byteLength } from '../card-fields.ts'
import { cardComplaint, type CardBody } from '../card-rules.ts'
import { botOf, type Core } from '../core.ts'
import { decrypt, signature, signatureFits } from '../crypto.ts'

export type Stream = { id: string; finish: boolean; content: string }
export type BotReply =
  | { kind: 'none' }
  | { kind: 'text'; text: string }
  | { kind: 'stream'; stream: Stream; card?: CardBody }
  | { kind: 'card'; card: CardBody }
  | { kind: 'update'; card: CardBody }
  /** WeCom would throw it away in silence. */
  | { kind: 'refused'; why: string }

/** What is answered decides which answers are allowed (WeCom D101031). */
export type Situation =
  { of: 'message' } | { of: 'refresh'; id: string } | { of: 'welcome' } | { of: 'tap'; taskId: string }

const STREAM_BYTES = 20480

const Envelope = z.strictObject({
  encrypt: z.string().min(1),
  msgsignature: z.string(),
  timestamp: z.int(),
  nonce: z.string(),
})
const stream = z
  .looseObject({ id: z.string().min(1), finish: z.boolean(), content: z.string() })
  .refine(({ content }) => byteLength(content) <= STREAM_BYTES, `content longer than ${STREAM_BYTES} bytes`)
const template_card = z.unknown()

const REPLIES = {
  stream: z.strictObject({ msgtype: z.literal('stream'), stream }),
  card: z.strictObject({ msgtype: z.literal('template_card'), template_card }),
  both: z.strictObject({ msgtype: z.literal('stream_with_template_card'), stream, template_card }),
  text: z.strictObject({ msgtype: z.literal('text'), text: z.strictObject({ content: z.string().min(1) }) }),
  update: z.strictObject({
    response_type: z.literal('update_template_card'),
    userids: z.array(z.string()).optional(),
    template_card,
  }),
}
const ALLOWED = {
  message: z.union([REPLIES.stream, REPLIES.card, REPLIES.both]),
  refresh: z.union([REPLIES.stream, REPLIES.both]),
  welcome: z.union([REPLIES.text, REPLIES.card]),
  tap: REPLIES.update,
}

/** Reads an answer to a callback of the AI bot; it must carry the nonce of the request (D101033). */
export function readBotReply(core: Core, body: string, nonce: string, situation: Situation): BotReply {
  if (body === '') return { kind: 'none' }
  try {
    const payload: unknown = JSON.parse(open(core, body, nonce))
    return readPayload(core, payload, situation)
  } catch (error) {
    return { kind: 'refused', why: error instanceof Error ? error.message : String(error) }
  }
}

function open(core: Core, body: string, nonce: string): string {
  const { token, encodingAesKey } = botOf(core)
  const envelope = Envelope.parse(JSON.parse(body))
  if (envelope.nonce !== nonce) throw new Error('the nonce of the reply is not the nonce of the request')
  const expected = signature(token, String(envelope.timestamp), envelope.nonce, envelope.encrypt)
  if (!signatureFits(expected, envelope.msgsignature)) throw new Error('the signature of the reply is wrong')
  return decrypt(encodingAesKey, envelope.encrypt, '')
}

function readPayload(core: Core, payload: unknown, situation: Situation): BotReply {
  const read = ALLOWED[situation.of].safeParse(payload)
  if (!read.success) return refused(`not an answer to a ${situation.of}: ${read.error.issues[0]?.message}`)
  const { data } = read
  if ('text' in data) return { kind: 'text', text: data.text.content }
  if ('stream' in data && situation.of === 'refresh' && data.stream.id !== situation.id)
    return refused('the stream has another id than before')
  if (!('template_card' in data)) return { kind: 'stream', stream: data.stream }
  const card = readCard(core, data.template_card, situation)
  if ('why' in card) return card
  if ('stream' in data) return { kind: 'stream', stream: data.stream, card: card.card }
  return 'response_type' in data ? { kind: 'update', ...card } : { kind: 'card', ...card }
}

function readCard(
  core: Core,
  card: unknown,
  situation: Situation,
): { card: CardBody } | (BotReply & { why: string }) {
  const update = situation.of === 'tap'
  const complaint = cardComplaint(card, { channel: 'bot', strict: core.strict, update })
  if (complaint !== null) return refused(complaint)
  const body = card as CardBody
  if (situation.of === 'tap' && body.task_id !== situation.taskId)
    return refused('task_id is not the clicked one')
  if (!update && core.world.cards.has(`bot:${body.task_id}`)) return refused('task_id was used before')
  return { card: body }
}

const refused = (why: string) => ({ kind: 'refused' as const, why })
