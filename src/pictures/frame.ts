import type { EChartsCoreOption } from 'echarts/core'
import { dayText, secondText, yearOf, type Instant } from '#src/domain/day.ts'
import type { Picture } from '#src/domain/picture.ts'

/** The width of a phone's screen as designers count it: big type here is big type there. In pixels. */
export const WIDTH = 750

export const INK = '#1f2329'
export const SOFT = '#646a73'
export const FAINT = '#8f959e'
export const LINE = '#e4e6ea'
export const BLUE = '#2468e5'
export const PALE_BLUE = '#b9d0f9'
export const GREEN = '#2b8a3e'
export const AMBER = '#e8a317'
export const ORANGE = '#dd6b20'
export const RED = '#d83931'

/** Of the type, in pixels. */
export const BODY = 26
const TITLE = 38
const SMALL = 20

const MARGIN = 36
/** Where the first line under a title of one line begins, where its chart begins, and what is left for the source. */
const UNDER_TITLE = 90
const HEAD = 190
const FOOT = 110
const TITLE_LINE = 50
const SMALL_LINE = 30

/** What one chart puts into the frame. */
export type Chart = {
  /** The part of an ECharts option that is its own. */
  option: EChartsCoreOption
  /** Of the plot, in pixels. */
  height: number
  unit: string
  /** What its colours and lines mean, each with its colour. */
  key: readonly (readonly [colour: string, meaning: string])[]
}

/** A chart with its title, day, unit, key and source: all that it needs to be understood when it is sent on. */
export function framed({ title, day, source }: Picture, chart: Chart, at: Instant) {
  const below = (linesOf(title, TITLE) - 1) * TITLE_LINE
  const sourceHeight = (linesOf(source, SMALL) - 1) * SMALL_LINE
  const option: EChartsCoreOption = {
    animation: false,
    backgroundColor: '#ffffff',
    textStyle: { fontFamily: FONT, color: INK, fontSize: BODY },
    ...chart.option,
    grid: { left: MARGIN, right: MARGIN, top: HEAD + below, height: chart.height, ...WITH_NAMES },
    title: [
      text(title, { top: 30, fontSize: TITLE, lineHeight: TITLE_LINE, color: INK }),
      text(`截至 ${yearOf(day)}年${dayText(day)}　　单位：${chart.unit}`, {
        top: UNDER_TITLE + below,
        fontSize: SMALL + 2,
        color: SOFT,
      }),
      keyOf(chart, UNDER_TITLE + SMALL_LINE + 4 + below),
      text(`${source}\n${secondText(at)} 制图`, {
        bottom: 24,
        fontSize: SMALL,
        lineHeight: SMALL_LINE,
        color: FAINT,
      }),
    ],
  }
  return { option, width: WIDTH, height: HEAD + below + chart.height + FOOT + sourceHeight }
}

/** The names beside the bars are inside the frame too. */
const WITH_NAMES = { outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' }

/** The family's name in the font file; resvg draws no other. */
export const FONT = 'Noto Sans SC'

/** A square of each colour before its meaning. Of a text in several styles every piece names its own. */
function keyOf({ key }: Chart, top: number) {
  const fontSize = SMALL + 2
  const colours = key.map(([color], i) => [`k${i}`, { color, fontSize }])
  const words = key.map(([, meaning], i) => `{k${i}|■}{words| ${meaning}　}`).join('')
  const rich = Object.fromEntries([...colours, ['words', { color: SOFT, fontSize }]])
  return text(words, { top, fontSize, color: SOFT, rich })
}

type Style = { fontSize: number; lineHeight?: number; color: string; rich?: object }
type Place = { top: number } | { bottom: number }

function text(words: string, { fontSize, lineHeight, color, rich, ...place }: Style & Place) {
  const style = { fontFamily: FONT, fontWeight: 'normal', fontSize, lineHeight, color, rich }
  return {
    text: words,
    left: MARGIN,
    padding: 0,
    textStyle: { ...style, width: WIDTH - 2 * MARGIN, overflow: 'break' },
    ...place,
  }
}

/** How many lines a text takes: a Chinese character is as wide as it is high, everything else about half of that. */
function linesOf(words: string, size: number): number {
  const width = [...words].reduce((sum, char) => sum + (char > '\u2e7f' ? size : size * 0.6), 0)
  return Math.max(1, Math.ceil(width / (WIDTH - 2 * MARGIN)))
}
