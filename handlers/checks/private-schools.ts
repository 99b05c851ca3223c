import { privateSchoolsAnswer } from '#cards/checks/loop.ts'
import { privateSchools as comparedWithPublic } from '#src/policy/checks/c5.6-private-schools.ts'
import type { Topic } from './topic.ts'

/** 「民办学校督导情况」. */
export const privateSchools: Topic = {
  right: 'view_supervisions',
  checks: [comparedWithPublic],
  answer: privateSchoolsAnswer,
}
