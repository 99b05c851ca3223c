import { createHash } from 'node:crypto'
import { z } from 'zod'
import { byteLength } from '../card-fields.ts'
import { cardComplaint, type CardBody } from '../card-rules.ts'
import { cardWords } from '../card-words.ts'
import type { Core } from '../core.ts'
import { defaultGroup } from '../phones.ts'
import { groupChat, type Message } from '../world.ts'
import { ok, refuse, type Answer } from './answer.ts'
import type { ApiCall } from './call.ts'
import { imageType, keepMedia } from './media.ts'
import { readJson } from './read.ts'

const TEXT_BYTES = 2048
const MARKDOWN_BYTES = 4096
const IMAGE_BYTES = 2 * 1024 * 1024

const mentions = { mentioned_list: z.array(z.string()), mentioned_mobile_list: z.array(z.string()) }
const words = z.strictObject({ content: z.string() })
const article = z.strictObject({
  title: z.string().min(1),
  description: z.string().optional(),
  url: z.string().min(1),
  picurl: z.string().optional(),
})
const Body = z.discriminatedUnion('msgtype', [
  z.strictObject({ msgtype: z.literal('text'), text: words.extend(z.object(mentions).partial().shape) }),
  z.strictObject({ msgtype: z.literal('markdown'), markdown: words }),
  z.strictObject({ msgtype: z.literal('markdown_v2'), markdown_v2: words }),
  z.strictObject({
    msgtype: z.literal('image'),
    image: z.strictObject({ base64: z.base64(), md5: z.string() }),
  }),
  z.strictObject({
    msgtype: z.literal('news'),
    news: z.strictObject({ articles: z.array(article).min(1).max(8) }),
  }),
  z.strictObject({ msgtype: z.literal('template_card'), template_card: z.looseObject({}) }),
])
type Body = z.infer<typeof Body>
// Files and voices come with media that were uploaded for that very robot, which nobody here does.
type Content = Pick<Message, 'kind' | 'text' | 'mediaId' | 'card'>

/** webhook/send (WeCom D99110): a robot speaks in its group; whoever knows the key may. Nobody can answer it. */
export async function sendToGroup(call: ApiCall): Promise<Answer> {
  const { core, query } = call
  const robot = core.options.robots?.find(({ key }) => key === query.key)
  if (robot === undefined) return refuse(93000)
  if (!call.limits.admitsRobot(robot.key)) return refuse(45009)
  const read = readJson(await call.text(), Body)
  if ('refused' in read) return read.refused
  const shown = readContent(core, read.body)
  if ('errcode' in shown) return shown
  core.show(groupChat(robot.chatId ?? defaultGroup(core)), { ...shown, from: null, state: 'sent' })
  return ok()
}

function readContent(core: Core, body: Body): Content | Answer {
  switch (body.msgtype) {
    case 'text':
      return readWords(body.text.content, TEXT_BYTES)
    case 'markdown':
      return readWords(body.markdown.content, MARKDOWN_BYTES)
    case 'markdown_v2':
      return readWords(body.markdown_v2.content, MARKDOWN_BYTES)
    case 'image':
      return readImage(core, body.image)
    case 'news':
      return readNews(body.news.articles)
    case 'template_card':
      return readNotice(core, body.template_card)
  }
}

function readWords(text: string, most: number): Content | Answer {
  if (text.trim() === '') return refuse(44004)
  const size = byteLength(text)
  return size <= most ? { kind: 'text', text } : refuse(45002, `${size} bytes of text, ${most} are allowed`)
}

function readImage(core: Core, { base64, md5 }: { base64: string; md5: string }): Content | Answer {
  const content = Buffer.from(base64, 'base64')
  const type = imageType(content)
  if (content.length > IMAGE_BYTES) return refuse(45001)
  if (type === null) return refuse(40005)
  if (createHash('md5').update(content).digest('hex') !== md5) return refuse(40058, 'image.md5')
  return { kind: 'image', text: '', mediaId: keepMedia(core, { mime: type, name: 'image' }, content) }
}

const TITLE_BYTES = 128
const DESCRIPTION_BYTES = 512

function readNews(articles: readonly z.infer<typeof article>[]): Content | Answer {
  const isLong = articles.some(
    ({ title, description = '' }) =>
      byteLength(title) > TITLE_BYTES || byteLength(description) > DESCRIPTION_BYTES,
  )
  if (isLong) return refuse(45002, 'news.articles')
  return { kind: 'text', text: articles.map(({ title, url }) => `${title} ${url}`).join('\n') }
}

/** Only the two cards that ask nothing, with the bot's lengths; nothing that would call back. */
function readNotice(core: Core, card: Record<string, unknown>): Content | Answer {
  if (card['card_type'] !== 'text_notice' && card['card_type'] !== 'news_notice')
    return refuse(40058, 'template_card.card_type')
  if ('action_menu' in card || 'task_id' in card)
    return refuse(40058, 'a robot’s card has no menu and no task_id')
  const complaint = cardComplaint(card, { channel: 'bot', strict: core.strict })
  if (complaint !== null) return refuse(40058, complaint)
  return { kind: 'card', text: cardWords(card as CardBody), card: card as CardBody }
}
