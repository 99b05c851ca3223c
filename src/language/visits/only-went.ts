import type { Heard } from '../hear.ts'
import { blanked } from '../text.ts'
import type { Understanding } from '../understanding.ts'

const WENT = /^(?:我们?|刚|又|也|都)*(?:去|到|来|跑|走|督导|检查|巡查)(?:[了过完]|一?[趟下次圈])+$/

/** 今天去文清了: a school, a day and the going, and nothing that could be weighed. */
export function onlyWent({ plain, schools, dates, parts }: Heard, { intent }: Understanding): boolean {
  if (intent !== 'log_visit' || schools.length === 0) return false
  const known = [...schools, ...dates, ...parts].map(({ span }) => span)
  return WENT.test(blanked(plain, known).replace(/[\s,。!]/g, ''))
}
