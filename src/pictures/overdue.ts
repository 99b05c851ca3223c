import { dateOf, monthOf, type Day } from '#src/domain/day.ts'
import type { OverduePicture } from '#src/domain/picture.ts'
import { BODY, INK, LINE, RED, SOFT, type Chart } from './frame.ts'

const HEIGHT = 460
/** So many figures stand beside each other on a phone and can still be read. */
const MOST_SAID = 10

/** How many rectifications were overdue at the end of each week; the last is said large. */
export function overdue({ weeks }: OverduePicture): Chart {
  const step = Math.ceil(weeks.length / MOST_SAID)
  const isSaid = (i: number) => (weeks.length - 1 - i) % step === 0
  return {
    unit: '件',
    key: [[RED, '每周末尚未办结的逾期整改']],
    height: HEIGHT,
    option: {
      xAxis: {
        type: 'category',
        boundaryGap: false,
        data: weeks.map(({ until }) => short(until)),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: LINE } },
        axisLabel: { fontSize: BODY - 4, color: SOFT, interval: isSaid },
      },
      yAxis: {
        type: 'value',
        min: 0,
        minInterval: 1,
        axisLabel: { fontSize: BODY - 4, color: SOFT },
        splitLine: { lineStyle: { color: LINE } },
      },
      series: [
        {
          type: 'line',
          data: weeks.map(({ overdue }, i) => point(overdue, isSaid(i), i === weeks.length - 1)),
          symbol: 'circle',
          symbolSize: 12,
          lineStyle: { color: RED, width: 5 },
          itemStyle: { color: RED },
          areaStyle: { color: RED, opacity: 0.08 },
        },
      ],
    },
  }
}

const short = (until: Day): string => `${monthOf(until)}/${dateOf(until)}`

const point = (value: number, isSaid: boolean, isLast: boolean) => ({
  value,
  label: {
    show: isSaid,
    position: 'top',
    fontSize: isLast ? BODY + 14 : BODY - 2,
    color: isLast ? RED : INK,
    textBorderColor: '#ffffff',
    textBorderWidth: 6,
  },
})
