import type { CountiesPicture } from '#src/domain/picture.ts'
import type { Level } from '#src/policy/checks/levels.ts'
import { levelWord } from '#src/policy/checks/level-words.ts'
import { barWidth, heightOf, lyingAxes, needLine } from './bars.ts'
import { AMBER, FAINT, GREEN, INK, ORANGE, RED, SOFT, type Chart } from './frame.ts'

const COLOURS: Record<Level, string> = {
  breach: RED,
  warning: ORANGE,
  notice: AMBER,
  ok: GREEN,
  unknown: FAINT,
}

/** Places by the figure of one check, coloured by its level, against one line for all or a mark for each. */
export function counties({ rows, need, unit }: CountiesPicture): Chart {
  const longest = Math.max(need ?? 0, ...rows.flatMap((row) => [row.value ?? 0, row.need ?? 0]))
  const marks = rows.flatMap((row, i) => (row.need === undefined ? [] : [[row.need, i]]))
  return {
    unit,
    key: keyOf(rows, marks.length > 0),
    height: heightOf(rows.length),
    option: {
      ...lyingAxes(
        rows.map((row) => ({ name: row.place, figure: figure(row, unit) })),
        longest,
      ),
      series: [
        {
          type: 'bar',
          barWidth: barWidth(rows.length),
          data: rows.map(({ value, level }) => ({
            value: value ?? 0,
            itemStyle: { color: COLOURS[level] },
          })),
          ...(need === null ? {} : { markLine: needLine(need, `${need} ${unit}`, SOFT) }),
        },
        {
          type: 'scatter',
          data: marks,
          symbol: 'rect',
          symbolSize: [4, 46],
          itemStyle: { color: INK },
          z: 3,
        },
      ],
    },
  }
}

type Row = CountiesPicture['rows'][number]

function figure({ value, need }: Row, unit: string): string | null {
  if (value === null) return null
  return need === undefined ? `${value} ${unit}` : `${value} / ${need}`
}

/** Only the levels that are there: the fewer, the sooner it is read. */
function keyOf(rows: readonly Row[], hasMarks: boolean): Chart['key'] {
  const levels = (Object.keys(COLOURS) as Level[]).filter((level) => rows.some((row) => row.level === level))
  const key = levels.map((level) => [COLOURS[level], levelWord({ level, figures: {} })] as const)
  return hasMarks ? [...key, [INK, '应有']] : key
}
