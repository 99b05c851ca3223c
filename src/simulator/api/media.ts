import type { Core } from '../core.ts'
import type { Media } from '../world.ts'
import { ok, refuse, type Answer } from './answer.ts'
import type { ApiCall } from './call.ts'

const LIFETIME_MS = 3 * 24 * 3600_000
const MOST_BYTES = { image: 10 * 1024 * 1024, file: 20 * 1024 * 1024 }

/** Keeps a file under a fresh media_id, as long as WeCom keeps it: three days (D90253). */
export function keepMedia(core: Core, media: Omit<Media, 'at' | 'base64'>, content: Uint8Array): string {
  forgetOld(core)
  const id = `3${core.freshId(20)}`
  core.world.media.set(id, { ...media, at: core.now(), base64: Buffer.from(content).toString('base64') })
  core.changed()
  return id
}

export function liveMedia(core: Core, mediaId: string): Media | null {
  const media = core.world.media.get(mediaId)
  return media !== undefined && core.now() - media.at < LIFETIME_MS ? media : null
}

function forgetOld(core: Core): void {
  for (const id of core.world.media.keys()) if (liveMedia(core, id) === null) core.world.media.delete(id)
}

/** The type by its first bytes; WeCom takes JPG and PNG. */
export function imageType(content: Uint8Array): 'image/jpeg' | 'image/png' | null {
  const head = Buffer.from(content.subarray(0, 8)).toString('hex')
  if (head.startsWith('ffd8ff')) return 'image/jpeg'
  return head === '89504e470d0a1a0a' ? 'image/png' : null
}

/** A header holds no Chinese: the real name stands behind `filename*`. */
export const disposition = (name: string): string =>
  `attachment; filename="file"; filename*=UTF-8''${encodeURIComponent(name)}`

export const mediaResponse = (media: Media): Response =>
  new Response(Buffer.from(media.base64, 'base64'), {
    headers: {
      'content-type': media.mime,
      'content-disposition': disposition(media.name),
      'x-content-type-options': 'nosniff',
    },
  })

export async function uploadMedia({ core, query, request }: ApiCall): Promise<Answer> {
  const { type } = query
  if (type !== 'image' && type !== 'file')
    return refuse(40005, `the simulator takes image and file, not ${type}`)
  const file = await uploadedFile(request)
  if (file === null) return refuse(44001, 'no file in part "media"')
  const content = new Uint8Array(await file.arrayBuffer())
  if (content.length <= 5) return refuse(40006, 'a file has more than 5 bytes')
  if (content.length > MOST_BYTES[type]) return refuse(45001, 'an image has 10 MB at most, a file 20 MB')
  const mime = type === 'image' ? imageType(content) : 'application/octet-stream'
  if (mime === null) return refuse(40004, 'neither JPG nor PNG')
  const media_id = keepMedia(core, { mime, name: file.name }, content)
  return ok({ type, media_id, created_at: String(Math.floor(core.now() / 1000)) })
}

async function uploadedFile(request: Request): Promise<File | null> {
  try {
    const part = (await request.formData()).get('media')
    return part instanceof File ? part : null
  } catch {
    return null
  }
}

export function getMedia({ core, query }: ApiCall): Answer | Response {
  if (!query.media_id) return refuse(41006)
  const media = liveMedia(core, query.media_id)
  return media === null ? refuse(40007) : mediaResponse(media)
}
