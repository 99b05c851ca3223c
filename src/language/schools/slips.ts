import type { SoundReaders } from './syllables.ts'

// East and west, one and two are never taken for slips: they tell schools apart.
const TELLS_APART = /[东西南北中上下大小前后左右新老第一二三四五六七八九十百零\d甲乙丙丁]/

/** The kinds of school whose names are compared; a slip never goes across kinds. */
const KIND = /(?:幼儿园|小学|中学|学校|教学点)$/
/** What many names share behind their own part: 镇中心 of 沙石镇中心小学. */
const SHARED = /(?:镇|乡|街道)?(?:中心|实验|双语|国际|艺术|外国语)?$/
/** Of a shorter part too little is left to tell which name was meant. */
const SHORTEST = 3

const stemOf = (name: string): string | null => {
  const kind = KIND.exec(name)
  return kind && kind.index >= SHORTEST ? name.slice(0, kind.index) : null
}

/**
 * A name as it is and with each character of its stem left out: two names of which one has a wrong, a missing, a needless
 * character or two in the wrong order share one of these. Empty where the name is too short for that.
 */
export function worn(name: string): string[] {
  const stem = stemOf(name)
  if (stem === null) return []
  const without = [...stem].map((_, i) => name.slice(0, i) + name.slice(i + 1))
  return [...new Set([name, ...without])]
}

type Difference = { at: number; was: string; meant: string }

type Sounded = { text: string; sounds: Uint16Array }

/** What differs between two names, their common beginning and end set aside; sounding alike is no difference. */
function difference(a: Sounded, b: Sounded): Difference {
  const [one, other] = [a.sounds, b.sounds]
  const most = Math.min(one.length, other.length)
  let from = 0
  while (from < most && one[from] === other[from]) from++
  let behind = 0
  while (behind < most - from && one.at(-1 - behind) === other.at(-1 - behind)) behind++
  return {
    at: from,
    was: a.text.slice(from, a.text.length - behind),
    meant: b.text.slice(from, b.text.length - behind),
  }
}

/**
 * Whether a name is what was written with one slip of the pen, and enough is right to tell which; of two characters of
 * its own one is too little unless the other one sounds `nearlyAlike`: 白搭 for 白塔.
 */
export function oneSlipFrom(
  written: string,
  { soundOf, softSoundOf }: SoundReaders,
  nearlyAlike = false,
): (name: string) => boolean {
  const here = { text: written, sounds: soundOf(written) }
  return (name) => {
    const { at, was, meant } = difference(here, { text: name, sounds: soundOf(name) })
    const swapped = was.length === 2 && was[0] === meant[1] && was[1] === meant[0]
    if (!swapped && (was.length > 1 || meant.length > 1)) return false
    if (TELLS_APART.test(was + meant)) return false
    const own = (stemOf(name) ?? '').replace(SHARED, '').length
    if (own >= SHORTEST || at >= own) return true
    return (
      nearlyAlike && own === 2 && was.length === meant.length && softSoundOf(was)[0] === softSoundOf(meant)[0]
    )
  }
}
