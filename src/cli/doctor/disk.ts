import { existsSync } from 'node:fs'
import { mkdtemp, rm, statfs } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { well, wrong, type Finding } from './finding.ts'

const NAME = '磁盘'
/** A week of photos of a large county, and room for SQLite to work in. */
const LEAST_BYTES = 1024 ** 3

export type FreeBytes = (folder: string) => Promise<number>

export const freeBytes: FreeBytes = async (folder) => {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/** The folder of the database and the photos: there, writable, and with room. */
export async function checkDisk(database: string, free: FreeBytes): Promise<Finding> {
  const folder = dirname(resolve(database))
  const mend = '请核对 DATABASE_PATH，并让运行助手的用户可以写这个目录。'
  if (!existsSync(folder)) return wrong(NAME, `目录 ${folder} 不存在`, mend)
  if (!(await isWritable(folder))) return wrong(NAME, `目录 ${folder} 不能写入`, mend)
  const left = `${folder} 还有 ${((await free(folder)) / 1024 ** 3).toFixed(1)} GB`
  return (await free(folder)) >= LEAST_BYTES
    ? well(NAME, left)
    : wrong(NAME, left, '不足 1 GB：请清理磁盘或扩容，写满后助手不能接收消息。')
}

async function isWritable(folder: string): Promise<boolean> {
  try {
    await rm(await mkdtemp(join(folder, '.dudao-doctor-')), { recursive: true })
    return true
  } catch {
    return false
  }
}
