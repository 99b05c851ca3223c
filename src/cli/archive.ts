import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { create, extract } from 'tar'
import { UserError } from '#src/domain/errors.ts'

/** A backup is a gzipped tar with `dudao.db` and the photos under `files/`: any tool opens it, and gzip's sum notices damage. */
export const DATABASE = 'dudao.db'
export const PHOTOS = 'files'

const isOurs = (path: string): boolean => path === DATABASE || /^files\/[0-9a-f]{64}$/.test(path)
// Photos are compressed already; more effort would only cost time.
const GZIP = { level: 1 }

/** Packs the database and these photos of a folder into one file that only its owner reads. */
export async function pack(folder: string, photos: readonly string[], to: string): Promise<void> {
  const names = [DATABASE, ...photos.map((sha256) => `${PHOTOS}/${sha256}`)]
  await create({ file: to, cwd: folder, gzip: GZIP, portable: true, mode: 0o600 }, names)
  const file = await open(to, 'r+')
  await file.chmod(0o600)
  await file.sync()
  await file.close()
}

/** Unpacks a backup into an empty folder. Throws UserError for what is none, or not whole. */
export async function unpack(file: string, into: string): Promise<void> {
  if (!(await isGzip(file))) throw notOurs(file)
  const strangers: string[] = []
  const filter = (path: string, entry: object) => {
    const isWanted = isOurs(path) && 'type' in entry && entry.type === 'File'
    if (!isWanted) strangers.push(path)
    return isWanted
  }
  try {
    await extract({ file, cwd: into, strict: true, filter })
  } catch (cause) {
    throw new UserError(`${file} 已损坏或不完整，不能恢复。请换一份备份。`, { cause })
  }
  if (strangers.length > 0 || !(await readdir(into)).includes(DATABASE)) throw notOurs(file)
}

const notOurs = (file: string): UserError =>
  new UserError(`${file} 不是督导助手的备份。请选用 npm run dudao -- backup 写出的文件。`)

async function isGzip(path: string): Promise<boolean> {
  try {
    const file = await open(path)
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2)
    await file.close()
    return bytesRead === 2 && buffer.readUInt16BE() === 0x1f8b
  } catch (cause) {
    throw new UserError(`打不开文件 ${path}。请核对路径和权限。`, { cause })
  }
}

/** Where a photo lies in an unpacked backup. */
export const photoIn = (folder: string, sha256: string): string => join(folder, PHOTOS, sha256)
