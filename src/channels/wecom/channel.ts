import type { Channel, Clock, Files, Sent } from '#src/domain/ports.ts'
import { placeOfGroup } from '#src/domain/words.ts'
import type { WecomApi } from './api.ts'
import type { WecomConfig } from './config.ts'
import type { Fetch } from './http.ts'
import { MESSAGES_PER_GROUP_AND_MINUTE, MESSAGES_PER_PERSON_AND_MINUTE } from './limits.ts'
import { fetchMedia } from './media.ts'
import { callsIn, render } from './render.ts'
import type { Call } from './render.ts'
import { createUploads } from './uploads.ts'
import type { Uploads } from './uploads.ts'

export type WecomChannelDeps = {
  config: WecomConfig
  api: WecomApi
  fetch: Fetch
  files: Pick<Files, 'read'>
  /** Machine time. */
  clock: Clock
}

/** The WeCom app as delivery knows it. */
export function createWecomChannel(deps: WecomChannelDeps): Channel {
  const uploads = createUploads(deps)
  return {
    perMinute: (recipient) =>
      placeOfGroup(recipient) === null ? MESSAGES_PER_PERSON_AND_MINUTE : MESSAGES_PER_GROUP_AND_MINUTE,
    render: (message, options) => render(message, options, deps.config.agentId),
    messagesIn: (body) => callsIn(body).length,
    send: (body) => makeCalls(callsIn(body), deps.api, uploads),
    fetchMedia: (ref) => fetchMedia(deps, ref),
  }
}

/** In order, and from the first again on a resend: the platform drops what it has shown. The last is the card. */
async function makeCalls(calls: Call[], api: WecomApi, uploads: Uploads): Promise<Sent> {
  let sent: Sent = { outcome: 'sent' }
  for (const call of calls) {
    sent = await makeCall(call, api, uploads)
    if (sent.outcome !== 'sent') return sent
  }
  return sent
}

async function makeCall({ path, to, json, image }: Call, api: WecomApi, uploads: Uploads): Promise<Sent> {
  if (path === 'webhook/send') return toSent(await api.postToGroup(to, json))
  if (!image) return toSent(await api.post(path, json, to))
  const uploaded = await uploads.idOf(image)
  if (!uploaded.ok) return uploaded.failure
  const posted = await api.post(
    path,
    json.replace(image.sha256, () => uploaded.value),
    to,
  )
  if (!posted.ok && posted.code === MEDIA_GONE) uploads.forget(image)
  return toSent(posted)
}

const MEDIA_GONE = 40007

const toSent = (posted: Awaited<ReturnType<WecomApi['post']>>): Sent =>
  posted.ok ? { outcome: 'sent', ...posted.value } : posted.failure
