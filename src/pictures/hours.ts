import type { HoursPicture } from '#src/domain/picture.ts'
import { barWidth, heightOf, lyingAxes, needLine } from './bars.ts'
import { BLUE, GREEN, PALE_BLUE, RED, type Chart } from './frame.ts'

/** Training hours against the hours needed: verified ones count, pending ones stand behind them in a pale colour (C11.1). */
export function hours({ rows, need }: HoursPicture): Chart {
  const longest = Math.max(need, ...rows.map(({ verified, pending }) => verified + pending))
  const bar = { type: 'bar', stack: 'hours', barWidth: barWidth(rows.length) }
  return {
    unit: '学时',
    key: [
      [GREEN, `已满 ${need}`],
      [BLUE, '已核验'],
      [PALE_BLUE, '待核验'],
    ],
    height: heightOf(rows.length),
    option: {
      ...lyingAxes(
        rows.map((row) => ({ name: row.name, figure: figure(row) })),
        longest,
      ),
      series: [
        {
          ...bar,
          data: rows.map(({ verified }) => ({
            value: verified,
            itemStyle: { color: verified >= need ? GREEN : BLUE },
          })),
          markLine: needLine(need, `${need} 学时`, RED),
        },
        { ...bar, data: rows.map(({ pending }) => pending), itemStyle: { color: PALE_BLUE } },
      ],
    },
  }
}

const figure = ({ verified, pending }: HoursPicture['rows'][number]): string =>
  pending === 0 ? String(verified) : `${verified}（待核验 ${pending}）`
