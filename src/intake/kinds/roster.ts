import { ROLE_NAMES, STAGE_NAMES } from '#src/domain/words.ts'
import { WITHDRAWN, type Kind } from './kind.ts'

const ROLE_SPELLINGS = {
  inspector_full: 'full_time_inspector',
  inspector_part: 'part_time_inspector',
  committee_director: 'committee_chair',
  committee_member: 'member_unit',
  市督导委主任: 'committee_chair',
  市督导委副主任: 'committee_vice_chair',
  成员单位: 'member_unit',
  市总督学: 'chief_inspector',
  市副总督学: 'deputy_chief_inspector',
  县总督学: 'county_office',
  校长: 'principal',
  园长: 'principal',
}

export const schools: Kind = {
  id: 'schools',
  heading: '学校',
  key: ['code'],
  names: 'school',
  columns: [
    { id: 'code', heading: '学校代码', type: 'text', need: 'value' },
    { id: 'name', heading: '学校名称', type: 'text', need: 'value' },
    { id: 'county', heading: '县（市、区）', type: 'place', need: 'heading', makesCounty: true },
    { id: 'stage', heading: '学段', type: 'enum', need: 'value', values: STAGE_NAMES },
    {
      id: 'ownership',
      heading: '办学性质',
      type: 'enum',
      need: 'value',
      values: { public: '公办', private: '民办' },
    },
    { id: 'students', heading: '学生人数', type: 'int', need: 'heading' },
    { id: 'aliases', heading: '简称', type: 'text', many: true, need: 'heading' },
    { id: 'open_on', heading: '开办日期', type: 'date' },
    { id: 'closed_on', heading: '停办日期', type: 'date' },
    { id: 'former_names', heading: '曾用名', type: 'text', many: true },
    { id: 'successor', heading: '继任学校代码', type: 'school' },
    { id: 'main_school', heading: '主校代码', type: 'school' },
    { id: 'address', heading: '地址', type: 'text' },
    { id: 'school_phone', heading: '学校电话', type: 'text' },
    WITHDRAWN,
  ],
}

export const people: Kind = {
  id: 'people',
  heading: '人员',
  key: ['userid'],
  names: 'person',
  columns: [
    { id: 'userid', heading: '账号', type: 'userid', need: 'value' },
    { id: 'name', heading: '姓名', type: 'text', need: 'value' },
    {
      id: 'role',
      heading: '角色',
      type: 'enum',
      need: 'value',
      values: ROLE_NAMES,
      spellings: ROLE_SPELLINGS,
    },
    { id: 'county', heading: '县（市、区）', type: 'place', need: 'heading', makesCounty: true },
    { id: 'school_code', heading: '所在学校代码', type: 'school', need: 'heading' },
    { id: 'assigned_school_codes', heading: '责任学校代码', type: 'school', many: true, need: 'heading' },
    {
      id: 'also_roles',
      heading: '兼任角色',
      type: 'enum',
      many: true,
      values: ROLE_NAMES,
      spellings: ROLE_SPELLINGS,
    },
    { id: 'left_on', heading: '离开日期', type: 'date' },
    { id: 'unit', heading: '单位', type: 'text' },
    { id: 'phone', heading: '联系电话', type: 'text' },
    WITHDRAWN,
  ],
}
