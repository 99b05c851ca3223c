import { readFile } from 'node:fs/promises'
import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { UserError } from '#src/domain/errors.ts'
import { mediaResponse } from './api/media.ts'
import type { Core } from './core.ts'
import { moveClock, STEPS } from './page-clock.ts'
import { pageState, searchPeople } from './page-state.ts'
import type { Phones } from './phones.ts'

const FILES: Record<string, string> = {
  'style.css': 'text/css; charset=utf-8',
  'cards.css': 'text/css; charset=utf-8',
  'main.js': 'text/javascript; charset=utf-8',
  'server.js': 'text/javascript; charset=utf-8',
  'phone.js': 'text/javascript; charset=utf-8',
  'bubbles.js': 'text/javascript; charset=utf-8',
  'cards.js': 'text/javascript; charset=utf-8',
  'elements.js': 'text/javascript; charset=utf-8',
  'people.js': 'text/javascript; charset=utf-8',
  'photo.js': 'text/javascript; charset=utf-8',
}

/** Nothing from elsewhere, no inline script, in no frame. */
const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const PHOTO_BYTES = 10 * 1024 * 1024

const place = z.enum(['app', 'group'])
const Act = z.discriminatedUnion('act', [
  z.strictObject({
    act: z.literal('say'),
    place,
    userid: z.string(),
    text: z.string().trim().min(1).max(2000),
  }),
  z.strictObject({ act: z.literal('press'), place, userid: z.string(), card: z.string(), key: z.string() }),
  z.strictObject({
    act: z.literal('submit'),
    place,
    userid: z.string(),
    card: z.string(),
    ticked: z.record(z.string(), z.array(z.string())),
  }),
  z.strictObject({ act: z.literal('enter'), userid: z.string() }),
  z.strictObject({ act: z.literal('clock'), step: z.enum(STEPS) }),
])
type Act = z.infer<typeof Act>

/** The page with the phones, and what it asks for. */
export function createPage(core: Core, phones: Phones): Hono {
  const page = new Hono()
  page.use(pageHeaders)
  page.onError((error, c) => {
    if (!(error instanceof UserError)) throw error
    return c.json({ error: error.message }, 409)
  })
  page.get('/', async (c) => c.html(await pageFile('index.html')))
  page.get('/page/:file', async (c) => {
    const type = Object.hasOwn(FILES, c.req.param('file')) ? FILES[c.req.param('file')] : undefined
    return type === undefined
      ? c.notFound()
      : c.body(await pageFile(c.req.param('file')), 200, { 'content-type': type })
  })
  page.get('/media/:id', (c) => {
    const media = core.world.media.get(c.req.param('id'))
    return media === undefined ? c.notFound() : mediaResponse(media)
  })
  page.get('/api/people', async (c) => c.json(await searchPeople(core, c.req.query('q') ?? '')))
  page.get('/api/state', async (c) => {
    const state = await pageState(core, phones, (c.req.query('phones') ?? '').split(',').filter(Boolean))
    return state.tag === c.req.query('since') ? c.body(null, 204) : c.json(state)
  })
  page.post('/api/act', async (c) => {
    const act = Act.safeParse(await c.req.json().catch(() => null))
    if (!act.success) return c.json({ error: '请求不完整，请刷新页面重试。' }, 400)
    return c.json(await perform(core, phones, act.data))
  })
  page.post('/api/photo', bodyLimit({ maxSize: PHOTO_BYTES }), async (c) =>
    c.json(await sendPhoto(phones, c)),
  )
  return page
}

async function pageHeaders(c: Context, next: () => Promise<void>): Promise<void> {
  await next()
  c.header('content-security-policy', CSP)
  c.header('x-content-type-options', 'nosniff')
  c.header('referrer-policy', 'no-referrer')
  c.header('cache-control', 'no-store')
}

const pageFile = (name: string): Promise<string> =>
  readFile(new URL(`./page/${name}`, import.meta.url), 'utf8')

async function perform(core: Core, phones: Phones, act: Act): Promise<object> {
  switch (act.act) {
    case 'say':
      return act.place === 'app' ? phones.say(act.userid, act.text) : phones.sayInGroup(act.userid, act.text)
    case 'press':
      return act.place === 'app'
        ? phones.press(act.userid, act.card, act.key)
        : phones.pressInGroup(act.userid, act.card, act.key)
    case 'submit':
      return act.place === 'app'
        ? phones.submit(act.userid, act.card, act.ticked)
        : phones.submitInGroup(act.userid, act.card, act.ticked)
    case 'enter':
      return phones.enter(act.userid)
    case 'clock':
      return moveClock(core, act.step)
  }
}

async function sendPhoto(phones: Phones, c: Context): Promise<object> {
  const { userid = '', place: where, text = '' } = c.req.query()
  const content = new Uint8Array(await c.req.arrayBuffer())
  return where === 'group'
    ? phones.sendMixedInGroup(userid, text, [content])
    : phones.sendImage(userid, content)
}
