import { createHash } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { UserError } from '#src/domain/errors.ts'
import type { Files } from '#src/domain/ports.ts'

/** A photo of 40 megapixels is a phone's best; more is a bomb. */
const PIXELS = 50_000_000
/** Enough to read a label on a shelf, and within what WeCom takes (10 MB). */
const LONGEST_SIDE = 2560

/** Where the photos of a database lie. */
export const photosBeside = (databasePath: string): string => join(dirname(databasePath), 'files')

/** Photos on this machine's disk, under their content: `<folder>/<sha256>`. */
export function createNodeFiles(folder: string): Files {
  const path = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not the name of a stored file')
    return join(folder, sha256)
  }
  return {
    async keepImage(content) {
      const image = await clean(content)
      const sha256 = createHash('sha256').update(image).digest('hex')
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await write(path(sha256), image)
      return { sha256, mime: 'image/jpeg', bytes: image.length }
    },
    async read(sha256) {
      return readFile(path(sha256))
    },
    async forget(sha256) {
      await rm(path(sha256), { force: true })
    },
  }
}

/**
 * The picture and nothing else; one whose end is missing is kept as far as it goes, for it may be the only evidence. Encoding anew leaves place, device and time behind (policy.md 8.10), and what is no
 * image does not survive it. The turn that EXIF asks for is made first, since EXIF goes.
 */
async function clean(content: Uint8Array): Promise<Buffer> {
  // Loaded with the first picture: most days of most cities begin without one, and it takes 8 MB.
  const { default: sharp } = await import('sharp')
  try {
    return await sharp(content, { limitInputPixels: PIXELS, failOn: 'none' })
      .rotate()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 85 })
      .toBuffer()
  } catch (cause) {
    throw new UserError('这个文件不是能打开的图片', { cause })
  }
}

/** Whole or not at all, and on the disk before the row says that it is kept. */
async function write(path: string, content: Uint8Array): Promise<void> {
  const part = `${path}.${process.pid}.part`
  const file = await open(part, 'w', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(part, path)
}
