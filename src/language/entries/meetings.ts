import type { MeetingChangeSaid, MeetingSaid } from '#src/domain/entry.ts'
import { startIn } from '../clock-times.ts'
import { dayAhead } from '../dates.ts'
import type { Heard } from '../hear.ts'
import { titleOf } from '../meeting-titles.ts'
import type { Listening } from '../understanding.ts'

const TYPES: readonly (readonly [NonNullable<MeetingSaid['meetingType']>, RegExp])[] = [
  ['zone', /责任区/],
  ['office', /办公室(?:工作)?(?:会|例会)/],
  ['plenary', /全体(?:成员|委员)?会|全会|全委会/],
  ['special', /专题(?:会|研究|工作会)/],
]

export const meetingTypeIn = (plain: string): MeetingSaid['meetingType'] =>
  TYPES.find(([, words]) => words.test(plain))?.[0]

const CHAIR =
  /(?:^|[\s,，。;；])([一-龥·]{2,15}?)(?:同志)?主持|主持(?:人)?[是为:：\s]*([一-龥·]{2,10}?)(?=$|[\s,，。;；])/
const PRESENT =
  /(?:到会|出席|参会|实到|到了)(?:的|了|有)?\s*(\d+|[一二三四五六七八九十]+)\s*(?:个|家)?(单位|部门|成员单位|人)/
const DOC_NO = /([一-龥]{1,12})\s*[〔[(（【]\s*(\d{4})\s*[〕\])）】]\s*第?(\d{1,4})\s*号/
/** 章督委2026年3号, as thumbs write it: what is no day, for the words before it name who issues papers. */
const DOC_NO_UNMARKED = /([一-龥]{1,10}[督委教发办函字文通政])\s*(20\d{2})\s*年?\s*第?(\d{1,4})\s*号/

/** `章督委〔2026〕3号`, as papers write it, whatever brackets and blanks were typed. */
export function docNoIn(written: string): string | undefined {
  const [, by, year, no] = DOC_NO.exec(written) ?? DOC_NO_UNMARKED.exec(written) ?? []
  return by && `${by.replace(/^(?:纪要|文号|会议|是|为)+/, '')}〔${year}〕${no}号`
}

/** 11月14日下午 教育督导委员会全体会议 张主任主持 到会20个单位; a time of day is kept of what is still to come. */
export function meetingSaid(heard: Heard, listening: Listening): MeetingSaid {
  const { plain, written, dates } = heard
  const meetingType = meetingTypeIn(plain)
  const start = startIn(heard, listening)
  const day = start?.value.slice(0, 10) ?? dates.find((each) => each.day !== null)?.day
  const title = titleOf(heard)?.value.replace(/^(?:登记|补登|记)(?:一下)?(?:会议)?/, '')
  const chair = CHAIR.exec(plain)
  const present = PRESENT.exec(plain)
  const docNo = docNoIn(written)
  return {
    ...(meetingType && { meetingType }),
    ...(day && { heldOn: day as MeetingSaid['heldOn'] & string }),
    ...(start && { time: start.value.slice(11) }),
    ...(title && title.length > 3 && { title }),
    ...(chair && { chair: (chair[1] ?? chair[2])! }),
    ...(present && { present: `${present[1]}${present[2] === '人' ? '人' : `个${present[2]}`}` }),
    ...(docNo && { docNo }),
  }
}

const CALLED_OFF = /取消|不开了|作罢/
const MOVED = /改期|改到|改在|改为|推迟|延期|提前到|挪到/

/** 纪要 章督委〔2026〕3号, 全体会改到下周四, 全体会取消: what becomes of a meeting that is on file. */
export function meetingChangeSaid({ plain, written, dates }: Heard, listening: Listening): MeetingChangeSaid {
  const docNo = docNoIn(written)
  const meetingType = meetingTypeIn(plain)
  const date = dates.findLast(({ day }) => day !== null)
  const to = date && (dayAhead(plain.slice(...date.span), listening) ?? date.day)
  const change = CALLED_OFF.test(plain)
    ? 'cancel'
    : MOVED.test(plain)
      ? 'move'
      : docNo
        ? 'minutes'
        : undefined
  return {
    ...(change && { change }),
    ...(meetingType && { meetingType }),
    ...(docNo && { docNo }),
    ...(to && { to }),
  }
}
