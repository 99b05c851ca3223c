import { importFiles } from '#src/intake/import.ts'
import { expect } from 'vitest'
import type { World } from './world.ts'

/** Puts an office's records on file as it would: one CSV a kind, by name of the kind. */
export async function fileRecords(world: World, files: Record<string, string>): Promise<void> {
  const shelf = Object.entries(files).map(([kind, csv]) => ({ name: `${kind}.csv`, bytes: Buffer.from(csv) }))
  for (const { errors } of await importFiles(world.store, shelf, { at: world.clock.at }))
    expect(errors).toEqual([])
}
