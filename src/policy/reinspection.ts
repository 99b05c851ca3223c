import type { Matter, Severity } from '#src/domain/words.ts'

const ON_SITE: readonly (Matter | null)[] = ['safety', 'canteen_health', 'kindergarten_safety']

/** Safety, canteens and serious findings are reinspected on site (policy.md 3.2); for the rest papers may do. */
export const needsSite = (of: { matter: Matter | null; severity: Severity }): boolean =>
  of.severity === 'serious' || of.severity === 'urgent' || ON_SITE.includes(of.matter)
