import type { Heard } from '../hear.ts'
import type { Understanding } from '../understanding.ts'

const SECTION =
  /(?:要?找|转给?|交给?|请|由|报给?|联系|需要?)\s*([一-龥]{2,8}?(?:科|股|处|中心))(?![一-龥]?室)/

/** The bureau section that has to help: 学校自己解决不了 要找基建科. */
export const sectionIn = (plain: string): string | null => SECTION.exec(plain)?.[1] ?? null

const ANSWERS = /(?:[一-龥]{2,8}(?:科|股|处|中心))?的?(?:答复|回复|回函|反馈)(?:如下|说|称)?[:,\s]*/
const TO_SCHOOL = /需要?(?:由)?学校|请学校|由学校|学校(?:自行|自己|负责)|要学校/
const RESOLVED = /已?解决(?:了|完)?(?!不了|不)|已(?:经)?(?:修|处理|完成|加固|更换|安装)|修好|处理好/

/** Z-00012 基建科答复：裂缝已修补，已解决; from somebody of the section itself the number is enough. */
export function readSectionAnswer(heard: Heard, isOfSection: boolean): Understanding | null {
  const { plain, written, numbers } = heard
  const [only, another] = numbers
  if (!only || another || !only.number.startsWith('Z-')) return null
  const from = only.span[1]
  const lead = ANSWERS.exec(plain.slice(from, from + 20))
  if (!lead && !isOfSection) return null
  const words = written.slice(from + (lead ? lead.index + lead[0].length : 0)).replace(/^[\s，,。:：]+/, '')
  if (words === '') return null
  const told = plain.slice(from)
  const outcome = TO_SCHOOL.test(told) ? 'school' : RESOLVED.test(told) ? 'resolved' : null
  return { intent: 'answer_letter', number: only.number, outcome, words }
}
