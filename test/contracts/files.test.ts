import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { UserError } from '#src/domain/errors.ts'
import { createNodeFiles } from '#src/files/node-files.ts'
import { photo } from '#test/photo.ts'

let folder: string
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'dudao-files-'))))
afterAll(() => rmSync(folder, { recursive: true }))

test('a picture is kept without place and maker, for its owner alone, and forgotten', async () => {
  const files = createNodeFiles(join(folder, 'pictures'))
  const sent = await photo('red')
  expect((await sharp(sent).metadata()).exif).toBeDefined()
  const { sha256 } = await files.keepImage(sent)
  expect((await sharp(Buffer.from(await files.read(sha256))).metadata()).exif).toBeUndefined()
  expect(statSync(join(folder, 'pictures', sha256)).mode & 0o777).toBe(0o600)
  await files.forget(sha256)
  await files.forget(sha256)
  expect(readdirSync(join(folder, 'pictures'))).toEqual([])
})

test('what is no picture is not kept', async () => {
  const files = createNodeFiles(join(folder, 'others'))
  await expect(files.keepImage(Buffer.from('<svg><script/></svg>'.repeat(9)))).rejects.toThrow(UserError)
  await expect(files.keepImage(Buffer.alloc(0))).rejects.toThrow(UserError)
})

test('no name leads out of the folder', async () => {
  const files = createNodeFiles(folder)
  for (const name of ['../secret', '', 'a'.repeat(63), `${'a'.repeat(64)}/..`]) {
    await expect((async () => files.read(name))()).rejects.toThrow('not the name')
    await expect((async () => files.forget(name))()).rejects.toThrow('not the name')
  }
})
