import type { Heard } from '../hear.ts'
import { blanked } from '../text.ts'
import type { Understanding } from '../understanding.ts'

const PAPERS = { 督办单: 'order', 约谈建议: 'interview', 通报建议: 'circular' } as const

/** Short, and of nothing else: 约谈建议 in a report of a visit is no wish to read one. */
const WISH = /^[\s请发给我看要出拟起草一份个的]*(督办单|约谈建议|通报建议)[\s草稿的呢吧]*$/

/** 「督办单 Z-00012」: the draft of a paper about a case. */
export function readPaper({ plain, numbers }: Heard): Understanding | null {
  const [only, another] = numbers
  if (!only || another || !only.number.startsWith('Z-')) return null
  const paper = WISH.exec(blanked(plain, [only.span]))?.[1] as keyof typeof PAPERS | undefined
  return paper ? { intent: 'draft_paper', paper: PAPERS[paper], number: only.number } : null
}
