import { dayText, type Day } from '#src/domain/day.ts'
import { encodeAction, type Act } from './action.ts'
import type { Button, Card } from './card.ts'

export type ReportShown = {
  id: string
  seq: number
  noticeNo: string
  school: string
  author: string
  items: { no: string; text: string; measures: string; done: boolean }[]
  photos: number
  today: Day
}

/** What the school says of each item, in the words it will be saved with. */
export const reportLines = (report: Pick<ReportShown, 'items'>): string[] =>
  report.items.map(
    (item, i) =>
      `${i + 1}. ${item.text}：${item.done ? item.measures : `未完成${item.measures ? `（${item.measures}）` : ''}`}`,
  )

/** To the principal: only the principal's 确认上报 sends the report (policy.md 3.2). */
export function reportCard(report: ReportShown): Card {
  const button = (label: string, act: Act, style?: Button['style']): Button => ({
    label,
    action: encodeAction({ act, id: report.id, seq: report.seq }),
    ...(style ? { style } : {}),
  })
  return {
    kind: 'buttons',
    title: '整改报告（待校长确认）',
    note: report.noticeNo,
    fields: [
      { name: '学校', value: report.school },
      { name: '完成日期', value: `${dayText(report.today)}「默认」` },
      { name: '照片', value: report.photos > 0 ? `${report.photos} 张` : '还没有，可直接发来' },
      { name: '填报', value: report.author },
    ],
    body: reportLines(report).join('\n'),
    buttons: [
      button('确认上报', 'report_confirm', 'main'),
      button('修改', 'report_change'),
      button('不报', 'report_drop'),
    ],
  }
}
