import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { createNodeFiles } from '#src/files/node-files.ts'
import { photo } from '#test/photo.ts'

const folder = mkdtempSync(join(tmpdir(), 'dudao-photo-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a kept photo has lost its place and its device (policy.md 8.10)', async () => {
  const taken = await photo('red')
  expect((await sharp(taken).metadata()).exif?.includes('PhoneMaker')).toBe(true)
  const files = createNodeFiles(folder)
  const { sha256 } = await files.keepImage(taken)
  const kept = await files.read(sha256)
  expect((await sharp(kept).metadata()).exif).toBeUndefined()
  expect(Buffer.from(kept).includes('PhoneMaker')).toBe(false)
})
