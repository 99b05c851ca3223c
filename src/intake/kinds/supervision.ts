import { yearOfRecord } from './forms.ts'
import { WITHDRAWN, type Kind } from './kind.ts'

export const supervisions: Kind = {
  id: 'supervisions',
  heading: '专项、综合督导和督政',
  key: ['no'],
  columns: [
    { id: 'no', heading: '督导编号', type: 'text', need: 'value' },
    { id: 'place', heading: '实施地区', type: 'place', need: 'value' },
    {
      id: 'target_type',
      heading: '对象类型',
      type: 'enum',
      need: 'value',
      values: { school: '学校', government: '政府' },
    },
    {
      id: 'supervision_kind',
      heading: '督导类别',
      type: 'enum',
      need: 'value',
      values: { special: '专项', comprehensive: '综合', evaluation: '履职评价' },
    },
    { id: 'targets', heading: '督导对象', type: 'text', many: true, need: 'value' },
    {
      id: 'year',
      heading: '评价年度',
      type: 'int',
      neededWhen: ['supervision_kind', 'evaluation'],
      refuse: yearOfRecord,
    },
    { id: 'planned_on', heading: '计划进驻日期', type: 'date' },
    { id: 'started_on', heading: '启动日期', type: 'date' },
    { id: 'on_site_from', heading: '进驻日期', type: 'date' },
    { id: 'on_site_to', heading: '离点日期', type: 'date' },
    { id: 'report_on', heading: '报告日期', type: 'date' },
    { id: 'published_on', heading: '公布日期', type: 'date' },
    { id: 'not_public_reason', heading: '不公开理由', type: 'text' },
    { id: 'theme', heading: '主题', type: 'text' },
    { id: 'team', heading: '督导组', type: 'person', many: true },
    { id: 'notified_on', heading: '通知日期', type: 'date' },
    { id: 'opinion_on', heading: '意见书日期', type: 'date' },
    { id: 'link', heading: '公布链接', type: 'text' },
    { id: 'cites', heading: '引用监测报告', type: 'text' },
    WITHDRAWN,
  ],
  refuse: ({ supervision_kind: what, target_type: whom }) =>
    what === 'evaluation' && whom === 'school'
      ? [{ column: 'target_type', message: '履职评价只对政府。请写“政府”，或改督导类别。' }]
      : [],
}

export const interviews: Kind = {
  id: 'interviews',
  heading: '约谈',
  key: ['no'],
  columns: [
    { id: 'no', heading: '约谈编号', type: 'text', need: 'value' },
    { id: 'place', heading: '组织地区', type: 'place', need: 'value' },
    {
      id: 'target_type',
      heading: '对象类型',
      type: 'enum',
      need: 'value',
      values: { school: '学校', county_government: '县级政府', department: '部门' },
    },
    { id: 'target', heading: '被约谈单位', type: 'text', need: 'value' },
    {
      id: 'organizers',
      heading: '组织单位',
      type: 'text',
      many: true,
      need: 'heading',
      values: {
        supervision_office: '教育督导委员会办公室',
        party_organization_department: '组织部',
        education_department: '教育行政部门',
      },
    },
    { id: 'proposed_on', heading: '提出日期', type: 'date' },
    { id: 'notified_on', heading: '通知日期', type: 'date' },
    { id: 'held_on', heading: '约谈日期', type: 'date' },
    { id: 'record_file', heading: '约谈记录', type: 'text' },
    { id: 'signed_on', heading: '签字日期', type: 'date' },
    { id: 'filed_party_on', heading: '报送党委日期', type: 'date' },
    { id: 'filed_government_on', heading: '报送政府日期', type: 'date' },
    { id: 'filed_superior_on', heading: '报送上级日期', type: 'date' },
    { id: 'persons', heading: '被约谈人', type: 'text', many: true },
    { id: 'interviewers', heading: '约谈人', type: 'text', many: true },
    { id: 'recorder', heading: '记录人', type: 'text' },
    { id: 'reason', heading: '事由', type: 'text' },
    { id: 'approved_on', heading: '批准日期', type: 'date' },
    { id: 'commitment', heading: '整改承诺', type: 'text' },
    { id: 'due_on', heading: '整改期限', type: 'date' },
    WITHDRAWN,
  ],
}

export const accountability: Kind = {
  id: 'accountability',
  heading: '问责',
  key: ['no'],
  columns: [
    { id: 'no', heading: '问责编号', type: 'text', need: 'value' },
    { id: 'place', heading: '决定地区', type: 'place', need: 'value' },
    { id: 'target', heading: '问责对象', type: 'text', need: 'value' },
    { id: 'measure', heading: '问责方式', type: 'text', need: 'value' },
    { id: 'decided_on', heading: '决定日期', type: 'date', need: 'value' },
    { id: 'published_on', heading: '公布日期', type: 'date' },
    { id: 'not_public_reason', heading: '不公开理由', type: 'text' },
    { id: 'basis', heading: '依据', type: 'text' },
    { id: 'in_force_on', heading: '生效日期', type: 'date' },
    { id: 'link', heading: '公布链接', type: 'text' },
    WITHDRAWN,
  ],
}
