import { countsIn, methodsIn } from './methods.ts'
import type { ChangeHeard } from '../understanding.ts'

const METHODS = /^(?:督导)?方式(?:应该?|要)?(?:改成|改为|换成|是|为|:)+(.+)$/
const COUNT =
  /^(听课|查(?:阅|看)?资料|座谈|走访|访谈|问卷|巡[查视]|列席(?:会议)?)(?:次数|数量|节数|份数)?(?:应该?)?(?:改成|改为|是|为)([\d一二两三四五六七八九十]+[节堂份本次人场])$/
/** 听课3节 and nothing else. */
const COUNTS_ALONE =
  /^[\s,。]*(?:是|应该是|一共|共)?(?:(?:听课|查(?:阅|看)?资料|座谈|走访|访谈|问卷|巡[查视]|列席(?:会议)?)(?:了)?[\d一二两三四五六七八九十]+[节堂份本次人场个]?[\s,、和。]*)+$/
const NARRATIVE = /(?:过程纪实|纪实|过程|经过)(?:应该?)?(?:改成|改为|是|:)\s*/

/** 方式改成听课2节, 听课改成3节: how the visit was done, put right. */
export function methodChange(clause: string): ChangeHeard[] {
  const count = COUNT.exec(clause)
  const told = METHODS.exec(clause)?.[1] ?? (count ? `${count[1]}${count[2]}` : '')
  const to = methodsIn(told)
  return to.length > 0 ? [{ field: 'methods', to, counts: countsIn(told) }] : []
}

/** With a draft open: how it was done, in so many words. */
export const bareMethods = (plain: string): ChangeHeard[] =>
  COUNTS_ALONE.test(plain) ? [{ field: 'methods', to: methodsIn(plain), counts: countsIn(plain) }] : []

/** 过程纪实改成…: everything that follows. */
export function narrativeChange(written: string, plain: string): ChangeHeard[] {
  const found = NARRATIVE.exec(plain)
  if (!found || plain.slice(0, found.index).trim() !== '') return []
  const to = written.slice(found.index + found[0].length).trim()
  return to ? [{ field: 'narrative', to }] : []
}
