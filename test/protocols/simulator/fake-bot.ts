import { decrypt, encrypt, getSignature } from '@wecom/crypto'
import { Hono } from 'hono'
import type { SimulatorOptions, SimPerson } from '#src/simulator/options.ts'
import { createSimulator, type Simulator } from '#src/simulator/simulator.ts'
import { instantOf } from '#src/domain/day.ts'

/** A bot of a few lines, on WeCom's own crypto library, for the simulator to talk to. */
export const APP = {
  corpId: 'wwsim0001',
  agentId: 1000002,
  secret: 'app-secret',
  token: 'apptoken',
  encodingAesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
}
export const BOT = {
  token: 'bottoken',
  encodingAesKey: '4Ma3YBrSBbX2aez8MJpXGBne5LSDwgGqHbhM9WPYIws',
  botId: 'aib1',
  name: '督导助手',
}
export const PEOPLE: SimPerson[] = [
  { userid: 'LiMing', name: '李明', role: '专职督学', unit: '示例县' },
  { userid: 'wangfang', name: '王芳', role: '校（园）长', unit: '示例县第一小学' },
  { userid: 'zhaolei', name: '赵磊', role: '县督导办', unit: '示例县教育局' },
  { userid: 'nolicence', name: '无证', role: '校方联系人', unit: '示例县第二小学', licensed: false },
]

export type Received = { url: URL; body: string; message: string }
/** What the bot answers to the n-th callback, counted from 0. */
export type Answering = (received: Received, nth: number) => Promise<Response> | Response

export const silent: Answering = () => new Response('')
export const JPEG = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4, 5, 6])
export const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1])

export type World = {
  simulator: Simulator
  received: Received[]
  clock: { now: number }
  /** A call of the server API with a fresh token. */
  call(api: string, body: unknown, query?: Record<string, string>): Promise<Record<string, unknown>>
  get(path: string): Promise<Response>
}

/** A simulator with a bot that answers as told. Time stands still unless a test moves it. */
export function setUp(answer: Answering = silent, more: Partial<SimulatorOptions> = {}): World {
  const received: Received[] = []
  const clock = { now: instantOf('2026-11-23T10:30:00+08:00') as number }
  const bot = new Hono().post('*', async (c) => {
    const one = await read(c.req.raw)
    received.push(one)
    return answer(one, received.length - 1)
  })
  const simulator = createSimulator({
    ...APP,
    bot: BOT,
    callbackBase: 'http://127.0.0.1:3000',
    people: () => PEOPLE,
    now: () => clock.now,
    fetch: (url, init) => bot.request(url, init),
    timing: { timeoutMs: 20, retryMs: 0, refreshMs: 0 },
    ...more,
  })
  const get = async (path: string) => simulator.app.request(`http://127.0.0.1:3000/simulator${path}`)
  return { simulator, received, clock, get, call: caller(simulator) }
}

async function read(request: Request): Promise<Received> {
  const url = new URL(request.url)
  const body = await request.text()
  const isBot = url.pathname === '/wecom/bot'
  const secret =
    /<Encrypt><!\[CDATA\[(.*?)\]\]>/.exec(body)?.[1] ?? (JSON.parse(body) as { encrypt: string }).encrypt
  const query = (name: string) => url.searchParams.get(name) ?? ''
  const { token, encodingAesKey } = isBot ? BOT : APP
  if (getSignature(token, query('timestamp'), query('nonce'), secret) !== query('msg_signature'))
    throw new Error('the simulator signed wrongly')
  const { message, id } = decrypt(encodingAesKey, secret)
  if (id !== (isBot ? '' : APP.corpId)) throw new Error('the simulator named the wrong receiver')
  return { url, body, message }
}

const base = 'http://127.0.0.1:3000/simulator/wecom/cgi-bin'

export async function token(simulator: Simulator): Promise<string> {
  const url = `${base}/gettoken?corpid=${APP.corpId}&corpsecret=${APP.secret}`
  return ((await (await simulator.app.request(url)).json()) as { access_token: string }).access_token
}

const caller =
  (simulator: Simulator) =>
  async (api: string, body: unknown, query: Record<string, string> = {}) => {
    const search = new URLSearchParams({ access_token: await token(simulator), ...query })
    const sent = typeof body === 'string' || body instanceof FormData ? body : JSON.stringify(body)
    const response = await simulator.app.request(`${base}/${api}?${search}`, { method: 'POST', body: sent })
    return (await response.json()) as Record<string, unknown>
  }

/** A passive reply of the app, as the official library encrypts it. */
export function appReply(fields: string, { secret = APP, nonce = 'n1' } = {}): Response {
  const encrypted = encrypt(secret.encodingAesKey, `<xml>${fields}</xml>`, secret.corpId)
  const sign = getSignature(secret.token, '1700000000', nonce, encrypted)
  return new Response(
    `<xml><Encrypt>${encrypted}</Encrypt><MsgSignature>${sign}</MsgSignature><TimeStamp>1700000000</TimeStamp><Nonce>${nonce}</Nonce></xml>`,
  )
}

export const textReply = (to: string, text: string): Response =>
  appReply(
    `<ToUserName>${to}</ToUserName><FromUserName>${APP.corpId}</FromUserName><CreateTime>1700000000</CreateTime>` +
      `<MsgType>text</MsgType><Content><![CDATA[${text}]]></Content>`,
  )

/** A reply of the AI bot, with the nonce of the request unless told otherwise. */
export function botReply(
  received: Received,
  payload: object,
  nonce = received.url.searchParams.get('nonce') ?? '',
) {
  const encrypted = encrypt(BOT.encodingAesKey, JSON.stringify(payload), '')
  const msgsignature = getSignature(BOT.token, '1700000000', nonce, encrypted)
  return Response.json({ encrypt: encrypted, msgsignature, timestamp: 1700000000, nonce })
}

export const element = (xml: string, name: string): string | undefined =>
  new RegExp(`<${name}>(?:<!\\[CDATA\\[)?(.*?)(?:\\]\\]>)?</${name}>`, 's').exec(xml)?.[1]

/** Answers every message with one finished stream. */
export const saying =
  (content: string): Answering =>
  (received) =>
    botReply(received, { msgtype: 'stream', stream: { id: 's1', finish: true, content } })

export const buttonCard = (taskId: string, more: object = {}) => ({
  card_type: 'button_interaction',
  task_id: taskId,
  main_title: { title: '整改通知', desc: '章督整〔2026〕12号' },
  horizontal_content_list: [{ keyname: '学校', value: '示例县第一小学' }],
  button_list: [
    { text: '签收', style: 1, key: 'ack' },
    { text: '有异议', style: 2, key: 'object' },
  ],
  ...more,
})

export const voteCard = (taskId: string, more: object = {}) => ({
  card_type: 'vote_interaction',
  task_id: taskId,
  main_title: { title: '哪些已整改？' },
  checkbox: {
    question_key: 'q1',
    mode: 1,
    option_list: [
      { id: 'a', text: '消防通道' },
      { id: 'b', text: '食堂留样' },
    ],
  },
  submit_button: { text: '提交', key: 'done' },
  ...more,
})

export const send = (touser: string, content: object) => ({ touser, agentid: APP.agentId, ...content })
export const sendCard = (touser: string, template_card: object, more: object = {}) =>
  send(touser, { msgtype: 'template_card', template_card, ...more })
export const sendText = (touser: string, text: string, more: object = {}) =>
  send(touser, { msgtype: 'text', text: { content: text }, ...more })
