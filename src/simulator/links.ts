import { Hono } from 'hono'
import { disposition } from './api/media.ts'
import { encryptFile } from './crypto.ts'
import { botOf, type Core } from './core.ts'

const RESPONSE_MS = 3600_000
const FILE_MS = 5 * 60_000

/** Addresses that the platform hands out to the AI bot and that die soon; a restart forgets them. */
export type Links = {
  responses: Map<string, { chat: string; at: number; used: boolean }>
  files: Map<string, { content: Uint8Array<ArrayBuffer>; at: number }>
}

const ownAddress = (core: Core, path: string): string =>
  `${core.options.ownBase ?? core.options.callbackBase}/simulator/wecom${path}`

/** A response_url: one answer, within an hour (WeCom D101138). */
export function issueLink(core: Core, chat: string): string {
  const code = core.freshId(16)
  core.links.responses.set(code, { chat, at: core.now(), used: false })
  return ownAddress(core, `/cgi-bin/aibot/response?response_code=${code}`)
}

/** The chat that a response_url may still answer, or what is wrong with it. */
export function checkLink(core: Core, code: string): { chat: string } | { wrong: string } {
  const link = core.links.responses.get(code)
  if (link === undefined) return { wrong: 'response_code is unknown' }
  if (link.used) return { wrong: 'response_code was used before' }
  return core.now() - link.at < RESPONSE_MS
    ? { chat: link.chat }
    : { wrong: 'response_code is older than an hour' }
}

export function useLink(core: Core, code: string): void {
  const link = core.links.responses.get(code)
  if (link !== undefined) link.used = true
}

/** A picture said to the AI bot: encrypted with the bot's key, for five minutes. */
export function issueFile(core: Core, content: Uint8Array): string {
  const id = core.freshId(16)
  core.links.files.set(id, { content: encryptFile(botOf(core).encodingAesKey, content), at: core.now() })
  return ownAddress(core, `/file/${id}`)
}

export const createFileServer = (core: Core): Hono =>
  new Hono().get('/file/:id', (c) => {
    const file = core.links.files.get(c.req.param('id'))
    if (file === undefined || core.now() - file.at >= FILE_MS) return c.text('link expired', 403)
    return c.body(file.content, 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': disposition('照片.jpg'),
    })
  })
