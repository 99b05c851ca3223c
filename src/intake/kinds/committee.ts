import { yearOfRecord } from './forms.ts'
import { WITHDRAWN, type Kind } from './kind.ts'

export const seatList: Kind = {
  id: 'seat_list',
  heading: '督委会席位',
  key: ['place', 'seat'],
  columns: [
    { id: 'place', heading: '地区', type: 'place', need: 'value' },
    { id: 'seat', heading: '席位', type: 'text', need: 'value' },
    {
      id: 'position',
      heading: '席位类别',
      type: 'enum',
      need: 'value',
      values: { chair: '主任', vice_chair: '副主任', member: '成员单位' },
    },
    { id: 'valid_from', heading: '启用日期', type: 'date', need: 'value' },
    { id: 'valid_to', heading: '停用日期', type: 'date' },
    WITHDRAWN,
  ],
}

export const committeeSeats: Kind = {
  id: 'committee_seats',
  heading: '督委会成员',
  key: ['place', 'seat', 'person', 'from'],
  columns: [
    { id: 'place', heading: '地区', type: 'place', need: 'value' },
    { id: 'seat', heading: '席位', type: 'text', need: 'value' },
    { id: 'person', heading: '姓名', type: 'who', need: 'value' },
    { id: 'from', heading: '起', type: 'date', need: 'value' },
    { id: 'to', heading: '止', type: 'date' },
    { id: 'post', heading: '现任职务', type: 'text' },
    WITHDRAWN,
  ],
}

export const posts: Kind = {
  id: 'posts',
  heading: '总督学配备',
  key: ['place', 'post', 'person', 'from'],
  columns: [
    { id: 'place', heading: '地区', type: 'place', need: 'value' },
    {
      id: 'post',
      heading: '岗位',
      type: 'enum',
      need: 'value',
      values: { chief: '总督学', deputy: '副总督学' },
    },
    { id: 'person', heading: '姓名', type: 'who', need: 'value' },
    { id: 'acting', heading: '代理', type: 'bool' },
    { id: 'from', heading: '起', type: 'date', need: 'value' },
    { id: 'to', heading: '止', type: 'date' },
    WITHDRAWN,
  ],
}

export const meetings: Kind = {
  id: 'meetings',
  heading: '会议',
  key: ['place', 'meeting_type', 'held_on'],
  columns: [
    { id: 'place', heading: '地区', type: 'place', need: 'value' },
    {
      id: 'meeting_type',
      heading: '会议类型',
      type: 'enum',
      need: 'value',
      values: { plenary: '全体会议', office: '办公室会议', special: '专题会议', zone: '责任区会议' },
    },
    { id: 'held_on', heading: '召开日期', type: 'date', need: 'value' },
    {
      id: 'status',
      heading: '状态',
      type: 'enum',
      need: 'value',
      values: { planned: '拟召开', held: '已召开', postponed: '延期', cancelled: '取消' },
    },
    { id: 'minutes_on', heading: '纪要归档日期', type: 'date' },
    { id: 'title', heading: '会议名称', type: 'text' },
    { id: 'chair', heading: '主持人', type: 'text' },
    { id: 'expected', heading: '应到单位', type: 'text', many: true },
    { id: 'present', heading: '实到单位', type: 'text', many: true },
    { id: 'doc_no', heading: '文号', type: 'text' },
    { id: 'file', heading: '文件', type: 'text' },
    WITHDRAWN,
  ],
}

export const memberTasks: Kind = {
  id: 'member_tasks',
  heading: '成员单位任务',
  key: ['no'],
  columns: [
    { id: 'no', heading: '任务编号', type: 'text', need: 'value' },
    { id: 'unit', heading: '责任单位', type: 'text', need: 'value' },
    { id: 'task', heading: '任务', type: 'text', need: 'value' },
    { id: 'due_on', heading: '完成期限', type: 'date', need: 'value' },
    { id: 'assigned_on', heading: '下达日期', type: 'date' },
    { id: 'done_on', heading: '完成日期', type: 'date' },
    { id: 'contact', heading: '联系人', type: 'who' },
    WITHDRAWN,
  ],
}

export const documents: Kind = {
  id: 'documents',
  heading: '制度文件',
  key: ['place', 'doc_kind', 'title', 'dated_on'],
  columns: [
    { id: 'place', heading: '地区', type: 'place', need: 'value' },
    {
      id: 'doc_kind',
      heading: '文件类别',
      type: 'enum',
      need: 'value',
      values: {
        committee_rules: '督委会规程',
        chief_report: '总督学报告',
        appraisal_rules: '办学绩效考评制度',
        cost_rules: '费用办法',
        implementation_plan: '落实方案',
        other: '其他',
      },
    },
    { id: 'title', heading: '文件名称', type: 'text', need: 'value' },
    { id: 'dated_on', heading: '印发日期', type: 'date', need: 'value' },
    { id: 'repealed_on', heading: '废止日期', type: 'date' },
    { id: 'doc_no', heading: '文号', type: 'text' },
    { id: 'file', heading: '文件', type: 'text' },
    WITHDRAWN,
  ],
}

export const budgets: Kind = {
  id: 'budgets',
  heading: '督导经费',
  key: ['place', 'year', 'purpose', 'studio'],
  columns: [
    { id: 'place', heading: '地区', type: 'place', need: 'value' },
    { id: 'year', heading: '年度', type: 'int', need: 'value', refuse: yearOfRecord },
    {
      id: 'purpose',
      heading: '用途',
      type: 'enum',
      need: 'value',
      values: { supervision: '督导工作经费', studio: '工作室经费' },
    },
    { id: 'amount', heading: '金额', type: 'dec', need: 'value' },
    { id: 'studio', heading: '工作室', type: 'text', neededWhen: ['purpose', 'studio'] },
    { id: 'recorded_on', heading: '登记日期', type: 'date' },
    { id: 'document', heading: '预算文件', type: 'text' },
    WITHDRAWN,
  ],
}

export const monitoringReports: Kind = {
  id: 'monitoring_reports',
  heading: '监测报告',
  key: ['place', 'year', 'title'],
  columns: [
    { id: 'place', heading: '地区', type: 'place', need: 'value' },
    { id: 'year', heading: '年度', type: 'int', need: 'value', refuse: yearOfRecord },
    { id: 'title', heading: '报告名称', type: 'text', need: 'value' },
    { id: 'issued_on', heading: '印发日期', type: 'date', need: 'value' },
    { id: 'monitored', heading: '监测学段学科', type: 'text' },
    { id: 'file', heading: '文件', type: 'text' },
    WITHDRAWN,
  ],
}

export const commendations: Kind = {
  id: 'commendations',
  heading: '通报表彰',
  key: ['place', 'year', 'title'],
  columns: [
    { id: 'place', heading: '地区', type: 'place', need: 'value' },
    { id: 'year', heading: '年度', type: 'int', need: 'value', refuse: yearOfRecord },
    { id: 'title', heading: '文件名称', type: 'text', need: 'value' },
    { id: 'issued_on', heading: '印发日期', type: 'date', need: 'heading' },
    { id: 'doc_no', heading: '文号', type: 'text', need: 'heading' },
    { id: 'units', heading: '表彰单位', type: 'text', many: true, need: 'heading' },
    { id: 'persons', heading: '表彰个人', type: 'text', many: true, need: 'heading' },
    { id: 'reason', heading: '事由', type: 'text' },
    { id: 'notice_from', heading: '公示起', type: 'date' },
    { id: 'notice_to', heading: '公示止', type: 'date' },
    { id: 'use', heading: '结果运用', type: 'text', many: true },
    WITHDRAWN,
  ],
}
