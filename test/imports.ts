import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
// Neither `import type` nor `export type`: they are gone when the code runs.
const IMPORT =
  /^(?:import|export)\s+(?!type\b)(?:[^'"]*?\bfrom\s+)?'([^']+)'|\bimport\(\s*(?:\/\*.*?\*\/\s*)?'([^']+)'\s*\)/gm

/** What a file of ours asks for when it runs: files by their path in the project, everything else by its name. */
export function importsOf(file: string): string[] {
  const found = readFileSync(join(root, file), 'utf8').matchAll(IMPORT)
  return [...found].map(([, plain, lazy]) => placeOf(file, (plain ?? lazy) as string))
}

function placeOf(file: string, written: string): string {
  if (written.startsWith('#')) return written.slice(1)
  return written.startsWith('.') ? relative(root, join(root, dirname(file), written)) : written
}

/** Every file and package that an entry pulls in, at whatever distance. */
export function reachedFrom(entry: string): Set<string> {
  const reached = new Set([entry])
  for (const file of reached)
    if (/\.(ts|cjs)$/.test(file) && existsSync(join(root, file)))
      for (const each of importsOf(file)) reached.add(each)
  return reached
}
