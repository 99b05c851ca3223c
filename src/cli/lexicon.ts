import { parseArgs } from 'node:util'
import { wordsInForce } from '#db/lexicon.ts'
import { openNode, type NodeStore } from '#db/node.ts'
import { UserError } from '#src/domain/errors.ts'
import type { UserId } from '#src/domain/words.ts'
import { csv } from '#src/intake/csv.ts'
import { importFiles } from '#src/intake/import.ts'
import { kindNamed } from '#src/intake/recognise.ts'
import { LEXICON_KIND_NAMES, meaningName, type OwnWord } from '#src/language/lexicon/own-words.ts'
import { fold } from '#src/language/text.ts'
import { machine } from '#src/machine.ts'
import { authorOf } from './author.ts'
import type { Command, Terminal } from './command.ts'
import { databasePath } from './database-path.ts'

const KINDS_SHOWN = Object.entries(LEXICON_KIND_NAMES).map(([id, name]) => `${name} ${id}`)

/** Adds words to those that the assistant understands, lists them and takes them away. */
export const lexiconCommand: Command = {
  usage: 'list [--csv] | add KIND WORD MEANS | remove KIND WORD  [--by USERID]',
  zh: `本地的词：${KINDS_SHOWN.join('、')}。加一个词：lexicon add matter 无人机 安全。下一条消息就生效。`,
  en: "Words of an office's own, in force with the next message. docs/lexicon.md tells what each kind does.",
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { csv: { type: 'boolean' }, by: { type: 'string' } },
    })
    const [act, ...words] = positionals
    const asked = ACTS[act ?? '']
    if (!asked || words.length !== asked.takes)
      throw new UserError('请写 list、add 或 remove，后面的词要写全。')
    const store = await openNode(databasePath(), { kind: 'live' })
    try {
      return await asked.run({
        store,
        words,
        terminal,
        by: await authorOf(store, values.by),
        asCsv: values.csv === true,
      })
    } finally {
      await store.close()
    }
  },
}

type Asked = {
  store: NodeStore
  words: string[]
  terminal: Terminal
  by: UserId
  asCsv: boolean
}

const ACTS: Record<string, { takes: number; run(asked: Asked): Promise<number> }> = {
  list: { takes: 0, run: list },
  add: { takes: 3, run: add },
  remove: { takes: 2, run: withdraw },
}

async function list({ store, terminal: { out }, asCsv }: Asked): Promise<number> {
  const words = await wordsInForce(store.db)
  if (asCsv) out(csv(['类别', '词', '含义'], words.map(namesOf)).trimEnd())
  else for (const word of words) out(shown(word))
  if (!asCsv && words.length === 0) out('还没有加过词。')
  return 0
}

const namesOf = ({ kind, word, means }: OwnWord) => [LEXICON_KIND_NAMES[kind], word, meaningName(kind, means)]

function shown(word: OwnWord): string {
  const [kind, written, means] = namesOf(word)
  return `${kind}「${written}」→ ${means}`
}

async function add(asked: Asked): Promise<number> {
  const [kind, word, means] = asked.words as [string, string, string]
  return write(asked, [kind, word, means, '否'])
}

async function withdraw(asked: Asked): Promise<number> {
  const [kind, written] = asked.words as [string, string]
  const words = await wordsInForce(asked.store.db)
  const known = words.find(
    (each) => each.word === fold(written) && (each.kind === kind || LEXICON_KIND_NAMES[each.kind] === kind),
  )
  if (!known) throw new UserError(`没有加过「${written}」（${kind}）。可以用 lexicon list 查看。`)
  return write(asked, [known.kind, known.word, known.means, '是'])
}

/** The way of a sheet of one row: the same checks, the same history. */
async function write({ store, words, terminal, by }: Asked, row: string[]): Promise<number> {
  const name = `lexicon ${row.at(-1) === '是' ? 'remove' : 'add'} ${words.join(' ')}`
  const bytes = new TextEncoder().encode(csv(['kind', 'word', 'means', 'withdrawn'], [row]))
  const [result] = await importFiles(store, [{ name, bytes }], {
    kind: kindNamed('lexicon'),
    at: machine.now(),
    by,
  })
  for (const { message } of result!.errors) terminal.err(message)
  if (result!.errors.length > 0) return 1
  terminal.out(result!.unchanged > 0 ? '已经是这样，没有改动。' : '已记下，下一条消息就生效。')
  return 0
}
