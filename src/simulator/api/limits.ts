import type { Core } from '../core.ts'

const WINDOWS = [
  { ms: 60_000, most: 30 },
  { ms: 3600_000, most: 1000 },
]

const ROBOT_MOST = 20

export type Limits = {
  /** False where WeCom would drop the message without a word (WeCom D90248): 30 a minute, 1000 an hour, per member. */
  admits(userid: string): boolean
  dropped(userid?: string): number
  /** False where WeCom refuses a group's robot: more than 20 a minute (WeCom D99110). */
  admitsRobot(key: string): boolean
}

export function createLimits(core: Core): Limits {
  const sent = new Map<string, number[]>()
  const dropped = new Map<string, number>()

  const admits = (userid: string): boolean => {
    const now = core.now()
    const recent = (sent.get(userid) ?? []).filter((at) => now - at < 3600_000)
    const full = WINDOWS.some(({ ms, most }) => recent.filter((at) => now - at < ms).length >= most)
    sent.set(userid, full ? recent : [...recent, now])
    if (full) dropped.set(userid, (dropped.get(userid) ?? 0) + 1)
    return !full
  }
  const robots = new Map<string, number[]>()
  const admitsRobot = (key: string): boolean => {
    const now = core.now()
    const recent = (robots.get(key) ?? []).filter((at) => now - at < 60_000)
    const full = recent.length >= ROBOT_MOST
    robots.set(key, full ? recent : [...recent, now])
    return !full
  }
  const count = (userid?: string): number =>
    userid === undefined
      ? [...dropped.values()].reduce((sum, one) => sum + one, 0)
      : (dropped.get(userid.toLowerCase()) ?? 0)
  return { admits, dropped: count, admitsRobot }
}
