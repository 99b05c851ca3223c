import type { Cast } from './cast.ts'

export type Subject =
  'visit' | 'notice' | 'case' | 'report' | 'request' | 'proposal' | 'alarm' | 'entry' | 'wish'

/** How a state comes about by talk, and the records whose buttons are tried in it. */
type Scene = { tries: readonly Subject[]; plays(cast: Cast): Promise<void> }

type Play = Scene['plays']

const after =
  (before: Play, next: Play): Play =>
  async (cast) => {
    await before(cast)
    await next(cast)
  }

const draft: Play = ({ issuer }) => issuer.says('昨天下午去了文清路小学，楼梯扶手松动，月底前改')
const nothingFound: Play = async ({ issuer }) => {
  await issuer.says('今天上午去了文清路小学，没发现问题')
  await issuer.taps('确认')
}
const withdrawalProposed = after(nothingFound, async ({ full_time }) => {
  await full_time.says('章贡-25-0001 作废')
  await full_time.says('记重了')
})
const issued = after(draft, ({ issuer }) => issuer.taps('确认'))
const acknowledged = after(issued, ({ principal }) => principal.taps('签收'))
const reported = (before: Play) => after(before, ({ contact }) => contact.says('扶手已经换好了'))
const answered = after(reported(acknowledged), ({ principal }) => principal.taps('确认上报'))
const failing = after(answered, async ({ issuer }) => {
  await issuer.taps('不合格')
  await issuer.says('扶手仍然晃，下周五前')
})
const pending: Play = async ({ issuer }) => {
  await issuer.says('今天上午去了文清路小学，教学楼有面墙开裂，严重，下周五前改')
  await issuer.taps('确认')
}
const answeredSerious: Play = async (cast) => {
  await pending(cast)
  await cast.county_office.taps('同意下发')
  await cast.principal.says('墙已经加固，验收合格了')
  await cast.principal.taps('确认上报')
}
const correcting: Play = ({ issuer }) => issuer.says('章督整1号期限改成12月5号，因为供货要到下月')
const correction = after(issued, correcting)
const alarm: Play = ({ issuer }) => issuer.says('急！文清路小学围墙要倒，学生就在旁边')
const complex: Play = async ({ issuer }) => {
  await issuer.says('今天上午去了文清路小学，校舍裂缝，复杂问题，学校解决不了')
  await issuer.taps('确认')
}
const complexWithSection = after(complex, async ({ county_office }) => {
  await county_office.taps('选科室')
  await county_office.says('基建科')
})
const referred = after(complexWithSection, ({ county_office }) => county_office.taps('发出'))
const extension = (until: string) =>
  after(acknowledged, ({ contact }) => contact.says(`能不能延到${until}，供货没到`))
const asked = (before: Play) => after(before, ({ contact }) => contact.taps('提交'))
const objection = after(acknowledged, ({ principal }) => principal.says('这个问题不属实，扶手是新的'))
const objected = after(objection, ({ principal }) => principal.taps('提交'))

const wished: Play = async ({ issuer }) => {
  await issuer.says('晚上别给我发提醒了')
  await issuer.taps('确认')
}

const trained: Play = ({ issuer }) => issuer.says('登记培训 10月22到24号 市里督学培训班 24学时')
const trainingFiled = after(trained, ({ issuer }) => issuer.taps('确认'))

