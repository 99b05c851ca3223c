import { readFile } from 'node:fs/promises'
import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { UserError } from '#src/domain/errors.ts'
import { mediaResponse } from './api/media.ts'
import type { Core } from './core.ts'
import { createClockMover, STEPS } from './page-clock.ts'
import { pageState, searchPeople } from './page-state.ts'
import type { Phones } from './phones.ts'

const SCRIPT = 'text/javascript; charset=utf-8'
const STYLE = 'text/css; charset=utf-8'
const FILES: Record<string, string> = {
  'main.js': SCRIPT,
  'server.js': SCRIPT,
  'phone.js': SCRIPT,
  'line.js': SCRIPT,
  'bubbles.js': SCRIPT,
  'cards.js': SCRIPT,
  'elements.js': SCRIPT,
  'people.js': SCRIPT,
  'photo.js': SCRIPT,
  'icon.svg': 'image/svg+xml',
  'style.css': STYLE,
  'phone.css': STYLE,
  'cards.css': STYLE,
  'line.css': STYLE,
}

/** Nothing from elsewhere, no inline script, in no frame. */
const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const PHOTO_BYTES = 10 * 1024 * 1024

const place = z.enum(['app', 'group'])
const ticked = z.record(z.string(), z.array(z.string()))
const Act = z.discriminatedUnion('act', [
  z.strictObject({
    act: z.literal('say'),
    place,
    userid: z.string(),
    text: z.string().trim().min(1).max(2000),
  }),
  z.strictObject({
    act: z.literal('press'),
    place,
    userid: z.string(),
    card: z.string(),
    key: z.string(),
    ticked,
  }),
  z.strictObject({
    act: z.literal('submit'),
    place,
    userid: z.string(),
    card: z.string(),
    ticked,
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
  serveFiles(page, core)
  serveState(page, core, phones)
  const moveClock = createClockMover(core)
  page.post('/api/act', async (c) => {
    const act = Act.safeParse(await c.req.json().catch(() => null))
    if (!act.success) return c.json({ error: '请求不完整，请刷新页面重试。' }, 400)
    return c.json(await perform({ phones, moveClock }, act.data))
  })
  page.post('/api/photo', bodyLimit({ maxSize: PHOTO_BYTES }), async (c) =>
    c.json(await sendPhoto(phones, c)),
  )
  return page
}

function serveFiles(page: Hono, core: Core): void {
  page.get('/', async (c) => c.html(await pageFile('index.html')))
  page.get('/page/:file', async (c) => {
    const name = c.req.param('file')
    const type = Object.hasOwn(FILES, name) ? FILES[name] : undefined
    return type === undefined ? c.notFound() : c.body(await pageFile(name), 200, { 'content-type': type })
  })
  page.get('/media/:id', (c) => {
    const media = core.world.media.get(c.req.param('id'))
    return media === undefined ? c.notFound() : mediaResponse(media)
  })
}

function serveState(page: Hono, core: Core, phones: Phones): void {
  page.get('/api/people', async (c) => c.json(await searchPeople(core, c.req.query('q') ?? '')))
  page.get('/api/state', async (c) => {
    const wanted = (c.req.query('phones') ?? '').split(',').filter((userid) => userid !== '')
    const state = await pageState(core, phones, wanted)
    return state.tag === c.req.query('since') ? c.body(null, 204) : c.json(state)
  })
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

type Doing = { phones: Phones; moveClock: ReturnType<typeof createClockMover> }

async function perform({ phones, moveClock }: Doing, act: Act): Promise<object> {
  switch (act.act) {
    case 'say':
      return act.place === 'app' ? phones.say(act.userid, act.text) : phones.sayInGroup(act.userid, act.text)
    case 'press':
      return act.place === 'app'
        ? phones.press(act.userid, act.card, act.key, act)
        : phones.pressInGroup(act.userid, act.card, act.key, act)
    case 'submit':
      return act.place === 'app'
        ? phones.submit(act.userid, act.card, act.ticked)
        : phones.submitInGroup(act.userid, act.card, act.ticked)
    case 'enter':
      return phones.enter(act.userid)
    case 'clock':
      return moveClock(act.step)
  }
}

async function sendPhoto(phones: Phones, c: Context): Promise<object> {
  const { userid = '', place: where, text = '' } = c.req.query()
  const content = new Uint8Array(await c.req.arrayBuffer())
  return where === 'group'
    ? phones.sendMixedInGroup(userid, text, [content])
    : phones.sendImage(userid, content)
}
