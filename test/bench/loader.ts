import { connect } from 'node:net'
import { figuresOf } from './figures.ts'

/** Sends each request once over keep-alive connections, each with one request under way, and tells how long they took. */
export type Load = { port: number; connections: number; requests: string[] }

process.on('message', ({ port, connections, requests }: Load) => {
  void run(
    port,
    connections,
    requests.map((request) => Buffer.from(request)),
  ).then((figures) => process.send?.(figures))
})

async function run(port: number, connections: number, requests: readonly Buffer[]) {
  const latencies = new Float64Array(requests.length)
  let next = 0
  let failed = 0
  const begun = performance.now()
  await Promise.all(
    Array.from({ length: connections }, () =>
      converse(port, () => {
        const i = next++
        const request = requests[i]
        if (!request) return null
        const sent = performance.now()
        const done = (status: string) => {
          latencies[i] = performance.now() - sent
          if (status !== '200') failed++
        }
        return { request, done }
      }),
    ),
  )
  return figuresOf(latencies, (performance.now() - begun) / 1000, failed)
}

type Next = { request: Buffer; done(status: string): void }

/** One connection, from its first request to the end of the list. Not node:http: its client is slower than what is measured. */
function converse(port: number, next: () => Next | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    let current: Next | null = null
    let answer = ''
    const send = () => {
      current = next()
      answer = ''
      if (current) socket.write(current.request)
      else socket.end()
    }
    socket.setEncoding('latin1')
    socket.on('connect', send)
    socket.on('data', (chunk: string) => {
      answer += chunk
      if (!isWhole(answer)) return
      current?.done(answer.slice('HTTP/1.1 '.length, 'HTTP/1.1 200'.length))
      send()
    })
    socket.on('error', reject)
    socket.on('close', () => (current ? reject(new Error('the server closed the connection')) : resolve()))
  })
}

function isWhole(answer: string): boolean {
  const head = answer.indexOf('\r\n\r\n')
  if (head < 0) return false
  const length = /content-length: (\d+)/i.exec(answer)
  return length ? answer.length >= head + 4 + Number(length[1]) : answer.endsWith('\r\n0\r\n\r\n')
}
