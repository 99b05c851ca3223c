import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { groupName } from '#cards/digest.ts'
import { messageText } from '#cards/text.ts'
import { accountOf } from '#db/accounts.ts'
import { kindOf, type DatabaseKind } from '#db/kind.ts'
import { openNode, openToRead } from '#db/node.ts'
import { outbox, type Message } from '#db/schema/machine.ts'
import type { Db, Store, Write } from '#db/store.ts'
import { createRosterKeeper } from '#src/bot/roster.ts'
import { at, dayOf, parseMoment, type Instant } from '#src/domain/day.ts'
import { UserError } from '#src/domain/errors.ts'
import type { UserId } from '#src/domain/words.ts'
import { lastTurn } from '#src/policy/hours.ts'
import { speak } from '#src/schedule/tick.ts'
import { createPictures } from '#src/pictures/pictures.ts'
import { createLogWatch } from '#src/watch/log-watch.ts'
import { createAssistant } from '../assistant.ts'
import { isLoopback, parseConfig, type Config } from '../config.ts'
import { createNodeFiles } from '../files/node-files.ts'
import { ids, machine } from '../machine.ts'
import type { Command, Terminal } from './command.ts'

/** What the clock brings at a moment: on a live database a look ahead that writes nothing, on a sample the real thing. */
export const tickCommand: Command = {
  usage: '--at T [--really]',
  zh: '列出到 T 时刻（如 2026-11-23T08:30）时钟会提醒谁、说什么。正式数据库只列出、不写入，加 --really 才发；示例数据库直接发出。',
  en: 'List what the clock sends at T, and to whom. A live database is only read, unless --really; a sample delivers.',
  async run(args, { out, err }) {
    const { values } = parseArgs({
      args,
      options: { at: { type: 'string' }, really: { type: 'boolean', default: false } },
    })
    const now = momentGiven(values.at)
    const config = parseConfig(process.env)
    const kind = await kindAt(config.databasePath)
    const delivers = kind === 'sample' || values.really || isLoopback(config.wecom?.apiBase)
    const lines = delivers ? await carryOut(config, kind, now, err) : await lookAhead(config, now, err)
    for (const line of lines) out(line)
    err(
      `共 ${lines.length} 条，${delivers ? '已放入发件箱' : '没有发出，也没有写入数据库；加 --really 才会发'}。`,
    )
    return 0
  },
}

/** At eight people have their turns over ten minutes: asked for any of them, all are shown. */
function momentGiven(written: string | undefined): Instant {
  const moment = written === undefined ? null : parseMoment(written)
  if (moment === null)
    throw new UserError('请用 --at 写明时刻，如 2026-11-23T08:30（本地时间）或 2026-11-23T08:30:00+08:00。')
  const day = dayOf(moment)
  return moment >= at(day, 8) && moment < lastTurn(day) ? lastTurn(day) : moment
}

async function kindAt(path: string): Promise<DatabaseKind> {
  if (!existsSync(path)) throw new UserError(`没有数据库 ${path}。请用 DATABASE_PATH 写明它在哪里。`)
  const { db, close } = openToRead(path)
  try {
    return (await kindOf({ db })) ?? 'live'
  } finally {
    close()
  }
}

type Say = Terminal['err']

/** On the rows as they are; nothing of what would be committed is carried out. */
async function lookAhead(config: Config, now: Instant, err: Say): Promise<string[]> {
  const { db, close } = openToRead(config.databasePath)
  try {
    return await spoken({ db, commit: async (writes) => writes.map(() => 1) }, config, now, err)
  } finally {
    close()
  }
}

/** With WeCom's settings the outbox is emptied here and now; the sample's is by the simulator's own process. */
async function carryOut(config: Config, kind: DatabaseKind, now: Instant, err: Say): Promise<string[]> {
  const { wecom, databasePath } = config
  const store = await openNode(databasePath, { kind })
  try {
    const lines = await spoken(store, config, now, err)
    const files = createNodeFiles(join(dirname(databasePath), 'files'))
    const watch = createLogWatch(err, machine.now)
    const pictures = createPictures()
    if (wecom)
      await createAssistant({
        store,
        wecom,
        files,
        pictures,
        clock: machine,
        machine,
        ids,
        watch,
        fetch,
      }).settle()
    return lines
  } finally {
    await store.close()
  }
}

/** What people hear at that moment, a line for each message that is committed. Nothing is forgotten, as a minute does. */
async function spoken(
  { db, commit }: Pick<Store, 'db' | 'commit'>,
  { wecom }: Config,
  now: Instant,
  err: Say,
): Promise<string[]> {
  const posts: Post[] = []
  const noting = async (writes: readonly Write[]) => {
    const changed = await commit(writes)
    posts.push(...writes.filter(isPost).map((write) => write.values as Post))
    return changed
  }
  const watch = createLogWatch(err, machine.now)
  const groups = [...(wecom?.webhooks?.keys() ?? [])]
  const store = { db, commit: noting }
  await speak({ store, known: createRosterKeeper(db), machine, ids, watch, groups }, now)
  return linesOf(db, posts)
}

type Post = { recipient: UserId; message: Message }

const isPost = ({ op, table, values }: Write): boolean =>
  op === 'insert' && table === outbox && values['kind'] !== 'settle'

const LENGTH = 80

/** Name, userid and as much of each message as fits on a line. */
const linesOf = (db: Db, posts: readonly Post[]): Promise<string[]> =>
  Promise.all(
    posts.map(async ({ recipient, message }) => {
      const account = await accountOf(db, recipient)
      const words = messageText(message).replaceAll(/\s+/g, ' ')
      const line = words.length > LENGTH ? `${words.slice(0, LENGTH)}…` : words
      return `${account?.name ?? groupName(recipient) ?? ''}（${account?.written ?? recipient}）${line}`
    }),
  )
