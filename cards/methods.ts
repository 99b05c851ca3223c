import type { Counts } from '#src/domain/visit.ts'
import { METHOD_NAMES, type Method } from '#src/domain/words.ts'

const COUNT_NAMES: Record<keyof Counts, readonly [string, string]> = {
  lessons: ['听课', '节'],
  documents: ['查阅资料', '份'],
  meetings: ['列席会议', '次'],
  discussions: ['座谈走访', '次'],
  questionnaires: ['问卷', '次'],
  patrols: ['巡视', '次'],
}

/** How a visit was done and how much of it: 随机听课，听课2节. Patrol where nothing was said (policy.md 8.1). */
export const methodsText = (methods: readonly Method[], counts: Counts): string => {
  const counted = (Object.keys(counts) as (keyof Counts)[]).map(
    (kind) => `${COUNT_NAMES[kind][0]}${counts[kind]}${COUNT_NAMES[kind][1]}`,
  )
  const names =
    methods.length > 0 ? methods.map((each) => METHOD_NAMES[each] ?? each) : [METHOD_NAMES.campus_patrol]
  return [names.join('、'), ...counted].join('，')
}
