import { existsSync } from 'node:fs'
import { mkdtemp, rename, rm, stat, symlink } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { contentsOf, copyDatabase } from '#db/file.ts'
import { UserError } from '#src/domain/errors.ts'
import { photosBeside } from '#src/files/node-files.ts'
import { DATABASE, pack, photoIn, PHOTOS } from './archive.ts'
import type { Command } from './command.ts'
import { databasePath } from './database-path.ts'
import { orRefused } from './refusal.ts'

/** Writes the database and its photos into one file while the assistant goes on working. */
export const backupCommand: Command = {
  usage: 'FILE',
  zh: '把数据库和照片备份成一个文件（.tar.gz，只有本人可读），助手不用停。',
  en: 'Back up the database and its photos into one file, while the assistant runs.',
  async run(args, terminal) {
    const [file, ...more] = parseArgs({ args, allowPositionals: true }).positionals
    if (!file || more.length > 0) throw new UserError('请写明一个备份文件，例如 backup-11-23.tar.gz。')
    return orRefused(terminal, async () => {
      const { photos, missing, bytes } = await backup(databasePath(), resolve(file))
      terminal.out(`已备份到 ${file}：数据库和 ${photos} 张照片，共 ${megabytes(bytes)} MB。`)
      if (missing.length === 0) return 0
      terminal.err(`有 ${missing.length} 张照片在磁盘上找不到，没有备份：${missing.slice(0, 5).join('、')}`)
      return 1
    })
  },
}

const megabytes = (bytes: number): string => (bytes / 1024 ** 2).toFixed(1)

async function backup(database: string, file: string) {
  if (!existsSync(database))
    throw new UserError(`没有找到数据库 ${database}。请把 DATABASE_PATH 设为助手使用的数据库。`)
  if (existsSync(file)) throw new UserError(`${file} 已经存在，不会覆盖。请换一个文件名。`)
  const stage = await stageBeside(file)
  try {
    await copyDatabase(database, join(stage, DATABASE))
    await symlink(resolve(photosBeside(database)), join(stage, PHOTOS), 'junction')
    const { there, missing } = photosIn(stage)
    const packed = join(stage, 'backup.tar.gz')
    await pack(stage, there, packed)
    await rename(packed, file)
    return { photos: there.length, missing, bytes: (await stat(file)).size }
  } finally {
    await rm(stage, { recursive: true })
  }
}

/** The folder of the file, where the backup grows and takes its name when it is whole. */
async function stageBeside(file: string): Promise<string> {
  try {
    return await mkdtemp(join(dirname(file), '.dudao-backup-'))
  } catch (cause) {
    throw new UserError(`不能在 ${dirname(file)} 里写文件。请核对目录和权限。`, { cause })
  }
}

/** The photos that the copy names. One that belongs to no record may have been forgotten since the copy was made. */
function photosIn(stage: string): { there: string[]; missing: string[] } {
  const { photos } = contentsOf(join(stage, DATABASE))
  const there = photos.filter(({ sha256 }) => existsSync(photoIn(stage, sha256)))
  const gone = photos.filter((photo) => !there.includes(photo) && !photo.isLoose)
  return { there: there.map(({ sha256 }) => sha256), missing: gone.map(({ sha256 }) => sha256) }
}
