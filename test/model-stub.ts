import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

type Asked = { path: string; authorization: string | undefined; body: string; sent: Request }
type Request = {
  model: string
  stream: boolean
  messages: { role: string; content: string }[]
}
type Answering = (response: ServerResponse) => void | Promise<void>

export type ModelStub = Awaited<ReturnType<typeof openModelStub>>

/** A model's server over a real socket, speaking the wire of `/chat/completions`. What it answers is set by each test. */
export async function openModelStub() {
  const asked: Asked[] = []
  let answering: Answering = (response) => void response.writeHead(503).end()
  let waiting = new AbortController()
  const server = createServer((request: IncomingMessage, response) => {
    void (async () => {
      const body = await text(request)
      asked.push({
        path: request.url ?? '',
        authorization: request.headers.authorization,
        body,
        sent: JSON.parse(body) as Request,
      })
      await answering(response)
    })()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const envelope = (content: unknown) => {
    const said = typeof content === 'string' ? content : JSON.stringify(content)
    return JSON.stringify({
      id: 'c1',
      choices: [{ index: 0, message: { role: 'assistant', content: said } }],
    })
  }
  const json = (status: number, body: string, headers: Record<string, string> = {}) => {
    answering = (response) =>
      void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body)
  }
  return {
    address,
    config: { baseUrl: `${address}/v1`, model: 'small-model', apiKey: 'sk-of-the-story' },
    /** The wait for an answer ends when the stub says so, and never by itself. */
    timeout: () => (waiting = new AbortController()).signal,
    asked,
    /** What it says, in the envelope of the wire. */
    says: (content: unknown) => json(200, envelope(content)),
    /** The same, once something else has happened. */
    saysAfter(meanwhile: () => Promise<void>, content: unknown) {
      answering = async (response) => {
        await meanwhile()
        response.writeHead(200, { 'content-type': 'application/json' }).end(envelope(content))
      }
    },
    answers: json,
    /** Nothing comes, and the time is up. */
    isSilent() {
      answering = () => waiting.abort()
    },
    /** Byte after byte and no end; the time is up after so many. */
    drips(bytes: number) {
      answering = async (response) => {
        response.writeHead(200, { 'content-type': 'application/json' })
        for (let i = 0; i < bytes; i++) if (!response.write(' ')) await once(response, 'drain')
        waiting.abort()
      }
    },
    /** More and more, for as long as somebody reads. */
    floods() {
      answering = async (response) => {
        response.writeHead(200, { 'content-type': 'application/json' })
        const closed = once(response, 'close')
        while (!response.destroyed) {
          response.write('['.repeat(100_000))
          await Promise.race([once(response, 'drain'), closed])
        }
      }
    },
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
