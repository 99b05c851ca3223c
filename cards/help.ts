import { ROLE_NAMES, type Role } from '#src/domain/words.ts'

const INSPECTOR = [
  '可以直接这样说：',
  '· 昨天下午去了××小学，食堂留样记录不全，下周五前改',
  '· 我这个月还差几所没去',
  '· 逾期没整改的有哪些',
  '· ××最近什么情况',
  '· 我今天记了什么',
  '记录都会先给您看卡片，点「确认」才保存。照片直接发来就行。',
]
const SCHOOL = [
  '可以这样办理：',
  '· 收到整改通知，在卡片上点「签收」',
  '· 改好了直接说，并发照片，例如：留样柜已补齐记录，通道已清空',
  '· 需要延期：能不能延到下周三，供货没到',
  '· 我们学校还有哪些问题没改',
  '整改报告由校长确认后上报。',
]
const OFFICE = [
  '可以直接这样问：',
  '· 逾期没整改的有哪些',
  '· ××最近什么情况',
  '· 这个月还差几所没去',
  '· 本周小结',
  '· 哪些消息没送达',
  '严重问题的下发、销号会发卡片请您审批。',
]

const OTHER = ['可以问：逾期没整改的有哪些、××最近什么情况。']

/** What each role can say or do; the first role that fits speaks. */
export function helpText(roles: readonly Role[]): string {
  const is = (...wanted: Role[]) => roles.some((role) => wanted.includes(role))
  if (is('full_time_inspector', 'part_time_inspector', 'zone_leader')) return INSPECTOR.join('\n')
  if (is('principal', 'school_contact')) return SCHOOL.join('\n')
  if (is('county_office', 'city_office', 'chief_inspector', 'deputy_chief_inspector'))
    return OFFICE.join('\n')
  return OTHER.join('\n')
}

/** To somebody whom no office has registered: how to be, and nothing else. */
export const strangerText = (userid: string): string =>
  `您还没有登记，暂时不能使用。您的企业微信账号：${userid}\n请把这行发给本县督导办登记。`

/** At the first contact: who the person is to the assistant, and what to try. */
export const welcomeText = (person: { name: string; roles: readonly Role[] }): string =>
  `${person.name}，您好！您在这里的角色是${person.roles.map((role) => ROLE_NAMES[role]).join('、')}。\n${helpText(person.roles)}`
