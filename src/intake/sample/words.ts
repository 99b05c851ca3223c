import type { OwnWord } from '#src/language/lexicon/own-words.ts'

export type SampleWord = OwnWord

/** Words that the office of the made-up city has added to the ear's: one of each kind. */
export const SAMPLE_WORDS: SampleWord[] = [
  { kind: 'matter', word: '无人机', means: 'safety' },
  { kind: 'severity', word: '红线问题', means: 'serious' },
  { kind: 'intent', word: '归零', means: 'confirm_rectification' },
  { kind: 'typo', word: '消房', means: '消防' },
]
