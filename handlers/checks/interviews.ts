import { interviewsAnswer } from '#cards/checks/accountable.ts'
import { interviewRecord } from '#src/policy/checks/c8.1-interview-record.ts'
import { interviewFilings } from '#src/policy/checks/c8.2-interview-filings.ts'
import { interviewOrganizers } from '#src/policy/checks/c8.3-interview-organizers.ts'
import type { Topic } from './topic.ts'

/** 「约谈归档」. */
export const interviews: Topic = {
  right: 'view_accountability',
  checks: [interviewRecord, interviewFilings, interviewOrganizers],
  answer: interviewsAnswer,
}
