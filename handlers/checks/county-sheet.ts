import { countySheetAnswer } from '#cards/checks/county-sheet.ts'
import { CHECKS } from '#src/policy/checks/list.ts'
import type { Topic } from './topic.ts'

/** 「县区对照表」: a county sees its own (C14.2). */
export const countySheet: Topic = { right: 'view_staffing', checks: CHECKS, answer: countySheetAnswer }
