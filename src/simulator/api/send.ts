import { createHash } from 'node:crypto'
import { z } from 'zod'
import { byteLength } from '../card-fields.ts'
import { cardComplaint, isInteractive, isUpdatable, type CardBody } from '../card-rules.ts'
import { cardWords } from '../card-words.ts'
import type { Core } from '../core.ts'
import { issueCode } from '../cards.ts'
import { appChat, type Message } from '../world.ts'
import { ok, refuse, type Answer } from './answer.ts'
import type { ApiCall } from './call.ts'
import { liveMedia } from './media.ts'
import { findReceivers } from './receivers.ts'
import { refuseAgent, readJson } from './read.ts'

const TEXT_BYTES = 2048
const DUPLICATE_SECONDS = { standard: 1800, most: 4 * 3600 }

const content = z.looseObject({ content: z.string() })
const SendBody = z.looseObject({
  touser: z.string().optional(),
  toparty: z.string().optional(),
  totag: z.string().optional(),
  agentid: z.unknown().optional(),
  msgtype: z.string().optional(),
  text: content.optional(),
  markdown: content.optional(),
  image: z.looseObject({ media_id: z.string() }).optional(),
  file: z.looseObject({ media_id: z.string() }).optional(),
  template_card: z.unknown().optional(),
  enable_duplicate_check: z.number().optional(),
  duplicate_check_interval: z.number().optional(),
})
type SendBody = z.infer<typeof SendBody>
type Content = Pick<Message, 'kind' | 'text' | 'state' | 'mediaId' | 'card'>

/** message/send (WeCom D90236). */
export async function sendMessage(call: ApiCall): Promise<Answer> {
  const raw = await call.text()
  const read = readJson(raw, SendBody)
  if ('refused' in read) return read.refused
  const { body } = read
  const shown = refuseAgent(call.core, body.agentid) ?? readContent(call.core, body)
  if ('errcode' in shown) return shown
  const receivers = await findReceivers(call, body)
  if ('errcode' in receivers) return receivers
  if (isRepeat(call, raw, body)) return ok({ ...receivers.lists, msgid: call.core.freshId() })
  const refusal = refuseTaskId(call.core, shown.card)
  return refusal ?? deliver(call, shown, receivers.reached, receivers.lists)
}

function deliver(call: ApiCall, shown: Content, reached: string[], lists: Record<string, string>): Answer {
  const { core, limits } = call
  const id = shown.card?.task_id ?? core.freshId()
  for (const userid of reached)
    if (limits.admits(userid)) core.show(appChat(userid), { ...shown, id, from: null })
  const answer = ok({ ...lists, msgid: core.freshId() })
  if (shown.card === undefined) return answer
  core.world.cards.set(`app:${id}`, reached)
  return isUpdatable(shown.card) ? { ...answer, response_code: issueCode(core, `app:${id}`) } : answer
}

function readContent(core: Core, body: SendBody): Content | Answer {
  switch (body.msgtype) {
    case 'text':
      return readText(core, body.text?.content)
    case 'markdown':
      return readText(core, body.markdown?.content)
    case 'image':
      return readImage(core, body.image?.media_id)
    case 'file':
      return readFile(core, body.file?.media_id)
    case 'template_card':
      return readCard(core, body.template_card)
    default:
      return refuse(
        40008,
        `the simulator shows text, markdown, image, file and template_card, not ${body.msgtype}`,
      )
  }
}

/** WeCom cuts what is too long; the strict simulator refuses it, so that a test sees it. */
function readText(core: Core, text = ''): Content | Answer {
  if (text.trim() === '') return refuse(44004)
  if (byteLength(text) <= TEXT_BYTES) return { kind: 'text', text, state: 'sent' }
  if (core.strict) return refuse(45002, `${byteLength(text)} bytes of text, ${TEXT_BYTES} are allowed`)
  return { kind: 'text', text: cutToBytes(text, TEXT_BYTES), state: 'sent' }
}

function cutToBytes(text: string, most: number): string {
  let size = 0
  const kept = [...text].findIndex((character) => (size += byteLength(character)) > most)
  return [...text].slice(0, kept).join('')
}

function readImage(core: Core, mediaId: string | undefined): Content | Answer {
  if (mediaId === undefined) return refuse(41006)
  if (liveMedia(core, mediaId) === null) return refuse(40007)
  return { kind: 'image', text: '', mediaId, state: 'sent' }
}

/** A file is known by its name and opened by a tap. */
function readFile(core: Core, mediaId: string | undefined): Content | Answer {
  if (mediaId === undefined) return refuse(41006)
  const media = liveMedia(core, mediaId)
  return media === null ? refuse(40007) : { kind: 'file', text: media.name, mediaId, state: 'sent' }
}

function readCard(core: Core, card: unknown): Content | Answer {
  const complaint = cardComplaint(card, { channel: 'app', strict: core.strict })
  if (complaint !== null) return refuse(40058, complaint)
  const body = card as CardBody
  return {
    kind: 'card',
    text: cardWords(body),
    card: body,
    state: isInteractive(body) ? 'pressable' : 'sent',
  }
}

function refuseTaskId(core: Core, card: CardBody | undefined): Answer | null {
  const used = card?.task_id !== undefined && core.world.cards.has(`app:${card.task_id}`)
  return used ? refuse(40058, `task_id ${card.task_id} was used before`) : null
}

/** The same JSON inside the interval is accepted and not shown again; so it has no card to update either. */
function isRepeat(call: ApiCall, raw: string, body: SendBody): boolean {
  if (body.enable_duplicate_check !== 1) return false
  const seconds = Math.min(
    body.duplicate_check_interval ?? DUPLICATE_SECONDS.standard,
    DUPLICATE_SECONDS.most,
  )
  const print = createHash('sha256').update(raw).digest('hex')
  const before = call.repeats.get(print)
  const repeated = before !== undefined && call.core.now() - before < seconds * 1000
  if (!repeated) call.repeats.set(print, call.core.now())
  return repeated
}
