import { pointedAt, pointerBefore } from './pointers.ts'
import type { FindingHeard, SchoolHeard } from '../understanding.ts'
import type { Reading } from './visit-reading.ts'

/** How far before a school what points at problems is looked for. */
const NEAR = 10
const IS = /^[\s,、;。(]*(?:这|那|都|也|就|以上|同样)*(?:是|属于?)?$/
const ENDS = /^(?:[\s,、;。!)]|的(?:$|[\s,、;。!)])|$)/

/** Whether the problem that follows belongs to the school: 灯坏了，一中，楼梯松动 tells not whose the first is. */
function problemFollows({ reads }: Reading, i: number): boolean {
  for (let at = i + 1; at < reads.length; at++) {
    const read = reads[at]!
    if (read.kind === 'clause' && read.says !== 'nothing') return read.says === 'finding'
    if ((read.kind === 'gap' && read.full) || read.kind === 'due' || read.kind === 'severity') return false
  }
  return false
}

/** 水箱没加锁是小学的, 楼梯灯不亮（北门）, 前一个是实小的: the problems that are said to be of a school behind them. */
export function toldOf(reading: Reading, i: number, { span: [from, to] }: SchoolHeard): FindingHeard[] {
  const { findings, heard } = reading
  const last = findings.at(-1)
  if (!last || last.span[1] > from || !ENDS.test(heard.plain.slice(to, to + 2))) return []
  const found = pointerBefore(heard.plain, Math.max(last.span[1], from - NEAR), from)
  if (found && !('words' in found.pointer)) return pointedAt(found.pointer, findings, () => false)
  const between = heard.plain.slice(last.span[1], from)
  const isOf = between.length <= NEAR && IS.test(between)
  return isOf && (/[(是]$/.test(between) || !problemFollows(reading, i)) ? [last] : []
}
