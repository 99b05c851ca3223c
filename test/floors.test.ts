import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { importsOf } from './imports.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const files = globSync('{src,handlers,cards,db}/**/*.ts', { cwd: root }).map((file) =>
  file.replaceAll('\\', '/'),
)

/** Where each folder stands; the longest name that fits counts. A file imports from its own floor or below. */
const FLOORS: Record<string, number> = {
  'src/domain/': 0,
  'src/policy/': 0,
  'src/language/': 0,
  'src/watch/watch.ts': 0,
  'cards/': 1,
  'db/': 1,
  'handlers/': 2,
  'src/bot/': 3,
  'src/schedule/': 3,
  'src/delivery/': 3,
  'src/intake/': 3,
  'src/channels/': 4,
  'src/model/': 4,
  'src/wire/': 4,
  'src/simulator/': 4,
  'src/console/': 4,
  'src/files/': 4,
  'src/pictures/': 4,
  'src/watch/': 4,
  'src/app.ts': 5,
  'src/assistant.ts': 5,
  'src/config.ts': 5,
  'src/give-back.ts': 5,
  'src/machine.ts': 5,
  'src/cli/': 5,
  'src/main.ts': 6,
  'src/worker.ts': 6,
}

/** The files that name the machine they run on. */
const HOSTS = ['src/main.ts', 'src/worker.ts', 'src/cli/']
const DISK = [
  'src/files/node-files.ts', // photos lie on a disk; the Worker passes no-files.ts in its place
  'src/simulator/sample.ts', // the phones of the sample city outlive a restart in a file beside its database
  'src/simulator/page-routes.ts', // reads its own page
  'src/pictures/draw.ts', // the font; the Worker passes no pictures
]

/** What only those may import who are named beside it. A package that is not here may be imported by nobody. */
const PACKAGES: [pattern: RegExp, who: string[]][] = [
  [/^better-sqlite3$|^drizzle-orm\/better-sqlite3(\/|$)/, ['db/node.ts', 'db/file.ts']],
  [/^drizzle-orm\/(d1|batch)$/, ['db/d1.ts']],
  [/^drizzle-orm(\/sqlite-core)?$/, ['db/']],
  [/^drizzle-kit$/, ['db/drizzle.config.ts']],
  [/^@cloudflare\/workers-types$/, ['db/d1.ts', 'src/worker.ts']],
  [/^@hono\/node-server(\/conninfo)?$|^node-schedule$/, ['src/main.ts']],
  [/^hono(\/|$)/, ['src/channels/', 'src/simulator/', 'src/console/', 'src/app.ts', ...HOSTS]],
  [
    /^zod$/,
    [
      'src/domain/',
      'src/channels/',
      'src/model/',
      'src/simulator/',
      'src/console/',
      'src/config.ts',
      'src/intake/',
    ],
  ],
  [/^temporal-polyfill$/, ['src/domain/day.ts']],
  [/^chinese-days$/, ['src/policy/']],
  [/^pinyin-pro$/, ['src/language/']],
  [/^(csv-parse\/sync|read-excel-file\/node|hucre\/xlsx)$/, ['src/intake/']],
  [/^@wecom\/crypto$/, ['src/channels/wecom/crypto.ts']],
  [/^fast-xml-parser$/, ['src/channels/wecom/xml.ts', 'src/simulator/xml.ts']],
  [/^prom-client$/, ['src/watch/node-watch.ts']],
  [/^tar$/, ['src/cli/archive.ts']],
  [/^echarts\/(core|dist\/echarts\.esm\.min\.mjs)$/, ['src/pictures/']],
  [/^@resvg\/resvg-js$/, ['src/pictures/draw.ts']],
  [/^node:(child_process|events)$/, ['src/pictures/pictures.ts']],
  [/^sharp$/, ['src/files/node-files.ts']],
  [/^node:v8$/, ['src/give-back.ts']],
  // Workers have it too; ids and chance are passed in, so floors 0 to 2 have no use for it.
  [
    /^node:crypto$/,
    [
      'src/bot/',
      'src/channels/',
      'src/simulator/',
      'src/console/',
      'src/files/',
      'src/app.ts',
      'src/machine.ts',
      'src/cli/',
    ],
  ],
  [/^node:stream\/promises$/, ['src/cli/']],
  [/^node:timers\/promises$/, ['src/simulator/callbacks/']],
  [/^node:(fs|fs\/promises|path|url|util)$/, [...HOSTS, ...DISK, 'db/node.ts', 'db/file.ts']],
]

