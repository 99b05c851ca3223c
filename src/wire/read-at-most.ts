/**
 * Reads the body of a request or an answer; null where it has more than `limit` bytes. A body that does not say how long it
 * is, is counted while it comes in; the others need no stream, which is the dear part of a short callback.
 */
export async function readAtMost(message: Request | Response, limit: number): Promise<Buffer | null> {
  const declared = message.headers.get('content-length')
  if (declared === null) return readCounting(message.body, limit)
  if (!(Number(declared) <= limit)) return null
  const bytes = Buffer.from(await message.arrayBuffer())
  return bytes.length <= limit ? bytes : null
}

async function readCounting(body: Request['body'], limit: number): Promise<Buffer | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.byteLength
    // Leaving the loop cancels the stream, so nothing more is read.
    if (size > limit) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
