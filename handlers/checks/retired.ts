import { retiredAnswer } from '#cards/checks/retired.ts'
import { retireeShare } from '#src/policy/checks/c10.1-retiree-share.ts'
import { retiredTwoYears } from '#src/policy/checks/c10.2-retired-two-years.ts'
import type { Topic } from './topic.ts'

/** 「退休的占比超了没 再聘2个退休的行不行」. */
export const retired: Topic = {
  right: 'view_staffing',
  checks: [retireeShare, retiredTwoYears],
  besides: ['documents'],
  answer: retiredAnswer,
}
