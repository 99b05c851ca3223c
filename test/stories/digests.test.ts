import { beforeEach, describe, expect, test } from 'vitest'
import { strangers } from '#db/schema/roster.ts'
import { insertNew } from '#db/store.ts'
import { instantOf } from '#src/domain/day.ts'
import { userId } from '#src/domain/words.ts'
import { PEOPLE } from '#test/roster.ts'
import { stage } from '#test/stage.ts'

const { world, person, reopen } = stage()

/** Li goes to 文清 on the Tuesday and issues a notice that is due on Thursday. */
async function aNotice(): Promise<void> {
  await person('Li_Min').says('今天上午去了文清，门卫没登记，周四前改')
  await person('Li_Min').taps('确认')
}

describe('the brief by words', () => {
  test('an office reads the numbers of its county at once, and what waits there', async () => {
    const zhou = person('zhou_wen')
    await aNotice()
    await world.moveTo('2025-11-22T09:00:00+08:00')
    await zhou.says('本周小结')
    zhou.sees(
      '章贡区本周督导小结\n11月17日（周一）至11月22日（周六）\n',
      '本学期已督导：1/9 所',
      '新发现问题：1 项，其中严重 0 项',
      '在办整改：1 项',
      '逾期整改：1 项，占在办 100%',
      '办结：0 项\n',
      '此前没有记录，不作比较。',
      '需重点关注：文清路小学（逾期合计 2 天）。',
      /逾期未整改 1 项：\n· Z-00001 文清路小学/,
      '没有责任督学的学校 1 所：第三中学',
      '本学期还没有督导的学校 8 所：',
    )
  })

  test('a week later the numbers say what has changed', async () => {
    const [li, chen, zhou] = [person('Li_Min'), person('chen_yuan'), person('zhou_wen')]
    await aNotice()
    await world.moveTo('2025-11-25T09:00:00+08:00')
    await chen.says('门卫登记已经补上了')
    await chen.taps('确认上报')
    await li.says('今天上午去了七中，没啥问题')
    await li.taps('确认')
    await li.taps('合格')
    await world.moveTo('2025-11-26T09:00:00+08:00')
    await zhou.says('这周情况')
    zhou.sees(
      '本学期已督导：2/9 所（+1）',
      '新发现问题：0 项（-1）',
      '在办整改：0 项（-1）',
      '逾期整改：0 项（持平）',
      // Closed, but reported five days late.
      '办结：1 项，其中按期 0%（+1）',
      '括号内为比上周同期的增减。',
    )
  })

  test('the chief inspector and the chair read the city, and a county that they name', async () => {
    const [chief, chair] = [person('zong_du'), person('zhang_ren')]
    await aNotice()
    await world.moveTo('2025-11-22T09:00:00+08:00')
    await chief.says('章贡区本周督导情况')
    chief.sees('章贡区本周督导小结', '逾期整改：1 项')
    await chair.says('本周小结')
    chair.sees('需重点关注：章贡区（逾期合计 2 天，已督导 1/9 所）、南康区（已督导 0/1 所）。')
    expect(chair.everything()).not.toContain('没有责任督学')
  })

  test('an office reads no other county, an inspector and a school none', async () => {
    for (const userid of ['nan_ban', 'Li_Min', 'wang_qiang']) {
      await person(userid).says('章贡区本周督导情况')
    }
    const texts = ['nan_ban', 'Li_Min'].map((userid) => person(userid).everything())
    for (const text of texts) expect(text).toContain('在自己的范围内查询')
    await person('chen_yuan').says('章贡区本周督导情况')
    expect(person('chen_yuan').everything()).not.toContain('在办整改')
  })

  test('a group reads counts without a name; who asked reads the rest alone', async () => {
    const zhou = person('zhou_wen')
    await aNotice()
    await zhou.saysInGroup('本周小结')
    const [shown] = world.simulator.groupInbox().slice(-1)
    expect(shown!.text).toContain('在办整改：1 项')
    expect(shown!.text).toContain('详情已私信您。')
    expect(shown!.text).not.toMatch(/小学|中学|李敏/)
    zhou.sees('没有责任督学的学校')
  })

  test('a county without schools: the data do not suffice', async () => {
    await reopen({
      people: `${PEOPLE}yu_ban,于办,county_office,于都县,,,\n`,
    })
    const yu = person('yu_ban')
    await yu.says('本周小结')
    yu.sees('本学期已督导：数据不足', '办结：数据不足', '还没有登记学校')
  })
})

