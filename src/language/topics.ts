import type { Matter } from '#src/domain/words.ts'
import type { Lexicon } from './lexicon/lexicon.ts'
import { mattersIn } from './matters.ts'
import type { Said } from './named.ts'

/** The seven of measure 5, by which a city reports what was supervised (S-5). */
export type Topic =
  'party_building' | 'teaching' | 'research' | 'teacher_ethics' | 'resources' | 'fees' | 'safety'

const TOPIC_OF: Record<Matter, Topic | null> = {
  governance: null,
  admission_fees: 'fees',
  curriculum: 'teaching',
  student_load: null,
  teachers: 'teacher_ethics',
  safety: 'safety',
  canteen_health: 'safety',
  ethos: null,
  party_building: 'party_building',
  research: 'research',
  resources: 'resources',
  kindergarten_safety: 'safety',
  kindergarten_norms: null,
  kindergarten_ethics: 'teacher_ethics',
}

/** The topic that a matter counts towards; null where measure 5 has none for it. */
export const topicOf = (matter: Matter | null): Topic | null => matter && TOPIC_OF[matter]

// Words that name a topic in a question though they are no thing of it, or only its place.
const BROAD: readonly (readonly [RegExp, Topic])[] = [
  [/食堂|厨房|后厨|安全|宿舍/, 'safety'],
  [/教学(?![点楼])|课堂/, 'teaching'],
]
const NOT_NAMED = /职称|绩效|编制/

/** All topics that a text names by their things (留样, 校车, 课题), in order, none twice. */
export function topicsIn(plain: string, lexicon: Lexicon): Said<Topic>[] {
  const said: Said<Topic>[] = []
  for (const { means, word, span } of mattersIn(plain, lexicon)) {
    const value = NOT_NAMED.test(word) ? null : TOPIC_OF[means]
    if (value && !said.some((each) => each.value === value)) said.push({ value, span })
  }
  for (const [pattern, value] of BROAD) {
    const found = pattern.exec(plain)
    if (found && !said.some((each) => each.value === value))
      said.push({ value, span: [found.index, found.index + found[0].length] })
  }
  return said
}
