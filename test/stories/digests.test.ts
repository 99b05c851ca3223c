import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { PEOPLE } from '#test/roster.ts'
import { openWorld, type World } from '#test/world.ts'

let world: World
const person = (userid: string) => world.person(userid)

beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

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
      '章贡区本周督导小结（11月17日（周一）至11月22日（周六））',
      '本学期已督导：1/9 所',
      '新发现问题：1 项，其中严重 0 项',
      '在办整改：1 项',
      '逾期整改：1 项，占在办 100%',
      '办结：0 项\n',
      '此前没有记录，不作比较。',
      '需重点关注：文清路小学（逾期合计 2 天）、',
      /逾期未整改 1 项：\n· Z-00001 文清路小学/,
      '没有责任督学的学校 1 所：\n· 第三中学',
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
    await world.close()
    world = await openWorld({
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