describe('what reached nobody', () => {
  test('the office of the county reads it by words, another does not', async () => {
    const [zhou, nan, li] = [person('zhou_wen'), person('nan_ban'), person('Li_Min')]
    world.simulator.fault('message/send', { kind: 'unreachable', userids: ['chen_yuan'] }, 4)
    await aNotice()
    await zhou.says('哪些消息没送达')
    zhou.sees(/没有送达的消息 1 条：\n· 11月18日（周二）发给陈源：整改通知 章督整〔2025〕1号.*（.+）/)
    await nan.says('哪些消息没送达')
    nan.sees('上周以来的消息都送达了。')
    await li.says('哪些消息没送达')
    li.sees('由督导办查询')
  })
})

describe('Monday at half past eight', () => {
  const offices = ['zhou_wen', 'sun_li', 'nan_ban', 'shi_ban', 'zong_du', 'zhang_ren']
  /** What came from the assistant to this person at the last look. */
  const digestsOf = (userid: string) =>
    world.simulator.inbox(userid).filter((each) => each.text.includes('上周督导小结'))

  beforeEach(() => world.tickAt('2025-11-18T10:30:00+08:00'))

  test('offices read their place, the chief inspector and the chair the city, each once', async () => {
    await aNotice()
    await world.tickAt('2025-11-24T08:29:00+08:00')
    for (const userid of offices) expect(digestsOf(userid)).toEqual([])
    await world.tickAt('2025-11-24T08:30:00+08:00')
    await world.tickAt('2025-11-24T08:31:00+08:00')
    await world.tickAt('2025-11-24T16:00:00+08:00')
    for (const userid of offices) expect(digestsOf(userid), userid).toHaveLength(1)
    expect(digestsOf('zhou_wen')[0]!.text).toContain(
      '章贡区上周督导小结\n11月17日（周一）至11月23日（周日）\n',
    )
    expect(digestsOf('zhou_wen')[0]!.text).toContain('没有责任督学的学校 1 所：第三中学')
    expect(digestsOf('shi_ban')[0]!.text).toContain('没有责任督学的学校 1 所：章贡区 1 所')
    expect(digestsOf('zong_du')[0]!.text).not.toContain('没有责任督学')
    for (const userid of ['Li_Min', 'chen_yuan', 'ji_jian']) expect(digestsOf(userid)).toEqual([])
  })

  test('what waits for the office stands in it', async () => {
    await person('Li_Min').says('今天上午去了文清，消防通道堵死，严重问题，周四前改')
    await person('Li_Min').taps('确认')
    await world.tickAt('2025-11-24T08:30:00+08:00')
    expect(digestsOf('zhou_wen')[0]!.text).toMatch(
      /待督导办审批 1 件：\n· 文清路小学：消防通道堵死（严重问题整改通知待审批），11月18日（周二）报/,
    )
    expect(digestsOf('nan_ban')[0]!.text).not.toContain('待督导办审批')
  })

  test('a Monday off: the first working day', async () => {
    await world.tickAt('2026-02-13T09:00:00+08:00')
    const before = digestsOf('zhou_wen').length
    // Spring Festival: off from Sunday the 15th to Monday the 23rd.
    await world.tickAt('2026-02-16T08:30:00+08:00')
    await world.tickAt('2026-02-23T08:30:00+08:00')
    expect(digestsOf('zhou_wen')).toHaveLength(before)
    await world.tickAt('2026-02-24T08:30:00+08:00')
    expect(digestsOf('zhou_wen').at(-1)!.text).toContain('\n2月16日（周一）至2月22日（周日）\n')
    expect(digestsOf('zhou_wen')).toHaveLength(before + 1)
  })

  test('after a standstill the digest of this week comes late, none of an earlier one', async () => {
    await aNotice()
    await world.tickAt('2025-12-10T10:00:00+08:00')
    const texts = digestsOf('zhou_wen').map((each) => each.text)
    expect(texts).not.toEqual([])
    // With it comes what else has been held back, so that it is read before its card too.
    for (const each of texts) expect(each).toContain('\n12月1日（周一）至12月7日（周日）\n')
  })

  test('nothing to report: no message', async () => {
    await reopen({
      schools: `code,name,county,stage,ownership,students,aliases\nS10,潭口中学,南康区,junior,public,1100,潭口\n`,
      people: PEOPLE.split('\n')
        .filter((line) => /^(userid|liao_nan|nan_ban)/.test(line))
        .join('\n'),
    })
    await world.tickAt('2025-11-18T10:30:00+08:00')
    await person('liao_nan').says('今天上午去了潭口，没发现问题')
    await person('liao_nan').taps('确认')
    await world.tickAt('2025-11-24T08:30:00+08:00')
    expect(digestsOf('nan_ban')).toEqual([])
  })

  test('a list of any length goes in full, as text in numbered pieces', async () => {
    const schools = Array.from({ length: 60 }, (_, i) => `N${i},第${i}希望小学,南康区,primary,public,300,`)
    await reopen({
      schools: `code,name,county,stage,ownership,students,aliases\n${schools.join('\n')}\n`,
      people:
        'userid,name,role,county,school_code,assigned_school_codes,unit\nnan_ban,南办,county_office,南康区,,,\n',
    })
    await world.tickAt('2025-11-18T10:30:00+08:00')
    await world.tickAt('2025-11-24T08:30:00+08:00')
    const shown = world.simulator.inbox('nan_ban').map((each) => each.text)
    expect(shown.join('')).toContain('……还有 40 所')
    expect(shown.join('')).toContain('第19希望小学')
  })
})

