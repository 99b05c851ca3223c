import { z } from 'zod'
import type { Clock } from '#src/domain/ports.ts'
import { placeOfGroup } from '#src/domain/words.ts'
import type { Watch } from '#src/watch/watch.ts'
import { isTokenCode, needsMending, OUT_OF_SCOPE, UNLICENSED } from './codes.ts'
import type { WecomConfig } from './config.ts'
import { apiUrl, exchange, readJson } from './http.ts'
import type { Answer, Fetch } from './http.ts'
import { MEDIA_BYTES } from './limits.ts'
import { readAtMost } from '#src/wire/read-at-most.ts'
import { createToken } from './token.ts'
import type { TokenMemory } from './token.ts'

/** `responseCode` lets a card be updated once, within 72 h. */
export type Posted = { responseCode?: string }

export type WecomApi = {
  /** Posts the JSON of a message, or of an update of a card, as it stands. `to` is its only receiver. */
  post(
    path: 'message/send' | 'message/update_template_card',
    json: string,
    to: string,
  ): Promise<Answer<Posted>>
  /** Posts a message to the group that `to` names, through its robot: no token, and no check for repeats (WeCom D99110). */
  postToGroup(to: string, json: string): Promise<Answer<Posted>>
  /** The bytes of a file that someone sent to the app; null where it is gone or larger than we take. */
  media(mediaId: string): Promise<Answer<Buffer | null>>
  /** Uploads a picture and gives its media id, good for three days. */
  upload(type: 'image' | 'file', content: Uint8Array, name: string): Promise<Answer<string>>
  /** Plain userids by the ids that a bot was given; an id that is plain already is missing. */
  plainUserIds(ids: readonly string[]): Promise<Answer<Map<string, string>>>
}

const Common = z.object({ errcode: z.number(), errmsg: z.string().default('') })
const Receivers = z.union([z.string().transform((ids) => ids.split('|')), z.array(z.string())]).default([])
const PostAnswer = Common.extend({
  invaliduser: Receivers,
  unlicenseduser: Receivers,
  response_code: z.string().optional(),
})
const Uploaded = Common.extend({ media_id: z.string().default('') })
const PlainIds = Common.extend({
  userid_list: z.array(z.object({ open_userid: z.string(), userid: z.string() })).default([]),
})

/** The calls of WeCom's server API that we make; every answer is parsed, every code classified. */
export function createWecomApi(deps: {
  config: WecomConfig
  fetch: Fetch
  clock: Clock
  watch: Pick<Watch, 'log'>
  memory?: TokenMemory
}): WecomApi {
  const { config, fetch, watch } = deps
  const token = createToken(deps)

  /** With a token, and once more with a fresh one where the platform refuses the first. */
  async function withToken<T>(path: string, call: Call<T>): Promise<Answer<T>> {
    const granted = await token.get()
    if (!granted.ok) return granted
    const answer = await request(path, granted.value, call)
    if (answer.ok || !isTokenCode(answer.code ?? 0)) return answer
    token.drop(granted.value)
    const fresh = await token.get()
    return fresh.ok ? request(path, fresh.value, call) : fresh
  }

  const request = <T>(path: string, access_token: string, { query, init = {}, read }: Call<T>) =>
    exchange(fetch, apiUrl(config.apiBase, path, { access_token, ...query }), init, read)

  async function call<T>(path: string, made: Call<T>): Promise<Answer<T>> {
    const answer = await withToken(path, made)
    if (!answer.ok && needsMending(answer.code ?? 0)) logMending(path, answer, watch)
    return answer
  }

  return {
    async post(path, json, to) {
      const answer = await call(path, posting(json, PostAnswer))
      return answer.ok ? postedTo(to, answer.value) : answer
    },
    async postToGroup(to, json) {
      const key = config.webhooks?.get(placeOfGroup(to) ?? '')
      if (key === undefined) return refused('WECOM_DIGEST_WEBHOOKS 里没有这个群')
      const { init = {}, read } = posting(json, Common)
      const answer = await exchange(fetch, apiUrl(config.apiBase, 'webhook/send', { key }), init, read)
      return answer.ok ? { ok: true, value: {} } : answer
    },
    media: (media_id) => call('media/get', { query: { media_id }, read: readMedia }),
    async upload(type, content, name) {
      const body = new FormData()
      const mime = type === 'image' ? imageType(content) : 'application/octet-stream'
      body.set('media', new Blob([new Uint8Array(content)], { type: mime }), name)
      const answer = await call('media/upload', {
        query: { type },
        init: { method: 'POST', body },
        read: (response) => readJson(response, Uploaded),
      })
      return answer.ok ? { ok: true, value: answer.value.media_id } : answer
    },
    async plainUserIds(ids) {
      const json = JSON.stringify({ open_userid_list: ids })
      const answer = await call('batch/openuserid_to_userid', posting(json, PlainIds))
      if (!answer.ok) return answer
      return { ok: true, value: new Map(answer.value.userid_list.map((of) => [of.open_userid, of.userid])) }
    },
  }
}

// The platform's own words name the address that it saw (60020).
const logMending = (path: string, { code = 0, said = '', failure }: Failed, watch: Pick<Watch, 'log'>) =>
  watch.log('error', 'setting_to_mend', {
    path,
    code,
    why: failure.why,
    said: said.slice(0, 200),
  })

type Failed = Extract<Answer<unknown>, { ok: false }>
type Call<T> = {
  query?: Record<string, string>
  init?: RequestInit
  read: (response: Response) => Promise<Answer<T>>
}

const posting = <T extends z.infer<typeof Common>>(json: string, schema: z.ZodType<T>): Call<T> => ({
  init: { method: 'POST', body: json, headers: { 'content-type': 'application/json; charset=utf-8' } },
  read: (response) => readJson(response, schema),
})

/** A 200 with errcode 0 may still name the receiver as one who was not served; the ids come back in lower case. */
function postedTo(to: string, answer: z.infer<typeof PostAnswer>): Answer<Posted> {
  const among = (ids: string[]) => ids.some((id) => id.toLowerCase() === to.toLowerCase())
  if (among(answer.invaliduser)) return refused(OUT_OF_SCOPE)
  if (among(answer.unlicenseduser)) return refused(UNLICENSED)
  return { ok: true, value: { ...(answer.response_code && { responseCode: answer.response_code }) } }
}

const refused = (why: string) => ({ ok: false, failure: { outcome: 'refused', why } }) as const

// An error comes as JSON in place of the file; 40007 and 830002 are final: gone, or more than one piece.
async function readMedia(response: Response): Promise<Answer<Buffer | null>> {
  if (!/json|text\/plain/.test(response.headers.get('content-type') ?? ''))
    return { ok: true, value: await readAtMost(response, MEDIA_BYTES) }
  const answer = await readJson(response, Common)
  const gone = !answer.ok && (answer.code === 40007 || answer.code === 830002)
  return gone || answer.ok ? { ok: true, value: null } : answer
}

const imageType = (content: Uint8Array): string => (content[0] === 0x89 ? 'image/png' : 'image/jpeg')
