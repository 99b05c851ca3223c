import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
// @ts-expect-error It brings no types.
import subsetFont from 'subset-font'

/**
 * Makes the font of the pictures from a whole Noto Sans SC, whose path is given: the characters of
 * src/pictures/font/characters.txt and nothing else (docs/dependencies.md).
 */
const font = (name: string) => fileURLToPath(new URL(`../../src/pictures/font/${name}`, import.meta.url))

const [whole] = process.argv.slice(2)
if (whole === undefined) throw new Error('usage: npm run font -- NotoSansSC_500Medium.ttf')
const characters = readFileSync(font('characters.txt'), 'utf8')
const options = { targetFormat: 'truetype', noLayoutClosure: true, noHinting: true, keepFeatures: [] }
writeFileSync(font('noto-sans-sc.ttf'), await subsetFont(readFileSync(whole), characters, options))
