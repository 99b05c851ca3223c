import { dayText, type Day } from '#src/domain/day.ts'

/** 「10月1日（周三）至10月31日（周五）」, one day as itself: which days were meant, so that a wrong reading is seen. */
export const periodText = ({ from, to }: { from: Day; to: Day }, today: Day): string =>
  from === to ? dayText(from, today) : `${dayText(from, today)}至${dayText(to, today)}`
