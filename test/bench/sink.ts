import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** WeCom's server API at its least: every message is taken and counted, by the path that it came to. */
const counted: Record<string, number> = {}
let messages = 0

const OK = { errcode: 0, errmsg: 'ok' }
const ANSWERS: Record<string, () => object> = {
  '/cgi-bin/gettoken': () => ({ ...OK, access_token: 'token-of-the-sink', expires_in: 7200 }),
  '/cgi-bin/message/send': () => ({ ...OK, msgid: `m${++messages}`, response_code: `code-${messages}` }),
  '/cgi-bin/message/update_template_card': () => OK,
}

const server = createServer((request, response) => {
  void drained(request).then(() => {
    const path = (request.url ?? '').split('?')[0] ?? ''
    const answer = ANSWERS[path]
    counted[path] = (counted[path] ?? 0) + 1
    const body = JSON.stringify(answer ? answer() : { errcode: 40001, errmsg: 'no such call' })
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
    response.end(body)
  })
})

const drained = (request: IncomingMessage): Promise<void> =>
  new Promise((resolve) => request.on('end', resolve).resume())

process.on('message', () => process.send?.({ counted }))
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
