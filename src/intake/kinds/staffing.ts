import { halfHours } from './forms.ts'
import { WITHDRAWN, type Kind, type RowFault } from './kind.ts'
import type { Values } from '../parse.ts'

/** The card of policy.md 5.9: who counts as an inspector in the checks. */
export const inspectors: Kind = {
  id: 'inspectors',
  heading: '督学信息卡',
  key: ['userid'],
  columns: [
    { id: 'userid', heading: '账号', type: 'person', need: 'value' },
    { id: 'place', heading: '聘任地区', type: 'place', need: 'value' },
    {
      id: 'kind',
      heading: '类别',
      type: 'enum',
      need: 'value',
      values: { full_time: '专职', part_time: '兼职' },
    },
    {
      id: 'level',
      heading: '级别',
      type: 'enum',
      values: { national: '国家', province: '省', city: '市', county: '县' },
    },
    { id: 'appointed_on', heading: '首次聘任日期', type: 'date', need: 'value' },
    { id: 'left_on', heading: '离任日期', type: 'date' },
    { id: 'term_start', heading: '聘期起', type: 'date', neededWhen: ['kind', 'part_time'] },
    { id: 'term_end', heading: '聘期止', type: 'date', neededWhen: ['kind', 'part_time'] },
    { id: 'term_no', heading: '第几届', type: 'int' },
    { id: 'retired', heading: '是否退休', type: 'bool', need: 'value' },
    { id: 'retired_on', heading: '退休日期', type: 'date' },
    { id: 'seconded_from', heading: '借出起', type: 'date' },
    { id: 'seconded_to', heading: '借出止', type: 'date' },
    {
      id: 'stages',
      heading: '擅长学段',
      type: 'enum',
      many: true,
      values: { preschool: '学前', compulsory: '义务教育', senior: '高中（含中职）' },
    },
    {
      id: 'degree',
      heading: '学历',
      type: 'enum',
      values: { secondary: '中专及以下', college: '大专', bachelor: '本科', master: '硕士', doctor: '博士' },
    },
    { id: 'education_work_since', heading: '教育工作起始', type: 'date' },
    { id: 'record_ok', heading: '实绩突出', type: 'bool' },
    { id: 'time_ok', heading: '能保证督导时间', type: 'bool' },
    { id: 'health_ok', heading: '身体健康', type: 'bool' },
    { id: 'assessment_passed', heading: '考核合格', type: 'bool' },
    { id: 'recusals', heading: '回避声明', type: 'text', many: true, values: { none: '无' } },
    { id: 'serving_school', heading: '现任职学校', type: 'school' },
    { id: 'former_school', heading: '原任职学校', type: 'school' },
    { id: 'former_left_on', heading: '离开原校日期', type: 'date' },
    { id: 'sex', heading: '性别', type: 'text' },
    { id: 'birth_month', heading: '出生年月', type: 'text' },
    { id: 'employer', heading: '单位', type: 'text' },
    { id: 'post', heading: '职务', type: 'text' },
    { id: 'title', heading: '职称', type: 'text' },
    { id: 'subjects', heading: '学科', type: 'text', many: true },
    { id: 'card_no', heading: '督学证号', type: 'text' },
    { id: 'phone', heading: '联系电话', type: 'text' },
    { id: 'assessments', heading: '年度考核', type: 'text', many: true },
    WITHDRAWN,
  ],
}

export const appointments: Kind = {
  id: 'appointments',
  heading: '督学聘任',
  key: ['userid', 'term_start'],
  columns: [
    { id: 'userid', heading: '账号', type: 'person', need: 'value' },
    { id: 'term_start', heading: '聘期起', type: 'date', need: 'value' },
    { id: 'term_end', heading: '聘期止', type: 'date', need: 'value' },
    { id: 'term_no', heading: '第几届', type: 'int' },
    { id: 'recommended_on', heading: '推荐日期', type: 'date' },
    { id: 'vetted_on', heading: '审核日期', type: 'date' },
    { id: 'notice_from', heading: '公示起', type: 'date' },
    { id: 'notice_to', heading: '公示止', type: 'date' },
    { id: 'published_on', heading: '公布日期', type: 'date' },
    { id: 'filed_on', heading: '备案日期', type: 'date' },
    { id: 'doc_no', heading: '文号', type: 'text' },
    WITHDRAWN,
  ],
}

export const assignments: Kind = {
  id: 'assignments',
  heading: '责任督学挂牌',
  key: ['inspector', 'school', 'from'],
  columns: [
    { id: 'inspector', heading: '督学账号', type: 'person', need: 'value' },
    { id: 'school', heading: '学校代码', type: 'school', need: 'value' },
    { id: 'from', heading: '起', type: 'date', need: 'value' },
    { id: 'to', heading: '止', type: 'date' },
    { id: 'override_reason', heading: '回避豁免理由', type: 'text' },
    { id: 'plaque_on', heading: '挂牌日期', type: 'date' },
    WITHDRAWN,
  ],
}

