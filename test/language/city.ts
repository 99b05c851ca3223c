import { day } from '#src/domain/day.ts'
import { userId, type SchoolCode } from '#src/domain/words.ts'
import { OUR_LEXICON } from '#src/language/lexicon/lexicon.ts'
import { createRegistry } from '#src/language/schools/registry.ts'
import type { KnownSchool, Listening, Speaker } from '#src/language/understanding.ts'

/** The city that the reference's examples are told in: Tuesday 18 November 2025, 10:30. */
export const code = (written: string): SchoolCode => written as SchoolCode

const school = (
  id: string,
  name: string,
  aliases: string[] = [],
  county: string | null = '章贡区',
): KnownSchool => ({
  code: code(id),
  name,
  county,
  aliases,
  formerNames: [],
})

export const SCHOOLS: readonly KnownSchool[] = [
  school('S01', '文清路小学', ['文清', '文小']),
  school('S02', '第七中学', ['七中', '7中']),
  school('S03', '第三中学', ['三中']),
  school('S04', '第四中学', ['四中']),
  school('S05', '实验小学', ['实小', '实验']),
  school('S06', '实验中学', ['实中', '实验']),
  school('S07', '沙石中心小学', ['沙石', '沙石中心']),
  school('S08', '蓝天幼儿园', ['蓝天']),
  school('S09', '阳明小学', ['阳明']),
  school('S10', '潭口中学', ['潭口'], '南康区'),
]

export const REGISTRY = createRegistry(SCHOOLS, ['章贡区', '南康区', '于都县'])

export const LI: Speaker = {
  userid: userId('li'),
  side: 'inspector',
  county: '章贡区',
  school: code('S03'),
  assigned: ['S01', 'S02', 'S05', 'S07', 'S08'].map(code),
}
export const WANG: Speaker = {
  ...LI,
  userid: userId('wang'),
  school: null,
  assigned: ['S04', 'S06', 'S09'].map(code),
}
export const CHEN: Speaker = {
  ...LI,
  userid: userId('chen'),
  side: 'school',
  school: code('S02'),
  assigned: [],
}
export const LIU: Speaker = { ...CHEN, userid: userId('liu'), school: code('S01') }
export const OFFICE: Speaker = { ...LI, userid: userId('office'), side: 'office', school: null, assigned: [] }
export const CHIEF: Speaker = { ...OFFICE, userid: userId('chief'), county: null }

export const listening = (speaker: Speaker = LI, more: Partial<Listening> = {}): Listening => ({
  today: day('2025-11-18'),
  hour: 10,
  speaker,
  workingDays: { exception: () => undefined, known: () => true },
  draftOpen: false,
  lexicon: OUR_LEXICON,
  ...more,
})