describe('the groups', () => {
  beforeEach(() => world.tickAt('2025-11-18T10:30:00+08:00'))
  const inGroup = (chat: string) => world.simulator.groupInbox(chat).map((each) => each.text)

  test('read the five numbers of their place once, and no name of a person or a school', async () => {
    await aNotice()
    for (const at of ['08:30', '08:31', '16:00']) await world.tickAt(`2025-11-24T${at}:00+08:00`)
    const [city, county] = [inGroup('wrCITY'), inGroup('wrCOUNTY')]
    expect([city.length, county.length]).toEqual([1, 1])
    expect(county[0]).toContain('章贡区上周督导小结')
    expect(county[0]).not.toMatch(/小学|中学|幼儿园|李敏|需重点关注/)
    expect(city[0]).toContain('需重点关注：章贡区')
    expect(city[0]).not.toMatch(/小学|中学|幼儿园|李敏/)
  })

  test('the key stands neither in the database nor in the log', async () => {
    await aNotice()
    await world.tickAt('2025-11-24T08:30:00+08:00')
    const stored = world.store.client.prepare('select group_concat(body) from outbox').pluck().get()
    expect(stored).toContain('webhook:章贡区')
    for (const kept of [String(stored), JSON.stringify(world.logged)])
      expect(kept).not.toMatch(/5d2a1c88|0f3a6c1e/)
  })

  test('a robot that takes no more waits; one that was removed is given up and the city office told', async () => {
    await aNotice()
    world.simulator.fault('webhook/send', { kind: 'code', errcode: 45009 })
    await world.tickAt('2025-11-24T08:30:00+08:00')
    expect(inGroup('wrCITY').length + inGroup('wrCOUNTY').length).toBe(1)
    await world.moveTo('2025-11-24T08:32:00+08:00')
    expect(inGroup('wrCITY').length + inGroup('wrCOUNTY').length).toBe(2)

    world.simulator.fault('webhook/send', { kind: 'code', errcode: 93000 })
    await world.tickAt('2025-12-01T08:30:00+08:00')
    const shi = person('shi_ban')
    await world.tickAt('2025-12-01T16:00:00+08:00')
    await world.tickAt('2025-12-02T16:00:00+08:00')
    shi.sees(/群小结没有发出（1项）\n· (全市|章贡区)的群：群机器人的地址无效，或机器人已被移出群.*93000/)
    expect(shi.everything().match(/群小结没有发出/g)).toHaveLength(1)
  })
})

describe('strangers', () => {
  const writes = async (userid: string, iso: string) =>
    world.store.commit([insertNew(strangers, { userid: userId(userid), firstAt: instantOf(iso) })])

  test('are named once to the city office, by their userid, on the next working day', async () => {
    const [shi, zhou] = [person('shi_ban'), person('zhou_wen')]
    await world.tickAt('2025-11-18T10:30:00+08:00')
    await writes('wang_wu', '2025-11-21T17:00:00+08:00')
    await writes('zhao_liu', '2025-11-22T09:00:00+08:00')
    for (const at of ['21T20:00', '22T09:00', '23T09:00']) await world.tickAt(`2025-11-${at}:00+08:00`)
    shi.seesNothing()
    // A Monday: what would come at eight comes with the digest.
    await world.tickAt('2025-11-24T08:09:00+08:00')
    shi.seesNothing()
    await world.tickAt('2025-11-24T08:30:00+08:00')
    shi.sees(/没有登记的账号发来过消息，请核对后登记（2项）\n· wang_wu（11月21日（周五）17:00）\n· zhao_liu/)
    expect(zhou.everything()).not.toContain('wang_wu')
    await world.tickAt('2025-11-25T08:09:00+08:00')
    await world.tickAt('2025-11-26T08:09:00+08:00')
    expect(shi.everything().match(/wang_wu/g)).toHaveLength(1)
  })

  test('who has been registered meanwhile is no stranger', async () => {
    await world.tickAt('2025-11-18T10:30:00+08:00')
    await writes('li_min', '2025-11-18T11:00:00+08:00')
    await world.tickAt('2025-11-19T08:09:00+08:00')
    expect(person('shi_ban').everything()).not.toContain('li_min')
  })
})
