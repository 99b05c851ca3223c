'use strict'
// Loaded with `node -r` before every script: a start takes half the time by it, and the server is smaller.
const { enableCompileCache, registerHooks } = require('node:module')
const { join } = require('node:path')
const { pathToFileURL } = require('node:url')
const { imports } = require('../package.json')

// Keeps what Node makes of our TypeScript. From the second start on nothing has to be stripped of its types: what does that
// is not loaded, which is 20 MB less. Where the folder cannot be written, nothing is kept.
enableCompileCache(join(__dirname, '../node_modules/.cache/node'))

const ROOT = pathToFileURL(join(__dirname, '..')).href
/** Packages of many files, each of which names the others in full. */
const OF_MANY_FILES = /\/node_modules\/(drizzle-orm|hono|zod)\//

/** What a package's name has come to in a file of ours; it is the same in all of them. */
const found = new Map()

// For each import Node looks at the folders above the file and reads their package.json anew, and drizzle-orm's is 178 kB
// long. Where a name says which file is meant there is nothing to look for, and a package is looked for once.
registerHooks({
  resolve(name, context, next) {
    if (!context.conditions.includes('import')) return next(name, context)
    const url = named(name, context.parentURL)
    if (url !== null)
      return { url, format: url.endsWith('.ts') ? 'module-typescript' : 'module', shortCircuit: true }
    if (!namesPackage(name) || !isOurs(context.parentURL)) return next(name, context)
    if (!found.has(name)) found.set(name, { ...next(name, context), shortCircuit: true })
    return found.get(name)
  },
})

const namesPackage = (name) => /^[@a-z]/.test(name) && !name.includes(':')
const isOurs = (from) => from?.startsWith(ROOT) && !from.includes('/node_modules/')

function named(name, from) {
  if (from === undefined) return null
  if (name.endsWith('.ts')) return name.startsWith('#') ? `${ROOT}/${ours(name)}` : new URL(name, from).href
  const isNeighbour = name.startsWith('.') && name.endsWith('.js')
  return isNeighbour && OF_MANY_FILES.test(from) ? new URL(name, from).href : null
}

/** `#db/once.ts` by the table of package.json. */
function ours(name) {
  const [top, ...path] = name.split('/')
  return imports[`${top}/*`].replace('./', '').replace('*', path.join('/'))
}
