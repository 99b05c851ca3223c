import { staffingAnswer } from '#cards/checks/staffing.ts'
import { ratio } from '#src/policy/checks/c9.1-ratio.ts'
import { stages } from '#src/policy/checks/c9.2-stages.ts'
import type { Topic } from './topic.ts'

/** 「章贡区督学够不够」「全市专职督学配备情况 哪些县没达标」. */
export const staffing: Topic = { right: 'view_staffing', checks: [ratio, stages], answer: staffingAnswer }
