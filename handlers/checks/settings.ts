import { settingsAnswer } from '#cards/checks/settings.ts'
import type { Topic } from './topic.ts'

/** 「督导设置」. */
export const settings: Topic = {
  right: 'view_staffing',
  checks: [],
  answer: settingsAnswer,
}
