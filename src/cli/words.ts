import { existsSync } from 'node:fs'
import { wordsInForce } from '#db/lexicon.ts'
import { openToRead } from '#db/node.ts'
import { rootCause } from '#src/domain/errors.ts'
import type { OwnWord } from '#src/language/lexicon/own-words.ts'

/** The words of the database there, for a command that does without one; `say` is told what was read, and what could not be. */
export async function wordsAt(path: string, say: (line: string) => void): Promise<OwnWord[]> {
  if (!existsSync(path)) return []
  try {
    const words = await wordsRead(path)
    say(`词表：${path} 里的 ${words.length} 个词。`)
    return words
  } catch (error) {
    say(`读不到 ${path} 的词表（${rootCause(error)}），只用内置的词。`)
    return []
  }
}

async function wordsRead(path: string): Promise<OwnWord[]> {
  const { db, close } = openToRead(path)
  try {
    return await wordsInForce(db)
  } finally {
    close()
  }
}
