import { Hono } from 'hono'
import type { Context } from 'hono'
import { z } from 'zod'
import type { Answer } from '#src/bot/turn.ts'
import { instant } from '#src/domain/day.ts'
import type { Instant } from '#src/domain/day.ts'
import type { Incoming } from '#src/domain/incoming.ts'
import type { Clock } from '#src/domain/ports.ts'
import { storageTrouble } from '#src/domain/storage-trouble.ts'
import type { Watch } from '#src/watch/watch.ts'
import type { WecomConfig } from './config.ts'
import { createEnvelope } from './crypto.ts'
import type { Envelope } from './crypto.ts'
import { CALLBACK_BYTES } from './limits.ts'
import { parseApp } from './parse-app.ts'
import { parseBot, readBotMessage } from './parse-bot.ts'
import { echoQuery, signedQuery } from './query.ts'
import type { SignedQuery } from './query.ts'
import { Refusal } from './refusal.ts'
import { appReply, botReply } from './reply.ts'
import { readAtMost } from '#src/wire/read-at-most.ts'

// A captured request cannot be played again later than this; clocks differ by seconds, not by minutes.
const FRESH_MS = 10 * 60_000

export type WecomRoutesDeps = {
  config: WecomConfig
  /** One turn of the bot, committed when it resolves; its text goes inline (fitsInline says whether it can). */
  accept: (incoming: Incoming) => Promise<Answer>
  /** Machine time. */
  clock: Clock
  watch: Pick<Watch, 'log' | 'count'>
  /** Plain userid for one that the platform gave the bot; see createPlainUserIds. */
  plainUserId?: (given: string) => Promise<string>
}

/** How one kind of callback differs from the other once its query has been read. */
type Door = {
  path: string
  envelope: Envelope
  contentType: string
  /** The ciphertext in a body: the least that has to be read before the signature is known to be good. */
  encryptedIn(body: string): string
  /** Handles the message inside and gives the body of the answer. */
  receive(plaintext: string, query: SignedQuery): Promise<string>
}

/** `/wecom/app`, and `/wecom/bot` where there is a bot: the addresses that WeCom calls. */
export function wecomRoutes(deps: WecomRoutesDeps): Hono {
  const routes = new Hono()
  const doors = [appDoor(deps), ...(deps.config.bot ? [botDoor(deps, deps.config.bot)] : [])]
  for (const door of doors) routes.all(door.path, (c) => answer(c, door, deps))
  return routes
}

async function answer(c: Context, door: Door, deps: WecomRoutesDeps): Promise<Response> {
  try {
    if (c.req.method === 'GET') return c.text(echo(c.req.url, door, deps.clock.now()))
    if (c.req.method !== 'POST') throw new Refusal('method')
    const body = await handle(c.req.raw, door, deps.clock.now())
    return c.body(body, 200, { 'content-type': door.contentType })
  } catch (error) {
    if (error instanceof Refusal) return turnAway(c, door, error, deps)
    // A disk that fails is told by the store, with how to mend it.
    if (storageTrouble(error) === null)
      deps.watch.log('error', 'callback_failed', { path: door.path, error: nameAndPlace(error) })
    // WeCom sends it again; the inbox key makes sure that it counts once.
    return c.text('failed', 500)
  }
}

function turnAway(c: Context, door: Door, { reason, status }: Refusal, deps: WecomRoutesDeps): Response {
  deps.watch.count('refused', reason)
  deps.watch.log('warn', 'callback_refused', { path: door.path, reason, status })
  if (reason === 'method') c.header('allow', 'GET, POST')
  return c.text(reason, status)
}

// Not the message of an error: it may quote what a person wrote.
const nameAndPlace = (error: unknown): string =>
  error instanceof Error ? `${error.name} at ${error.stack?.split('\n    at ')[1]}` : typeof error

// The answer is the decrypted text and nothing else: a quote or a line end around it fails the check (WeCom D90930).
function echo(url: string, { envelope }: Door, now: Instant): string {
  const query = echoQuery(url)
  verify(envelope, query, query.echostr, now)
  return envelope.decrypt(query.echostr)
}

async function handle(request: Request, door: Door, now: Instant): Promise<string> {
  const query = signedQuery(request.url)
  const body = await readAtMost(request, CALLBACK_BYTES)
  if (body === null) throw new Refusal('too_large')
  const encrypted = door.encryptedIn(body.toString())
  verify(door.envelope, query, encrypted, now)
  return door.receive(door.envelope.decrypt(encrypted), query)
}

function verify(envelope: Envelope, query: SignedQuery, encrypted: string, now: Instant): void {
  envelope.verify(query.msg_signature, query.timestamp, query.nonce, encrypted)
  if (!(Math.abs(now - signedAt(query)) <= FRESH_MS)) throw new Refusal('stale')
}

const signedAt = (query: SignedQuery): Instant => instant(Number(query.timestamp) * 1000)

function appDoor({ config, accept }: WecomRoutesDeps): Door {
  const { corpId } = config
  const envelope = createEnvelope({ ...config, receiveId: corpId })
  return {
    path: '/wecom/app',
    envelope,
    contentType: 'application/xml; charset=utf-8',
    encryptedIn: encryptedInXml,
    async receive(plaintext, { nonce }) {
      const { incoming, sender, agentId } = parseApp(plaintext)
      // Directory events name no app.
      if (agentId !== '' && agentId !== String(config.agentId)) throw new Refusal('agent')
      return appReply(envelope, await accept(incoming), { incoming, sender, corpId, nonce })
    },
  }
}

function botDoor(deps: WecomRoutesDeps, bot: NonNullable<WecomConfig['bot']>): Door {
  const envelope = createEnvelope({ ...bot, receiveId: '' })
  return {
    path: '/wecom/bot',
    envelope,
    contentType: 'application/json; charset=utf-8',
    encryptedIn: encryptedInJson,
    async receive(raw, query) {
      const message = readBotMessage(raw)
      const from = await (deps.plainUserId?.(message.from.userid) ?? message.from.userid)
      const incoming = parseBot(message, { raw, from, signedAt: signedAt(query), botName: bot.name })
      return botReply(envelope, await deps.accept(incoming), { incoming, message, nonce: query.nonce })
    },
  }
}

const ENCRYPT = /<Encrypt>\s*(?:<!\[CDATA\[)?([A-Za-z0-9+/=]+)(?:\]\]>)?\s*<\/Encrypt>/g

// Not the XML parser: nothing about this body is known to be true yet, and only one element of it is wanted.
function encryptedInXml(body: string): string {
  const found = [...body.matchAll(ENCRYPT)]
  if (found.length !== 1 || !found[0]?.[1]) throw new Refusal('body')
  return found[0][1]
}

const BotBody = z.object({ encrypt: z.string().min(1) })

function encryptedInJson(body: string): string {
  try {
    return BotBody.parse(JSON.parse(body)).encrypt
  } catch {
    throw new Refusal('body')
  }
}
