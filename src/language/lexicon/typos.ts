/** A slip and the word that was meant, as long as the slip, so that every span stays where it was written. */
export type Typo = {
  /** Slips for one word, parted by blanks. */
  wrong: string
  right: string
  /** No slip behind, or before, one of these characters: 监督到位, 中学食堂, 周末到, 以经济. */
  notBehind?: string
  notBefore?: string
}

/** Common slips of fingers and input methods. An office adds its own as kind `typo` (docs/lexicon.md). */
export const TYPOS: readonly Typo[] = [
  { wrong: '整盖 正改 整该', right: '整改' },
  { wrong: '复茶 复察 副查', right: '复查' },
  { wrong: '督到', right: '督导', notBehind: '监', notBefore: '位底' },
  { wrong: '食唐 食棠 实堂', right: '食堂' },
  { wrong: '学食', right: '学时', notBehind: '小中大', notBefore: '堂品材物' },
  { wrong: '末到', right: '未到', notBehind: '周期月年学' },
  { wrong: '末发现', right: '未发现', notBehind: '期周月年学' },
  { wrong: '学识', right: '学时', notBehind: '有才博' },
  { wrong: '以经', right: '已经', notBefore: '济验典营' },
  { wrong: '灭火气', right: '灭火器' },
  { wrong: '消访 销防', right: '消防' },
  { wrong: '留祥 流样', right: '留样' },
  { wrong: '晨捡', right: '晨检' },
  { wrong: '合恪', right: '合格' },
  { wrong: '和格', right: '合格', notBefore: '式' },
  { wrong: '逾其 余期', right: '逾期' },
]