/** Every state of policy.md 3.1 and 3.2 that a record can be in, and of the papers that lead there. */
export const SCENES = {
  nothing: { tries: [], plays: async () => {} },
  draft: { tries: ['visit'], plays: draft },
  'draft without school': {
    tries: ['visit'],
    plays: ({ issuer }) => issuer.says('昨天下午去了实验，楼梯扶手松动，月底前改'),
  },
  'draft with an open day': {
    tries: ['visit'],
    plays: ({ issuer }) => issuer.says('昨天下午去了文清路小学，楼梯扶手松动，年前改完'),
  },
  'draft at an open case': {
    tries: ['visit'],
    plays: after(issued, ({ issuer }) => issuer.says('今天上午去了文清路小学，门卫没登记，月底前改')),
  },
  dropped: { tries: ['visit'], plays: after(draft, ({ issuer }) => issuer.taps('不记')) },
  'nothing found': {
    tries: ['visit'],
    plays: nothingFound,
  },
  advised: {
    tries: ['visit', 'case'],
    plays: async ({ issuer }) => {
      await issuer.says('今天上午去了文清路小学，图书角有点乱，小问题')
      await issuer.taps('确认')
    },
  },
  pending: { tries: ['notice', 'case'], plays: pending },
  'sent back': {
    tries: ['notice', 'case'],
    plays: after(pending, ({ county_office }) => county_office.taps('退回')),
  },
  'amendment drafted': {
    tries: ['visit'],
    plays: after(nothingFound, ({ issuer }) => issuer.says('刚才那条改成下午，时间记错了')),
  },
  'amendment proposed': {
    tries: ['proposal'],
    plays: after(nothingFound, async ({ full_time }) => full_time.says('章贡-25-0001 改成下午，时间记错了')),
  },
  'withdrawal of a record proposed': { tries: ['proposal'], plays: withdrawalProposed },
  'record withdrawn': {
    tries: ['visit', 'proposal'],
    plays: after(withdrawalProposed, ({ county_office }) => county_office.taps('同意')),
  },
  complex: { tries: ['case'], plays: complex },
  'complex with section': { tries: ['case'], plays: complexWithSection },
  referred: { tries: ['case'], plays: referred },
  'advice drafted': {
    tries: ['case'],
    plays: after(referred, async ({ section }) => {
      await section.taps('需学校整改')
      await section.says('委托检测后加固')
    }),
  },
  issued: { tries: ['visit', 'notice', 'case'], plays: issued },
  acknowledged: { tries: ['notice', 'case'], plays: acknowledged },
  'report drafted': { tries: ['report'], plays: reported(acknowledged) },
  'report drafted unsigned': { tries: ['report'], plays: reported(issued) },
  'report dropped': {
    tries: ['report'],
    plays: after(reported(acknowledged), ({ principal }) => principal.taps('不报')),
  },
  answered: { tries: ['notice', 'case', 'report'], plays: answered },
  'answered serious': { tries: ['notice', 'case'], plays: answeredSerious },
  returned: {
    tries: ['report'],
    plays: after(answered, async ({ issuer }) => {
      await issuer.taps('退回补充')
      await issuer.says('缺现场照片')
    }),
  },
  'fail drafted': { tries: ['notice'], plays: failing },
  'issued again': { tries: ['notice', 'case'], plays: after(failing, ({ issuer }) => issuer.taps('确认')) },
  reinspecting: {
    tries: ['case'],
    plays: after(answeredSerious, ({ issuer }) => issuer.taps('合格')),
  },
  closed: { tries: ['notice', 'case'], plays: after(answered, ({ issuer }) => issuer.taps('合格')) },
  'extension drafted': { tries: ['request'], plays: extension('12月5号') },
  'extension asked of the inspector': { tries: ['request'], plays: asked(extension('12月5号')) },
  'extension asked of the office': { tries: ['request'], plays: asked(extension('12月31号')) },
  'extension granted': {
    tries: ['request'],
    plays: after(asked(extension('12月5号')), ({ issuer }) => issuer.taps('同意')),
  },
  'extension refused': {
    tries: ['request'],
    plays: after(asked(extension('12月5号')), ({ issuer }) => issuer.taps('不同意')),
  },
  'objection drafted': { tries: ['request'], plays: objection },
  objected: { tries: ['request'], plays: objected },
  withdrawn: {
    tries: ['case', 'request'],
    plays: after(objected, ({ county_office }) => county_office.taps('异议成立')),
  },
  'objection refused': {
    tries: ['notice', 'request'],
    plays: after(objected, async ({ county_office }) => {
      await county_office.taps('异议不成立')
      await county_office.says('照片显示扶手松动')
    }),
  },
  'clock stopped': {
    tries: ['request'],
    plays: after(objected, ({ county_office }) => county_office.taps('暂停计时')),
  },
  'withdrawal proposed': {
    tries: ['proposal'],
    plays: after(issued, ({ issuer }) => issuer.says('章督整1号 撤回，发错了')),
  },
  'another school proposed': {
    tries: ['proposal'],
    plays: after(issued, ({ issuer }) => issuer.says('那个通知学校错了，应该是实验小学，因为记错了校名')),
  },
  'correction drafted': { tries: ['proposal'], plays: correction },
  'correction drafted, signed since': {
    tries: ['proposal'],
    plays: after(correction, ({ principal }) => principal.taps('签收')),
  },
  'correction proposed': {
    tries: ['proposal'],
    plays: after(acknowledged, async (cast) => {
      await correcting(cast)
      await cast.issuer.taps('报督导办')
    }),
  },
  'alarm raised': { tries: ['alarm'], plays: alarm },
  'alarm answered': {
    tries: ['alarm'],
    plays: after(alarm, ({ county_office }) => county_office.taps('收到')),
  },
  'alarm called off': {
    tries: ['alarm'],
    plays: after(alarm, ({ issuer }) => issuer.says('误报')),
  },
  'training drafted': { tries: ['entry'], plays: trained },
  'training without level': {
    tries: ['entry'],
    plays: ({ issuer }) => issuer.says('登记培训 10月22到24号 督学能力提升班 24学时'),
  },
  'training filed': { tries: ['entry'], plays: trainingFiled },
  'training verified': {
    tries: ['entry'],
    plays: after(trainingFiled, ({ county_office }) => county_office.taps('核验')),
  },
  'wish in force': { tries: ['wish'], plays: wished },
  'wish ended': {
    tries: ['wish'],
    plays: after(wished, ({ issuer }) => issuer.says('恢复提醒')),
  },
  'nomination proposed': {
    tries: ['proposal'],
    plays: async ({ issuer }) => {
      await issuer.says('文清路小学的阅读角搞得很好 可以推荐表彰')
      await issuer.taps('确认')
    },
  },
  'interview proposed': {
    tries: ['proposal'],
    plays: async ({ issuer }) => {
      await issuer.says('文清路小学整改两次没过，建议约谈')
      await issuer.taps('确认')
    },
  },
  leaving: { tries: ['proposal'], plays: ({ contact }) => contact.says('我不当联系人了') },
} satisfies Record<string, Scene>

export type SceneName = keyof typeof SCENES
export const sceneNames = Object.keys(SCENES) as SceneName[]
