import { levelWord } from '#src/policy/checks/level-words.ts'
import { BODY, FAINT, INK, LINE } from './frame.ts'

/** Of one row of a chart of bars that lie, in pixels. */
const ROW = 60
/** A single bar is no thinner than a thumb. */
const SINGLE = 110
const BAR = 32

/** The longest name of a place or a person that is written out; what is longer ends in an ellipsis. */
const NAME_WIDTH = 260

export const heightOf = (rows: number): number => (rows === 1 ? SINGLE : rows * ROW)

export const barWidth = (rows: number): number => (rows === 1 ? 2 * BAR : BAR)

/** A row's name on the left and its figure, in words, on the right; null where it cannot be told. */
type Ends = { name: string; figure: string | null }

const UNKNOWN = levelWord({ level: 'unknown', figures: {} })

/** Rows from the top down. The figures stand in a column of their own, where no bar and no line can run through them. */
export const lyingAxes = (rows: readonly Ends[], longest: number) => ({
  xAxis: { type: 'value', min: 0, max: Math.max(1, longest) * 1.04, show: false },
  yAxis: [
    {
      ...ROWS,
      data: rows.map(({ name }) => name),
      axisLine: { lineStyle: { color: LINE } },
      axisLabel: { fontSize: BODY, color: INK, width: NAME_WIDTH, overflow: 'truncate' },
    },
    {
      ...ROWS,
      position: 'right',
      data: rows.map(({ figure }) => ({
        value: figure ?? UNKNOWN,
        textStyle: { color: figure === null ? FAINT : INK },
      })),
      axisLine: { show: false },
      axisLabel: { fontSize: BODY, margin: 16 },
    },
  ],
})

const ROWS = { type: 'category', inverse: true, axisTick: { show: false } }

/** An upright line at one value, with its words on top. */
export const needLine = (value: number, words: string, color: string) => ({
  symbol: 'none',
  silent: true,
  data: [{ xAxis: value }],
  lineStyle: { color, width: 3, type: 'dashed' },
  // The axis runs down, and so do lines across it.
  label: { formatter: words, position: 'start', fontSize: BODY - 4, color },
})
