import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { init } from 'echarts/dist/echarts.esm.min.mjs'
import { Resvg } from '@resvg/resvg-js'
import type { Instant } from '#src/domain/day.ts'
import { unreachable } from '#src/domain/errors.ts'
import type { Picture } from '#src/domain/picture.ts'
import { counties } from './counties.ts'
import { FONT, framed, type Chart } from './frame.ts'
import { hours } from './hours.ts'
import { overdue } from './overdue.ts'

const here = (name: string) => fileURLToPath(new URL(`./font/${name}`, import.meta.url))
const FONT_FILE = here('noto-sans-sc.ttf')
const inFont = new Set(readFileSync(here('characters.txt'), 'utf8'))

/** What printers put where they have no type; a name with a character that is in no table is read in the words beside it. */
const NO_TYPE = '〓'

/** A picture as PNG: the same data and moment give the same bytes. Takes a third of a second; belongs into a thread. */
export function draw(picture: Picture, at: Instant): Uint8Array {
  const svg = svgOf(picture, at).replace(/[^\0-\x7f]/gu, (char) => (inFont.has(char) ? char : NO_TYPE))
  // A font that resvg cannot use, such as woff2, leaves blanks and no error.
  const font = { fontFiles: [FONT_FILE], loadSystemFonts: false, defaultFontFamily: FONT }
  return new Resvg(svg, { font }).render().asPng()
}

function svgOf(picture: Picture, at: Instant): string {
  const { option, width, height } = framed(picture, chartOf(picture), at)
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  chart.setOption(option)
  const svg = chart.renderToSVGString()
  chart.dispose()
  return svg
}

function chartOf(picture: Picture): Chart {
  switch (picture.kind) {
    case 'hours':
      return hours(picture)
    case 'counties':
      return counties(picture)
    case 'overdue':
      return overdue(picture)
    default:
      return unreachable(picture)
  }
}
