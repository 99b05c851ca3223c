import { dayText, type Day } from '#src/domain/day.ts'
import type { Line } from '#src/policy/checks/check.ts'
import { count, dayIn, listIn, subjectOf, type Names } from './looked.ts'

/** What a person is told of a line: the heading that it has in common with others, what it is, what to do next. */
export type ToldWords = {
  head: string
  text(line: Line, names: Names, today: Day): string
}

const FILED: Record<string, string> = { party: '党委', government: '政府', superior: '上级' }
const ORGANIZERS: Record<string, string> = {
  supervision_office: '督导办',
  education_department: '教育行政部门',
  party_organization_department: '组织部',
  department: '相关部门',
}
const CONDITIONS: Record<string, string> = {
  degree: '学历',
  years: '教育工作年限',
  record: '工作实绩',
  time: '督导时间',
  health: '身体条件',
  assessment: '考核',
}

const inChinese = (codes: readonly string[], names: Record<string, string>): string =>
  codes.map((code) => names[code] ?? code).join('、')

/** The school that a line is about: `S01@…`, or behind the person, `li_min/S01`. */
export const schoolIn = ({ subject }: Line): string =>
  subject.split(/[@/]/).at(subject.includes('/') ? 1 : 0)!

/** Whom a line is about: subjects spell people as their file does. */
const whoIn = (line: Line): string => line.person ?? subjectOf(line)

const untilText = (left: number): string => (left < 0 ? `已过 ${-left} 天` : `还有 ${left} 天`)

/** By the number of the check. */
export const TOLD_WORDS: Record<string, ToldWords> = {
  'C2.1': {
    head: '总督学、副总督学空缺，请尽快配备',
    text: (line, names) => `${names.place(line.place)}：已空缺 ${count(line, 'vacant_days')} 天`,
  },
  'C3.1': {
    head: '督导委员会全体会议（每年至少一次）',
    text: (line, names, today) => {
      const last = dayIn(line, 'last_on')
      const place = names.place(line.place)
      return last
        ? `${place}：${dayText(last, today)}召开的会议还没有纪要，请归档后登记`
        : `${place}：${count(line, 'year')}年没有召开记录；开过的请登记，没开的请安排`
    },
  },
  'C3.3': {
    head: '总督学向督导委员会的报告',
    text: (line) => `${count(line, 'year')}年还没有登记，请在年底前报告`,
  },
  'C3.4': {
    head: '督导委员会成员单位任务',
    text: (line, _, today) => {
      const due = dayIn(line, 'due_on')
      return `${line.subject}：${due ? `${dayText(due, today)}到期，` : ''}${untilText(count(line, 'days_left'))}`
    },
  },
  'C4.1': {
    head: '县（市、区）党政领导履行教育职责评价',
    text: (line, names) =>
      `${names.place(line.place)}：${count(line, 'year')}年度的评价${line.level === 'breach' ? '没有按时完成' : '还没有启动'}，请与市督导办联系`,
  },
  'C5.1': {
    head: '没有责任督学的学校，请安排挂牌',
    text: (line, names) => names.school(line.subject),
  },
  'C5.3': {
    head: '本学期督导次数还不够的学校（每学期不少于 2 次）',
    text: (line, names) =>
      `${names.school(schoolIn(line))}：已去 ${count(line, 'dates')} 次，应去 ${count(line, 'need')} 次${
        line.level === 'breach' ? '，学期教学已结束；去过还没记的请补记' : ''
      }`,
  },
  'C7.1': {
    head: '督导结果通报表彰（每年一次，以印发文件为准）',
    text: (line, names) => `${names.place(line.place)}：${count(line, 'year')}年还没有登记表彰文件`,
  },
  'C8.1': {
    head: '约谈记录没有归档或没有签字',
    text: (line, _, today) => heldText(line, today, '请补齐书面记录和双方签字'),
  },
  'C8.2': {
    head: '约谈记录没有报送齐全',
    text: (line, _, today) => heldText(line, today, `还没有报送${inChinese(listIn(line, 'missing'), FILED)}`),
  },
  'C8.3': {
    head: '约谈的组织单位不全，补齐后再通知',
    text: (line) => `${line.subject}：还缺${inChinese(listIn(line, 'missing'), ORGANIZERS)}`,
  },
  'C8.4': {
    head: '问责结果还没有公布',
    text: (line, _, today) => {
      const decided = dayIn(line, 'decided_on')
      return `${line.subject}${decided ? `（${dayText(decided, today)}决定）` : ''}：请公布，不宜公开的请登记理由`
    },
  },
  'C9.1': {
    head: '专职督学不足（每万名学生 1—2 名）',
    text: (line, names) =>
      `${names.place(line.subject)}：应配 ${count(line, 'need')} 名，现有 ${count(line, 'have')} 名，缺 ${count(line, 'short')} 名`,
  },
  'C10.2': {
    head: '聘任时退休超过 2 年的督学，请核对',
    text: (line, names) => names.person(whoIn(line)),
  },
  'C10.3': {
    head: '不符合督学基本条件的，请核对',
    text: (line, names) => `${names.person(whoIn(line))}：${inChinese(listIn(line, 'failed'), CONDITIONS)}`,
  },
  'C10.4': {
    head: '督学聘任程序，请核对',
    text: (line, names) =>
      `${names.person(whoIn(line))}：${line.level === 'breach' ? '公示不足 7 个工作日或日期先后有误' : '聘任结果还没有备案'}`,
  },
  'C10.5': {
    head: '督学聘期',
    text: (line, names, today) => {
      const end = dayIn(line, 'term_end')
      const when = end ? `${dayText(end, today)}到期，` : ''
      const unlawful = line.level === 'breach' ? '，超过每届 3 年或连任 3 届的规定，请核对' : ''
      return `${names.person(whoIn(line))}：第 ${count(line, 'term_no')} 届，${when}${untilText(count(line, 'days_left'))}${unlawful}`
    },
  },
  'C10.6': {
    head: '需要回避的责任督学，请调整或说明理由',
    text: (line, names) => `${names.person(whoIn(line))} — ${names.school(schoolIn(line))}`,
  },
  'C11.1': {
    head: '年度集中培训 40 学时',
    text: (line) => {
      const [hours, pending] = [count(line, 'hours'), count(line, 'pending')]
      const waiting = pending > 0 ? `，待核 ${pending}` : ''
      return `${count(line, 'year')}年已核 ${hours} 学时${waiting}，还差 ${Math.max(0, 40 - hours)}。培训过的请说「登记培训」并附证明`
    },
  },
  'C11.3': {
    head: '登记了退出情形还没有处理的督学',
    text: (line, names) => `${names.person(whoIn(line))}：${count(line, 'open')} 项`,
  },
}

function heldText(line: Line, today: Day, what: string): string {
  const held = dayIn(line, 'held_on')
  return `${line.subject}${held ? `（${dayText(held, today)}约谈）` : ''}：${what}`
}
