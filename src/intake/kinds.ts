import { ROLE_NAMES, STAGE_NAMES } from '#src/domain/words.ts'
import { LEXICON_KIND_NAMES } from '#src/language/lexicon/own-words.ts'

/**
 * What a column holds. `userid` is a person's own key, kept as written and compared without case; `place`, `school` and `person` name
 * a row of another table; `who` is a userid, or a plain name where the person has no account; `word` is folded as the ear folds.
 */
export type ColumnType =
  | 'text'
  | 'word'
  | 'int'
  | 'dec'
  | 'bool'
  | 'date'
  | 'enum'
  | 'userid'
  | 'place'
  | 'school'
  | 'person'
  | 'who'

/** The types of columns that name a row of another table. */
export type Reference = 'place' | 'school' | 'person'

export type Column = {
  id: string
  heading: string
  type: ColumnType
  /** Several values in one cell, split by `|`. */
  many?: true
  /** `value`: heading and value; `heading`: the heading, the value may be empty; absent: neither. */
  need?: 'value' | 'heading'
  /** A name met here makes a place of county level, as long as no county is on file in `places`. */
  makesCounty?: true
  /** The value is needed in rows where that column holds that value. */
  neededWhen?: readonly [column: string, value: string]
  /** An enum's values with their labels. */
  values?: Readonly<Record<string, string>>
  /** Other spellings of an enum's values. */
  spellings?: Readonly<Record<string, string>>
}

export type KindId = 'places' | 'schools' | 'people' | 'lexicon'

export type Kind = {
  id: KindId
  heading: string
  key: readonly [string, ...string[]]
  /** References of this type point at the first key column of this kind. */
  names?: Reference
  columns: readonly Column[]
}

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

const WITHDRAWN: Column = { id: 'withdrawn', heading: '作废', type: 'bool' }

const places: Kind = {
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
}

const schools: Kind = {
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

const people: Kind = {
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

/** Words of an office's own (docs/lexicon.md). */
const lexicon: Kind = {
  id: 'lexicon',
  heading: '词',
  key: ['kind', 'word'],
  columns: [
    { id: 'kind', heading: '类别', type: 'enum', need: 'value', values: LEXICON_KIND_NAMES },
    { id: 'word', heading: '词', type: 'word', need: 'value' },
    { id: 'means', heading: '含义', type: 'word', need: 'value' },
    WITHDRAWN,
  ],
}

/** In the order in which files are read: what is referred to comes before what refers to it. */
export const KINDS: readonly Kind[] = [places, schools, people, lexicon]

export const kindOf = (id: string): Kind | undefined => KINDS.find((kind) => kind.id === id)
