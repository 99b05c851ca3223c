import { asks, asksRule } from './questions/asking.ts'
import type { Heard } from './hear.ts'
import { hoursIn } from './named.ts'
import type { Understanding } from './understanding.ts'

const HOURS = /学时|课时/
const TRAINING =
  /培训|研修|继续教育|面授|参训|业务学习|轮训|讲座|专题课|学习班|[专题研修岗位]{2}班|督学班|督学课|网课/
// Somebody else's hours that were looked through: 那24学时核过了, 材料看过了 属实.
const VERIFIED =
  /(?:核(?:过|实|对|定|验)?|审(?:核|过|批)?|看)(?:了|过了?|完)|(?:审核|核实|核对|核验|核定|审批|审查)(?:通过|无误|没问题|没错|完毕)|属实|认定(?:了|通过)/
const RECORDS =
  /登记|补登|录入?|记(?:一?下|上|录|个)?|补记|参加|参训|结业|听|学(?!时|校)|上了?|集中培训|面授|培训/
const ENTERED = /登(?:上|记)|记(?:上|一?下)|录入|补登|参加|参训|结业/
const ASKS_HOURS = /差|够|满|达标|完成|累计|修了|排名|排个名|列|时长|明细|核了(?:没|吗)|统计|汇总|查询|人均/

/** 登记培训 24学时, 我学时够了吗. What the rules say of hours, and a check of another's, are other things. */
export function readTraining({ plain, dates }: Heard): Understanding | null {
  const hours = HOURS.test(plain)
  if (!hours && !TRAINING.test(plain)) return null
  if (asksRule(plain) && !/我|督学/.test(plain.replace(/督学(?:课|班)/, ''))) return { intent: 'unknown' }
  const told = hoursIn(plain)
  const entered = told !== null && ENTERED.test(plain) && !/多少|几|够|吗|没/.test(plain)
  if (entered) return { intent: 'log_training' }
  const asking = asks(plain)
  if (asking && (hours || /培训(?:时长|情况|了?几次|记录)|几次培训|记了?(?:几|多少|上?没)/.test(plain)))
    return { intent: 'query_training' }
  if (hours && VERIFIED.test(plain) && !/没(?!问题|错)/.test(plain)) return { intent: 'unknown' }
  if (told && (RECORDS.test(plain) || dates.length > 0)) return { intent: 'log_training' }
  if (hours && ASKS_HOURS.test(plain)) return { intent: 'query_training' }
  return /^(?:登记|补登|录入|记)[^,。]{0,3}培训|^培训登记/.test(plain) ? { intent: 'log_training' } : null
}
