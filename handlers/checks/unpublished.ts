import { unpublishedAnswer } from '#cards/checks/published.ts'
import { publication } from '#src/policy/checks/c7.2-publication.ts'
import type { Topic } from './topic.ts'

/** 「未公示的报告」. */
export const unpublished: Topic = {
  right: 'view_supervisions',
  checks: [publication],
  answer: unpublishedAnswer,
}
