import { DIGESTED, type Reader } from '#src/policy/checks/digested.ts'
import { CHECKS } from '#src/policy/checks/list.ts'
import { TOLD, type Hearer } from '#src/policy/checks/told.ts'

/** What people type to ask for a check (policy.md 2.2, column "Command"). */
export const ASKED: Record<string, string> = {
  'C1.1': '督委会名单',
  'C2.1': '总督学配备',
  'C3.1': '今年开过督委会没有',
  'C3.2': '督委会规程',
  'C3.3': '总督学报告',
  'C3.4': '成员单位任务',
  'C4.1': '履职评价进度',
  'C4.2': '督政覆盖',
  'C5.1': '哪些学校没挂牌',
  'C5.2': '督学负担',
  'C5.3': '这学期还差几所',
  'C5.3b': '我这个月还差几所没去',
  'C5.4': '快到任期没综合督导的校长',
  'C5.5': '综合督导计划',
  'C5.6': '民办学校督导情况',
  'C5.7': '绩效考评办法',
  'C6.1': '监测报告',
  'C7.1': '今年表彰了没有',
  'C7.2': '未公示的报告',
  'C7.3': '闭环情况',
  'C8.1': '约谈归档',
  'C8.2': '约谈归档',
  'C8.3': '约谈归档',
  'C8.4': '问责公布',
  'C9.1': '章贡区督学够不够',
  'C9.2': '章贡区督学够不够',
  'C10.1': '再聘2个退休的行不行',
  'C10.2': '退休督学占比',
  'C10.3': '聘任进度',
  'C10.4': '聘任进度',
  'C10.5': '督学聘期到期',
  'C10.6': '县区对照表',
  'C11.1': '我学时够了吗',
  'C11.3': '督学退出',
  'C11.4': '首席督学工作室',
  'C12.1': '督导经费',
  'C12.2': '督导经费',
  'C12.3': '我的交通补助',
  'C14.1': '落实方案',
}

/** What has a reminder, or a list in Monday's digest, of its own: who is told, by the name of the reminder. */
export const BESIDES: Record<
  string,
  { p?: Record<string, Hearer | 'principal'>; d?: Record<string, Reader[]> }
> = {
  'C5.1': { d: { digest: ['city_office', 'county_office'] } },
  'C5.3b': { p: { unvisited_20: 'responsible', unvisited_25: 'responsible' } },
  'C5.4': { p: { supervision_scheduled: 'principal' } },
  'C6.2': { d: { monthly_digest: ['chief_inspector'] } },
  'C14.2': { d: { county_sheet: ['city_office', 'county_office'] } },
}

const HEARERS: Record<Hearer | Reader | 'principal', string> = {
  office: 'office',
  county_office: 'county office',
  city_office: 'city office',
  chief_inspector: 'chief inspector',
  committee_chair: 'committee chair',
  committee_vice_chair: 'vice-chairs',
  zone_leader: 'zone leader',
  person: 'the inspector',
  responsible: 'the school’s inspectors',
  unit: 'the unit',
  principal: 'the principal',
}

const names = (all: readonly (keyof typeof HEARERS)[]): string =>
  [...new Set(all)].map((each) => HEARERS[each]).join(', ')

/** One row a check: README's table is made of them. */
export function featureTable(): string {
  const rows = CHECKS.map(({ id, name, clause }) => {
    const own = TOLD.filter(({ check }) => check.id === id).map(({ to }) => to)
    const digest = DIGESTED.filter(({ check }) => check.id === id).map(({ to }) => to)
    const besides = BESIDES[id]
    const told = names([...own, ...Object.values(besides?.p ?? {})])
    const read = names([...digest, ...Object.values(besides?.d ?? {}).flat()])
    return `| ${id} | ${name} | ${clause} | ${ASKED[id]} | ${told} | ${read} |`
  })
  return [
    '| check | what | clause | asked as | told at once | in the digest of |',
    '| - | - | - | - | - | - |',
    ...rows,
  ].join('\n')
}
