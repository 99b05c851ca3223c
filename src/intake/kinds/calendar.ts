import { WITHDRAWN, type Kind } from './kind.ts'
import { semester, schoolDaysOfMonth } from './forms.ts'

export const places: Kind = {
  id: 'places',
  heading: '地区',
  key: ['name'],
  names: 'place',
  columns: [
    { id: 'name', heading: '名称', type: 'text', need: 'value' },
    {
      id: 'level',
      heading: '层级',
      type: 'enum',
      need: 'value',
      values: { city: '市', county: '县（市、区）', functional_zone: '功能区' },
    },
    { id: 'government', heading: '设政府', type: 'bool' },
    { id: 'counted_in', heading: '并入统计', type: 'place' },
    { id: 'valid_from', heading: '启用日期', type: 'date' },
    { id: 'valid_to', heading: '停用日期', type: 'date' },
    WITHDRAWN,
  ],
  refuse: ({ counted_in: county, level }) =>
    county && level !== 'functional_zone'
      ? [{ column: 'counted_in', message: '只有功能区可以并入别处统计。请清空这一格，或改层级。' }]
      : [],
}

export const teachingCalendar: Kind = {
  id: 'teaching_calendar',
  heading: '校历',
  key: ['place', 'semester'],
  columns: [
    { id: 'place', heading: '地区', type: 'place', need: 'value' },
    { id: 'semester', heading: '学期', type: 'text', need: 'value', refuse: semester },
    { id: 'teaching_from', heading: '开课日期', type: 'date', need: 'value' },
    { id: 'teaching_to', heading: '结课日期', type: 'date', need: 'value' },
    { id: 'school_days', heading: '各月上课天数', type: 'text', many: true, refuse: schoolDaysOfMonth },
    WITHDRAWN,
  ],
}

export const holidays: Kind = {
  id: 'holidays',
  heading: '节假日安排',
  key: ['date'],
  columns: [
    { id: 'date', heading: '日期', type: 'date', need: 'value' },
    {
      id: 'day_type',
      heading: '类型',
      type: 'enum',
      need: 'value',
      values: { off: '放假', work: '上班' },
    },
    { id: 'holiday', heading: '节日', type: 'text' },
  ],
}

export const studentNumbers: Kind = {
  id: 'student_numbers',
  heading: '学生数',
  key: ['place', 'stage', 'as_of'],
  columns: [
    { id: 'place', heading: '地区', type: 'place', need: 'value' },
    {
      id: 'stage',
      heading: '学段',
      type: 'enum',
      need: 'value',
      values: {
        kindergarten: '幼儿园',
        primary: '小学',
        junior: '初中',
        senior: '普通高中',
        vocational: '中职',
        special: '特殊教育',
      },
    },
    { id: 'as_of', heading: '统计日期', type: 'date', need: 'value' },
    { id: 'count', heading: '人数', type: 'int', need: 'value' },
    WITHDRAWN,
  ],
}
