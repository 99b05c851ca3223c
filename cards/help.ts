import { INSPECTOR_ROLES, OFFICE_ROLES, SCHOOL_ROLES } from '#src/domain/person.ts'
import { ROLE_NAMES, type Role } from '#src/domain/words.ts'

const INSPECTOR = [
  '可以直接这样说：',
  '· 昨天下午去了××小学，食堂留样记录不全，下周五前改',
  '· 我这个月还差几所没去',
  '· 逾期没整改的有哪些',
  '· ××最近什么情况',
  '· 我今天记了什么',
  '· 我学时够了吗 / 我管哪几所 / 我的聘期什么时候到期 / 我的交通补助',
  '· 每周一早上提醒我还没去的学校 / 晚上别给我发提醒 / 我设了哪些提醒',
  '记录都会先给您看卡片，点「确认」才保存。照片直接发来就行。',
]
/** What a zone's leader asks besides. */
const LEADER = ['· 我的责任区有哪些学校 / 责任区还差几所没去 / 责任区这学期督导情况']
const SCHOOL = [
  '可以这样办理：',
  '· 收到整改通知，在卡片上点「签收」',
  '· 改好了直接说，并发照片，例如：留样柜已补齐记录，通道已清空',
  '· 需要延期：能不能延到下周三，供货没到',
  '· 我们学校还有哪些问题没改',
  '· 我们学校的责任督学是谁',
  '整改报告由校长确认后上报。',
]
const OFFICE = [
  '可以直接这样问：',
  '· 逾期没整改的有哪些',
  '· ××最近什么情况',
  '· 这个月还差几所没去',
  '· 本周小结',
  '· 哪些消息没送达',
  '· 督学够不够 / 退休督学占比 再聘2个行不行 / 督学学时情况 / 督学聘期到期',
  '· 哪些学校没挂牌 / 责任区名单 / 督学负担 / 快到任期没综合督导的校长 / 综合督导计划',
  '· 今年开过督委会没有 / 今年表彰了没有 / 未公示的报告 / 约谈归档 / 闭环情况',
  '· 县区对照表 / 督导设置',
  '严重问题的下发、销号会发卡片请您审批。',
]

const OTHER = [
  '可以问：逾期没整改的有哪些、现在全市啥情况、全市专职督学配备情况、今年督委会开了没、成员单位任务、县区对照表。',
]

const isAny = (roles: readonly Role[]) => (wanted: readonly Role[]) =>
  roles.some((role) => wanted.includes(role))

/** What each role can say or do; the first role that fits speaks. */
export function helpText(roles: readonly Role[]): string {
  const is = isAny(roles)
  if (roles.includes('zone_leader'))
    return [...INSPECTOR.slice(0, -1), ...LEADER, ...INSPECTOR.slice(-1)].join('\n')
  if (is(INSPECTOR_ROLES)) return INSPECTOR.join('\n')
  if (is(SCHOOL_ROLES)) return SCHOOL.join('\n')
  if (is(OFFICE_ROLES)) return OFFICE.join('\n')
  return OTHER.join('\n')
}

/** To somebody whom no office has registered: how to be, and nothing else. */
export const strangerText = (userid: string): string =>
  `您还没有登记，暂时不能使用。您的企业微信账号：${userid}\n请把这行发给本县督导办登记。`

/** To somebody whom his office has suspended, whatever he says or presses. */
export const SUSPENDED = '您的账号已停用，请联系督导办。'

/** Three sentences to try, about the first of his schools where he has one. */
function sentences(roles: readonly Role[], school: string): string[] {
  const is = isAny(roles)
  if (is(INSPECTOR_ROLES))
    return [
      `昨天下午去了${school}，食堂留样记录不全，下周五前改`,
      '我这个月还差几所没去',
      `${school}最近什么情况`,
    ]
  if (is(SCHOOL_ROLES)) return ['收到', '留样柜已补齐记录（连照片一起发来）', '我们学校还有哪些问题没改']
  if (is(OFFICE_ROLES)) return ['逾期没整改的有哪些', `${school}最近什么情况`, '这个月还差几所没去']
  return ['逾期没整改的有哪些', `${school}最近什么情况`, '帮助']
}

/** So many names are readable; the rest is counted. */
const SCHOOLS_NAMED = 5

function schoolsLine(schools: readonly string[]): string[] {
  if (schools.length === 0) return []
  const named = schools.slice(0, SCHOOLS_NAMED).join('、')
  return [`您的学校：${named}${schools.length > SCHOOLS_NAMED ? `等 ${schools.length} 所` : ''}。`]
}

/** At the first contact: who the person is to the assistant, the schools bound to him, and three sentences to try. */
export const welcomeText = (person: {
  name: string
  roles: readonly Role[]
  schools: readonly string[]
}): string =>
  [
    `${person.name}，您好！您在这里的角色是${person.roles.map((role) => ROLE_NAMES[role]).join('、')}。`,
    ...schoolsLine(person.schools),
    '可以这样说：',
    ...sentences(person.roles, person.schools[0] ?? '××小学').map((each) => `· ${each}`),
    '回复「帮助」看更多。',
  ].join('\n')