export const zones: Kind = {
  id: 'zones',
  heading: '督学责任区',
  key: ['place', 'zone'],
  columns: [
    { id: 'place', heading: '地区', type: 'place', need: 'value' },
    { id: 'zone', heading: '责任区', type: 'text', need: 'value' },
    { id: 'leader', heading: '组长', type: 'person', need: 'heading' },
    { id: 'schools', heading: '责任区学校', type: 'school', many: true, need: 'heading' },
    { id: 'liaison', heading: '联络员', type: 'person' },
    { id: 'members', heading: '成员', type: 'person', many: true },
    { id: 'from', heading: '起', type: 'date' },
    { id: 'to', heading: '止', type: 'date' },
    WITHDRAWN,
  ],
}

export const principalTerms: Kind = {
  id: 'principal_terms',
  heading: '校长任期',
  key: ['school', 'person', 'start_on'],
  columns: [
    { id: 'school', heading: '学校代码', type: 'school', need: 'value' },
    { id: 'person', heading: '校（园）长', type: 'who', need: 'value' },
    { id: 'start_on', heading: '任期起', type: 'date', need: 'heading' },
    { id: 'end_on', heading: '任期止', type: 'date', need: 'heading' },
    { id: 'left_on', heading: '离任日期', type: 'date' },
    { id: 'explanation', heading: '书面说明', type: 'text' },
    WITHDRAWN,
  ],
}

export const training: Kind = {
  id: 'training',
  heading: '督学培训',
  key: ['userid', 'title', 'start_on'],
  columns: [
    { id: 'userid', heading: '账号', type: 'person', need: 'value' },
    { id: 'title', heading: '培训名称', type: 'text', need: 'value' },
    {
      id: 'form',
      heading: '培训形式',
      type: 'enum',
      need: 'value',
      values: { concentrated: '集中', online: '网络', self_study: '自学' },
    },
    {
      id: 'organizer_level',
      heading: '主办层级',
      type: 'enum',
      need: 'value',
      values: { school: '学校', county: '县', city: '市', province: '省', national: '国家' },
    },
    { id: 'start_on', heading: '开始日期', type: 'date', need: 'value' },
    { id: 'end_on', heading: '结束日期', type: 'date', need: 'value' },
    { id: 'hours', heading: '学时', type: 'dec', need: 'value', refuse: halfHours },
    { id: 'verified', heading: '已核验', type: 'bool' },
    { id: 'verified_on', heading: '核验日期', type: 'date' },
    { id: 'not_duplicate', heading: '确认不重复', type: 'bool' },
    { id: 'organizer', heading: '主办单位', type: 'text' },
    { id: 'pre_duty', heading: '岗前培训', type: 'bool' },
    { id: 'topic', heading: '内容类别', type: 'text' },
    { id: 'proof', heading: '证明', type: 'text' },
    { id: 'verified_by', heading: '核验人', type: 'who' },
    WITHDRAWN,
  ],
  refuse: endsBeforeItBegins,
}

export const exitGrounds: Kind = {
  id: 'exit_grounds',
  heading: '督学退出情形',
  key: ['userid', 'ground', 'noted_on'],
  columns: [
    { id: 'userid', heading: '账号', type: 'person', need: 'value' },
    {
      id: 'ground',
      heading: '情形',
      type: 'enum',
      need: 'value',
      values: {
        neglect: '贻误工作',
        falsified: '弄虚作假',
        abuse: '滥用职权',
        no_recusal: '应回避未回避',
        hazard_ignored: '隐患未督促',
        absence: '无故不参加',
        failed_assessment: '考核不合格',
        penalty: '受处分',
        complaint: '投诉属实',
      },
    },
    { id: 'noted_on', heading: '登记日期', type: 'date', need: 'value' },
    { id: 'decided_on', heading: '处理日期', type: 'date' },
    { id: 'evidence', heading: '证据', type: 'text' },
    { id: 'outcome', heading: '处理结果', type: 'text' },
    WITHDRAWN,
  ],
}

export const studios: Kind = {
  id: 'studios',
  heading: '首席督学工作室',
  key: ['studio'],
  columns: [
    { id: 'studio', heading: '工作室', type: 'text', need: 'value' },
    { id: 'place', heading: '地区', type: 'place', need: 'value' },
    { id: 'lead', heading: '首席督学', type: 'person', need: 'value' },
    { id: 'open_on', heading: '成立日期', type: 'date' },
    { id: 'closed_on', heading: '撤销日期', type: 'date' },
    WITHDRAWN,
  ],
}

export const claims: Kind = {
  id: 'claims',
  heading: '督导费用',
  key: ['userid', 'incurred_on', 'item'],
  columns: [
    { id: 'userid', heading: '账号', type: 'person', need: 'value' },
    { id: 'incurred_on', heading: '发生日期', type: 'date', need: 'value' },
    {
      id: 'item',
      heading: '费用项目',
      type: 'enum',
      need: 'value',
      values: { communication: '通信', transport: '交通', board: '食宿', labour: '劳务', other: '其他' },
    },
    { id: 'amount', heading: '金额', type: 'dec', need: 'value' },
    { id: 'settled_on', heading: '结清日期', type: 'date' },
    WITHDRAWN,
  ],
}

// ISO days compare as they are written.
function endsBeforeItBegins({ start_on: start, end_on: end }: Values): RowFault[] {
  const isWrong = typeof start === 'string' && typeof end === 'string' && end < start
  return isWrong ? [{ column: 'end_on', message: '结束日期不能早于开始日期。请核对这两个日期。' }] : []
}