/** Names of the runtime, and who may speak them: everybody else is given what he needs. */
const GLOBALS: Record<string, string[]> = {
  Date: [
    'src/domain/day.ts',
    'src/machine.ts', // the machine's clock, which both hosts pass in
  ],
  Temporal: ['src/domain/day.ts'],
  'Math.random': [],
  performance: [],
  process: [
    'src/main.ts',
    'src/cli/',
    'src/pictures/child.ts', // answers the process that began it
    'src/files/node-files.ts', // tells its half-written files from those of another process
  ],
  console: ['src/main.ts', 'src/worker.ts'],
}

/** One import that goes up, and why. */
const UPWARDS = [
  'src/domain/ports.ts imports cards/outgoing.ts', // a type: the port of a channel says what it renders
]

/** Neither may lean on the other: what both got wrong in the same way no test would show. */
const STRANGERS: [string, string][] = [['src/simulator/', 'src/channels/']]

const among = (file: string, places: readonly string[]) => places.some((place) => file.startsWith(place))
const isOurs = (name: string) => /^(src|handlers|cards|db)\//.test(name)
const importsWithTypes = (file: string) => importsOf(file, { types: true })

function floorOf(file: string): number | undefined {
  const [place] = Object.keys(FLOORS)
    .filter((each) => file.startsWith(each))
    .toSorted((a, b) => b.length - a.length)
  return place === undefined ? undefined : FLOORS[place]
}

const everyImport = files.flatMap((file) => importsWithTypes(file).map((name) => ({ file, name })))
const said = ({ file, name }: { file: string; name: string }) => `${file} imports ${name}`

describe('imports', () => {
  test('every file stands on a floor', () => {
    expect(files.filter((file) => floorOf(file) === undefined)).toEqual([])
  })

  test('and imports from its own floor or below', () => {
    const upwards = everyImport.filter(
      ({ file, name }) => isOurs(name) && (floorOf(name) ?? Infinity) > (floorOf(file) ?? -1),
    )
    expect(upwards.map(said)).toEqual(UPWARDS)
  })

  test('a package is imported only where it belongs', () => {
    const strays = everyImport.filter(({ file, name }) => {
      const rule = PACKAGES.find(([pattern]) => pattern.test(name))
      return !isOurs(name) && !(rule && among(file, rule[1]))
    })
    expect(strays.map(said)).toEqual([])
  })

  test('the drivers of the database are opened by the hosts alone', () => {
    const openers = everyImport.filter(({ name }) => name === 'db/node.ts' || name === 'db/d1.ts')
    expect(openers.filter(({ file }) => !among(file, HOSTS)).map(said)).toEqual([])
  })

  test.each(STRANGERS)('%s and %s share nothing', (one, other) => {
    const shared = everyImport.filter(
      ({ file, name }) =>
        (file.startsWith(one) && name.startsWith(other)) || (file.startsWith(other) && name.startsWith(one)),
    )
    expect(shared.map(said)).toEqual([])
  })

  test('nobody imports an entry', () => {
    expect(everyImport.filter(({ name }) => floorOf(name) === 6).map(said)).toEqual([])
  })
})

describe('names', () => {
  const parsed = files.map((file) => ({
    file,
    tree: ts.createSourceFile(file, readFileSync(`${root}${file}`, 'utf8'), ts.ScriptTarget.Latest, true),
  }))

  test.each(Object.entries(GLOBALS))('%s is spoken only where it may be', (name, places) => {
    const speakers = parsed.filter(({ file, tree }) => !among(file, places) && speaks(tree, name))
    expect(speakers.map(({ file }) => `${file} says ${name}`)).toEqual([])
  })

  test('nothing at module level changes', () => {
    const changing = parsed.flatMap(({ file, tree }) =>
      tree.statements
        .filter((each) => ts.isVariableStatement(each) && !(each.declarationList.flags & ts.NodeFlags.Const))
        .map((each) => `${file}: ${each.getText().split('\n')[0]}`),
    )
    expect(changing).toEqual([])
  })
})

/** Whether the code (no comment, no property of that name) uses a global. */
function speaks(node: ts.Node, name: string): boolean {
  const isName = ts.isPropertyAccessExpression(node) || (ts.isIdentifier(node) && !isProperty(node))
  if (isName && node.getText() === name) return true
  return ts.forEachChild(node, (child) => speaks(child, name) || undefined) ?? false
}

const isProperty = (node: ts.Identifier): boolean =>
  (ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) ||
  (ts.isPropertyAssignment(node.parent) && node.parent.name === node) ||
  ts.isPropertySignature(node.parent)
