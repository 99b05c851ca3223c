import { momentText, type Instant } from '#src/domain/day.ts'

/** To all who must act at once: what, where, who says so, when. */
export const alarmText = (alarm: { school: string; what: string; reporter: string; at: Instant }): string =>
  `【重大隐患】${alarm.school}：${alarm.what}\n${alarm.reporter} ${momentText(alarm.at)} 报告。请立即处置，先保人员安全，并回复处置情况。`
