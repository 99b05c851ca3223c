import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { contentsOf, settleFile, type Contents } from '#db/file.ts'
import { dayOf, secondText } from '#src/domain/day.ts'
import { UserError } from '#src/domain/errors.ts'
import { photosBeside } from '#src/files/node-files.ts'
import { machine } from '#src/machine.ts'
import { DATABASE, photoIn, unpack } from './archive.ts'
import type { Command } from './command.ts'
import { databasePath } from './database-path.ts'
import { orRefused } from './refusal.ts'

/** Puts a backup in the place of the database; what was there is kept under another name. */
export const restoreCommand: Command = {
  usage: 'FILE',
  zh: '用备份文件恢复数据库和照片。先停掉助手；原来的数据库会改名保留。',
  en: 'Restore the database and its photos from a backup. Stop the assistant first; the old database is kept under another name.',
  async run(args, terminal) {
    const [file, ...more] = parseArgs({ args, allowPositionals: true }).positionals
    if (!file || more.length > 0) throw new UserError('请写明一个备份文件。')
    return orRefused(terminal, async () => {
      const { photos, aside } = await restore(resolve(file), databasePath())
      terminal.out(`已从 ${file} 恢复到 ${databasePath()}：数据库和 ${photos} 张照片。`)
      if (aside) terminal.out(`原来的数据库改名为 ${aside}，确认无误后可以删除。`)
      return 0
    })
  },
}

/** Nothing is replaced before the backup has been unpacked and looked through. */
async function restore(file: string, database: string) {
  refuseInUse(database)
  const folder = dirname(database)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const stage = await mkdtemp(join(folder, '.dudao-restore-'))
  try {
    await unpack(file, stage)
    const { photos } = await checked(file, stage)
    const kept = photos.filter(({ sha256 }) => existsSync(photoIn(stage, sha256)))
    // Photos first: a database must not name what is not there yet.
    for (const { sha256 } of kept) await putPhoto(stage, sha256, photosBeside(database))
    await chmod(join(stage, DATABASE), 0o600)
    const aside = await moveAside(database)
    await rename(join(stage, DATABASE), database)
    return { photos: kept.length, aside }
  } finally {
    await rm(stage, { recursive: true })
  }
}

async function checked(file: string, stage: string): Promise<Contents> {
  const contents = looked(file, join(stage, DATABASE))
  if (contents.integrity !== 'ok')
    throw new UserError(`${file} 里的数据库已损坏（${contents.integrity}）。请换一份备份。`)
  if (contents.isNewer)
    throw new UserError(`${file} 是更新版本的督导助手写出的。请先把程序升级到那个版本，再恢复。`)
  for (const { sha256, isLoose } of contents.photos) {
    const path = photoIn(stage, sha256)
    if (existsSync(path) ? (await sha256Of(path)) !== sha256 : !isLoose)
      throw new UserError(`${file} 里的照片 ${sha256} 缺失或已损坏。请换一份备份。`)
  }
  return contents
}

function looked(file: string, database: string): Contents {
  try {
    return contentsOf(database)
  } catch (cause) {
    throw new UserError(`${file} 里的数据库不能读取。请换一份备份。`, { cause })
  }
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

async function putPhoto(stage: string, sha256: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(photoIn(stage, sha256), 0o600)
  await rename(photoIn(stage, sha256), join(folder, sha256))
}

function refuseInUse(database: string): void {
  if (existsSync(database) && !settleFile(database))
    throw new UserError(`数据库 ${database} 正在使用。请先停掉督导助手，再恢复。`)
}

/** Asked again: unpacking took its time. A database that could not be read leaves its two companions, which go with it. */
async function moveAside(database: string): Promise<string | null> {
  if (!existsSync(database)) return null
  refuseInUse(database)
  const now = machine.now()
  const aside = `${database}.${dayOf(now)}-${secondText(now).replaceAll(':', '')}`
  for (const companion of ['', '-wal', '-shm'])
    if (existsSync(database + companion)) await rename(database + companion, aside + companion)
  return aside
}
