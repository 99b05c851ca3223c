import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const IMPORT =
  /^(?:import|export)\s+(type\b)?(?:[^'"]*?\bfrom\s+)?'([^']+)'|\bimport\(\s*(?:\/\*.*?\*\/\s*)?'([^']+)'\s*\)/gm

/**
 * What a file of ours asks for: files by their path in the project, everything else by its name. `import type` and
 * `export type` are gone when the code runs, and count only where `types` is asked for.
 */
export function importsOf(file: string, { types = false } = {}): string[] {
  const found = readFileSync(join(root, file), 'utf8').matchAll(IMPORT)
  return [...found]
    .filter(([, type]) => types || type === undefined)
    .map(([, , plain, lazy]) => placeOf(file, (plain ?? lazy) as string))
}

function placeOf(file: string, written: string): string {
  if (written.startsWith('#')) return written.slice(1)
  return written.startsWith('.')
    ? relative(root, join(root, dirname(file), written)).replaceAll('\\', '/')
    : written
}

/** Every file and package that an entry pulls in, at whatever distance. */
export function reachedFrom(entry: string): Set<string> {
  const reached = new Set([entry])
  for (const file of reached)
    if (/\.(ts|cjs)$/.test(file) && existsSync(join(root, file)))
      for (const each of importsOf(file)) reached.add(each)
  return reached
}
