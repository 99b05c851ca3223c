import type { Matter } from '#src/domain/words.ts'

/** Pictures of safety and canteen findings are mandatory (policy.md 5.1) and may follow within this many days (8.1). */
export const PHOTO_DAYS = 7

export const wantsPhotos = (findings: readonly { matter: Matter | null }[]): boolean =>
  findings.some((each) => each.matter === 'safety' || each.matter === 'canteen_health')
