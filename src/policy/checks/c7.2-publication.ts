import { addDays, type Day } from '#src/domain/day.ts'
import type { Supervision } from '#src/domain/records.ts'
import type { Check, Finding } from './check.ts'
import { firstOf } from './levels.ts'
import type { View } from './view/view.ts'

/** C7.2 (S-7): every special or comprehensive report is published, or it is said why not; contract B4, measure 7. */
export const publication: Check = {
  id: 'C7.2',
  name: '督导报告公布',
  clause: 'S-7',
  threshold: 'default',
  find: (view) =>
    view.records.supervisions.flatMap((row) =>
      row.supervisionKind !== 'evaluation' && row.reportOn !== null ? published(row, row.reportOn, view) : [],
    ),
}

function published(
  { no, place, publishedOn, notPublicReason }: Supervision,
  reportOn: Day,
  view: View,
): Finding {
  const { calendar, day } = view
  const isPast = (key: 'publication_notice_days' | 'publication_warning_days') =>
    calendar.isPast(day, reportOn, view.setting(key, place))
  const isSettled = Boolean(notPublicReason) || publishedOn !== null
  return {
    subject: no,
    place,
    level: firstOf(
      [isSettled, 'ok'],
      [isPast('publication_warning_days'), 'warning'],
      [isPast('publication_notice_days'), 'notice'],
    ),
    figures: {
      report_on: reportOn,
      published_on: publishedOn,
      working_days: calendar.count(addDays(reportOn, 1), publishedOn ?? day),
      met: isSettled,
    },
  }
}
