import type { Heard } from '../hear.ts'
import { blanked } from '../text.ts'
import type { Understanding } from '../understanding.ts'

const FALSE_ALARM =
  /^(?:刚才?|上面|前面|那[个条件]|这[个条件]|我|报|发|急|不好意思|抱歉|对不起|更正|隐患|重大|的|是|[\s,。!:])*(?:误报|虚惊一场|报错了|谎报)(?![率频多])/

/** 误报, 刚才那个是误报, 沙石那个是误报. 烟感误报频繁 is a finding. */
export function readFalseAlarm({ plain, schools }: Heard): Understanding | null {
  const names = schools.map(({ span }) => span)
  // Short: what comes before the word may be split in many ways.
  if (plain.length > 40 || !FALSE_ALARM.test(blanked(plain, names))) return null
  return { intent: 'call_off_alarm', school: schools[0] ?? null }
}

const IN_HAND =
  /^(?:收到|好的?|知道|了|我们?|学校|我校|县办|督导办|人员?|师生|学生|孩子|幼儿|老师|全体|都|全部|已经?|正在?|马上|立即|立刻|现在|[\s,。!])*(?:派了?人|安排了?人|派员|处置|到场|到现场|到达现场|赶到|赶往|赶去|在现场|撤离|疏散|转移|报警|拉警戒|封闭现场)/

/** 已到现场处置: what an office or a school answers to an alarm. */
export const readAnswerToAlarm = ({ plain }: Heard): Understanding | null =>
  plain.length <= 40 && IN_HAND.test(plain) ? { intent: 'answer_alarm' } : null
