import { randomBytes } from 'node:crypto'
import { encrypt, signature } from '#src/simulator/crypto.ts'
import { buildXml, type XmlFields } from '#src/simulator/xml.ts'

export const APP = {
  corpId: 'wwbench',
  agentId: 1000002,
  secret: 'secret-of-the-bench',
  token: 'benchtoken',
  encodingAesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
}

/** A member's words to the app, as a whole HTTP request: encrypted, signed, with a MsgId of its own. */
export const said = (from: string, words: string): string =>
  request({ ...head(from), MsgType: 'text', Content: words, MsgId: messageId(), AgentID: APP.agentId })

/** A press on a button of a card. */
export const tapped = (from: string, tap: { action: string; taskId: string }): string =>
  request({
    ...head(from),
    MsgType: 'event',
    Event: 'template_card_event',
    EventKey: tap.action,
    TaskId: tap.taskId,
    CardType: 'button_interaction',
    ResponseCode: randomBytes(12).toString('hex'),
    AgentID: APP.agentId,
  })

const seconds = () => Math.floor(Date.now() / 1000)

const head = (from: string): XmlFields => ({
  ToUserName: APP.corpId,
  FromUserName: from,
  CreateTime: seconds(),
})

const messageId = (): bigint => 2n ** 62n + BigInt(`0x${randomBytes(7).toString('hex')}`)

function request(message: XmlFields): string {
  const sealed = encrypt(APP.encodingAesKey, buildXml(message), APP.corpId, randomBytes(16))
  const body = buildXml({ ToUserName: APP.corpId, AgentID: String(APP.agentId), Encrypt: sealed })
  const [timestamp, nonce] = [String(seconds()), randomBytes(5).toString('hex')]
  const query = `msg_signature=${signature(APP.token, timestamp, nonce, sealed)}&timestamp=${timestamp}&nonce=${nonce}`
  return (
    `POST /wecom/app?${query} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: text/xml\r\n` +
    `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
  )
}
