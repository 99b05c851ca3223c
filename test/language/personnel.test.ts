import { describe, expect, test } from 'vitest'
import type { Speaker, Understanding } from '#src/language/understanding.ts'
import { understand } from '#src/language/understand.ts'
import { CHEN, LI, listening, LIU, OFFICE, REGISTRY, WANG } from './city.ts'

const heard = (text: string, speaker: Speaker): Understanding =>
  understand(text, REGISTRY, listening(speaker))

describe('accounts', () => {
  test.each<[string, Speaker, unknown]>([
    ['停用 李明', OFFICE, { intent: 'suspend', who: '李明', resume: false }],
    ['停用李明', OFFICE, { intent: 'suspend', who: '李明', resume: false }],
    ['请停用li_ming的账号', OFFICE, { intent: 'suspend', who: 'li_ming', resume: false }],
    ['把李明的账号停用一下', OFFICE, { intent: 'suspend', who: '李明', resume: false }],
    ['恢复 Li_Ming', OFFICE, { intent: 'suspend', who: 'li_ming', resume: true }],
    ['恢复李明的账号', WANG, { intent: 'suspend', who: '李明', resume: true }],
  ])('%s', (text, speaker, expected) => expect(heard(text, speaker)).toEqual(expected))

  test('an inspector who found something out of use names no account', () => {
    expect(heard('昨天去了文清，消毒柜停用', LI).intent).toBe('log_visit')
    expect(heard('责令停用', LI).intent).not.toBe('suspend')
  })
})

describe('leaving', () => {
  test.each<[string, Speaker, 'school' | 'inspector' | null]>([
    ['我不是这所学校的校长了', CHEN, 'school'],
    ['我已经不是校长了', CHEN, 'school'],
    ['我不当联系人了', LIU, 'school'],
    ['我调走了', CHEN, null],
    ['我已经退休了', LI, null],
    ['我不当督学了', LI, 'inspector'],
    ['学校换人了', LIU, 'school'],
  ])('%s', (text, speaker, post) => expect(heard(text, speaker)).toEqual({ intent: 'leave_post', post }))

  test('of others nothing is heard', () => {
    expect(heard('昨天去了文清，食堂换人了，台账没交接', LI).intent).toBe('log_visit')
    expect(heard('张老师退休了', CHEN).intent).not.toBe('leave_post')
  })
})

describe('deputies', () => {
  test.each<[string, string, string | null, string | null]>([
    ['我下周出差，周文代我审批', '周文', '2025-11-24', '2025-11-30'],
    ['我明天到周五出差，周文代我审批', '周文', '2025-11-19', '2025-11-21'],
    ['11月24日到28日，周文代我审批', '周文', '2025-11-24', '2025-11-28'],
    ['我周四请假，由周文替我确认', '周文', '2025-11-20', '2025-11-20'],
    ['我24号到26号外出学习，请周文代我办理', '周文', '2025-11-24', '2025-11-26'],
    ['下周一到周五，周文代我签收', '周文', '2025-11-24', '2025-11-28'],
    ['周文代我审批', '周文', null, null],
  ])('%s', (text, who, from, to) =>
    expect(heard(text, OFFICE)).toEqual({ intent: 'deputize', who, from, to }),
  )

  test.each(['校长出差了我替他确认行不', '我可以代校长签收吗', '我替王督学复查可以吗'])('%s', (text) =>
    expect(heard(text, LIU)).toEqual({ intent: 'ask_stand_in' }),
  )
})

test.each<[string, string, string | null]>([
  ['文清路小学校长换成张三(zhang_san)', '张三', 'zhang_san'],
  ['文清路小学的校长已换成张三（账号：zhang_san）', '张三', 'zhang_san'],
  ['文清校长改为张三', '张三', null],
])('%s', (text, name, userid) =>
  expect(heard(text, OFFICE)).toMatchObject({
    intent: 'replace_principal',
    name,
    userid,
    school: { candidates: ['S01'] },
  }),
)

describe('groups', () => {
  test.each<[string, string | null]>([
    ['本群是章贡区督学工作群', '章贡区'],
    ['这个群是章贡督导工作群', '章贡区'],
    ['本群是督学工作群', '章贡区'],
    ['本群是全市督学工作群', null],
  ])('%s', (text, county) => expect(heard(text, LI)).toEqual({ intent: 'declare_group', county }))
  test('取消工作群', () => expect(heard('取消工作群', CHEN)).toEqual({ intent: 'revoke_group' }))
})

test.each(['你记了我什么', '你们存了我哪些信息', '系统里保存了我的什么资料'])('%s', (text) =>
  expect(heard(text, LI)).toEqual({ intent: 'query_about_me' }),
)
test.each(['我今天记了什么', '你帮我记了什么', '我的记录'])('%s asks for records', (text) =>
  expect(heard(text, LI).intent).toBe('query_my_records'),
)
