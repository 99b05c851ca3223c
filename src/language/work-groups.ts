import type { Heard } from './hear.ts'
import { shortPlace } from './places.ts'
import type { Registry } from './schools/registry.ts'
import type { Listening, Understanding } from './understanding.ts'

const DECLARE = /(?:本群|这个群|我们群|此群|这里)(?:就)?(?:是|为|作为|登记为|设为)([^,。]{0,18})工作群/
const REVOKE =
  /取消(?:本|这个|此)?(?:督学|督导)?工作群|(?:本群|这个群)(?:已经?)?不(?:再)?是[^,。]{0,12}工作群/

/** 「本群是章贡区督学工作群」: a county by its name, the whole city where a city is named, else the speaker's own. */
export function readWorkGroup(
  { plain }: Heard,
  registry: Registry,
  { speaker }: Listening,
): Understanding | null {
  if (REVOKE.test(plain)) return { intent: 'revoke_group' }
  const place = DECLARE.exec(plain)?.[1]
  if (place === undefined) return null
  const county =
    registry.counties.find((each) => place.includes(each)) ??
    registry.counties.find((each) => place.includes(shortPlace(each)))
  return { intent: 'declare_group', county: county ?? (/市/.test(place) ? null : speaker.county) }
}
