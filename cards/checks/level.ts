import type { Line } from '#src/policy/checks/check.ts'
import { LEVEL_WORDS, levelWord } from '#src/policy/checks/level-words.ts'

type Judged = Pick<Line, 'level' | 'figures'> & { soft?: boolean }

/** A level as it is shown; a breach of what holds in principle only is 「已说明」 where a reason was written (policy.md 0). */
export const levelText = (line: Judged, isExplained = false): string =>
  line.soft && isExplained ? '未达标（已说明）' : levelWord(line)

const rankOf = (line: Judged): number => LEVEL_WORDS.indexOf(levelWord(line))

/** For sorting: the worst first. */
export const isWorse = (one: Judged, other: Judged): number => rankOf(one) - rankOf(other)

/** Whether there is nothing to do: met, or its time still runs. */
export const isFine = ({ level }: Judged): boolean => level === 'ok'

/** 「未达标 2，预警 1，达标 15」. */
export function tally(lines: readonly Judged[]): string {
  const groups = Map.groupBy(lines.toSorted(isWorse), levelWord)
  return [...groups].map(([name, some]) => `${name} ${some.length}`).join('，')
}
