import { MATTER_NAMES, METHOD_NAMES, PART_NAMES, SEVERITY_NAMES } from '#src/domain/words.ts'
import { WITHDRAWN, type Column, type Kind } from './kind.ts'

export const visits: Kind = {
  id: 'visits',
  heading: '经常性督导记录',
  key: ['school', 'inspector', 'visit_date', 'part_of_day'],
  columns: [
    { id: 'school', heading: '学校代码', type: 'school', need: 'value' },
    { id: 'inspector', heading: '督学账号', type: 'person', need: 'value' },
    { id: 'visit_date', heading: '督导日期', type: 'date', need: 'value' },
    { id: 'part_of_day', heading: '时段', type: 'enum', need: 'value', values: PART_NAMES },
    {
      id: 'visit_type',
      heading: '督导类型',
      type: 'enum',
      values: { routine: '经常性', follow_up: '回访' },
    },
    {
      id: 'status',
      heading: '状态',
      type: 'enum',
      values: { draft: '草稿', submitted: '已提交', archived: '已归档', withdrawn: '已撤回' },
    },
    { id: 'matters', heading: '督导事项', type: 'text', many: true, values: MATTER_NAMES },
    { id: 'methods', heading: '督导方式', type: 'text', many: true, values: METHOD_NAMES },
    { id: 'lessons', heading: '听课节数', type: 'int' },
    { id: 'documents', heading: '查阅资料份数', type: 'int' },
    { id: 'meetings', heading: '列席会议次数', type: 'int' },
    { id: 'discussions', heading: '座谈走访次数', type: 'int' },
    { id: 'questionnaires', heading: '问卷次数', type: 'int' },
    { id: 'patrols', heading: '巡视次数', type: 'int' },
    { id: 'narrative', heading: '过程纪实', type: 'text' },
    WITHDRAWN,
  ],
}

const SEVERITY: Column = {
  id: 'severity',
  heading: '程度',
  type: 'enum',
  need: 'value',
  values: {
    minor: '小问题',
    general: '一般问题',
    serious: '严重问题',
    complex: '复杂问题',
    urgent: '重大隐患',
  },
  spellings: Object.fromEntries(Object.entries(SEVERITY_NAMES).map(([value, name]) => [name, value])),
}

/** One row a finding; its dates are those of the latest round. */
export const cases: Kind = {
  id: 'cases',
  heading: '整改台账',
  key: ['no'],
  columns: [
    { id: 'no', heading: '问题编号', type: 'text', need: 'value' },
    { id: 'school', heading: '学校代码', type: 'school', need: 'value' },
    { id: 'found_on', heading: '发现日期', type: 'date', need: 'value' },
    SEVERITY,
    { id: 'description', heading: '问题描述', type: 'text', need: 'value' },
    { id: 'issued_on', heading: '下发日期', type: 'date' },
    { id: 'due_on', heading: '整改期限', type: 'date' },
    { id: 'acknowledged_on', heading: '签收日期', type: 'date' },
    { id: 'report_on', heading: '整改报告日期', type: 'date' },
    { id: 'reinspected_on', heading: '复查日期', type: 'date' },
    { id: 'verdict', heading: '复查结论', type: 'enum', values: { pass: '合格', fail: '不合格' } },
    { id: 'closed_on', heading: '销号日期', type: 'date' },
    { id: 'resolved_by_section', heading: '科室办结', type: 'bool' },
    { id: 'inspector', heading: '督学账号', type: 'person' },
    { id: 'matter', heading: '类别', type: 'text', values: MATTER_NAMES },
    { id: 'origin', heading: '来源', type: 'text' },
    { id: 'requirement', heading: '整改要求', type: 'text' },
    { id: 'round', heading: '轮次', type: 'int' },
    WITHDRAWN,
  ],
}
