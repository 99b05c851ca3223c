import type { Line } from './check.ts'

/** What people read, the worst first. `ok` is 达标 only where the duty of the period is done, else 进行中 (B2.11). */
export const LEVEL_WORDS = ['未达标', '预警', '数据不足', '提示', '进行中', '达标'] as const
export type LevelWord = (typeof LEVEL_WORDS)[number]

/** The word for a line (policy.md 0): data that are missing are never 达标. */
export function levelWord({ level, figures }: Pick<Line, 'level' | 'figures'>): LevelWord {
  switch (level) {
    case 'breach':
      return '未达标'
    case 'warning':
      return '预警'
    case 'unknown':
      return '数据不足'
    case 'notice':
      return '提示'
    case 'ok':
      return figures['met'] === false ? '进行中' : '达标'
  }
}
