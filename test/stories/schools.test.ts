import { expect, test } from 'vitest'
import { importFiles } from '#src/intake/import.ts'
import { expectHistoriesToFold } from '#test/fold.ts'
import { stage } from '#test/stage.ts'

const { world } = stage()

const SCHOOLS = 'code,name,county,stage,ownership,students,aliases,closed_on,successor'
const PEOPLE = 'userid,name,role,county,school_code,assigned_school_codes,left_on'

async function imports(name: string, ...lines: string[]) {
  const bytes = Buffer.from(`${lines.join('\n')}\n`)
  for (const { errors } of await importFiles(world.store, [{ name, bytes }], { at: world.clock.at }))
    expect(errors).toEqual([])
}

async function noticeAt文清() {
  const li = world.person('Li_Min')
  await li.says('昨天下午去了文清，门卫没登记')
  await li.taps('确认')
  return li
}

test('a new principal by import: the open notices as cards with their history, once; the old one’s cards are dead', async () => {
  await noticeAt文清()
  const [chen, he] = [world.person('chen_yuan'), world.person('he_si')]
  await chen.taps('签收')
  const old = chen.card()
  await imports(
    'people.csv',
    PEOPLE,
    'he_si,何思,principal,章贡区,S01,,',
    'chen_yuan,陈源,principal,章贡区,S01,,2025-11-17',
  )
  await world.tickAt('2025-11-18T10:45:00+08:00')
  await world.tickAt('2025-11-18T10:46:00+08:00')
  expect(he.everything().match(/移交：第1轮，没有延期，陈源于11月18日/g)).toHaveLength(1)
  await he.says('门卫登记已经补齐')
  await he.taps('确认上报')
  he.sees('已上报')
  await chen.presses(old, '报整改')
  chen.sees('您还没有登记')
})

test('two principals for a span: both get the notice, either may act', async () => {
  await imports('people.csv', PEOPLE, 'he_si,何思,principal,章贡区,S01,,')
  await noticeAt文清()
  const [chen, he] = [world.person('chen_yuan'), world.person('he_si')]
  expect(chen.everything()).toContain('门卫没登记')
  await he.taps('签收')
  he.sees('整改中')
})

test('who comes to a school with nothing open reads nothing', async () => {
  await imports('people.csv', PEOPLE, 'he_si,何思,principal,章贡区,S01,,')
  await world.tickAt('2025-11-18T10:45:00+08:00')
  expect(world.person('he_si').everything()).toBe('')
})

test('a school that was renamed is known by both names', async () => {
  await imports('schools.csv', SCHOOLS, 'S01,阳明路小学,章贡区,primary,public,1200,文清,,')
  const li = world.person('Li_Min')
  for (const name of ['文清路小学', '阳明路小学']) {
    await li.says(`${name}最近什么情况`)
    li.sees('阳明路小学')
  }
})

test('a school that was merged: on its last day its open cases move to the successor with their numbers', async () => {
  const li = await noticeAt文清()
  const chen = world.person('chen_yuan')
  const he = world.person('he_si')
  await imports('schools.csv', SCHOOLS, 'S01,文清路小学,章贡区,primary,public,1200,文清,2025-11-20,S04')
  await world.tickAt('2025-11-19T09:00:00+08:00')
  expect(he.everything()).toBe('')
  await world.tickAt('2025-11-20T09:00:00+08:00')
  await world.tickAt('2025-11-20T09:01:00+08:00')
  const told = '文清路小学已并入第四中学，整改通知 章督整〔2025〕1号 由第四中学继续办理'
  expect(li.everything().split(told)).toHaveLength(2)
  expect(he.everything().split(told)).toHaveLength(2)
  expect(chen.card().outcome).toBe('已转第四中学')
  await he.taps('签收')
  await he.says('第四中学最近什么情况')
  he.sees('Z-00001 门卫没登记')
  const visit = world.store.client.prepare('select school from visits').pluck().get()
  expect(visit).toBe('S01')
  await expectHistoriesToFold(world.store.db)
})

test('closed without a successor: the office reads once what is open', async () => {
  await noticeAt文清()
  await imports('schools.csv', SCHOOLS, 'S01,文清路小学,章贡区,primary,public,1200,文清,2025-11-18,')
  await world.tickAt('2025-11-18T10:45:00+08:00')
  await world.tickAt('2025-11-18T10:46:00+08:00')
  const zhou = world.person('zhou_wen')
  expect(
    zhou.everything().match(/文清路小学已停办，没有继任学校，还有 1 件未办结：\n· Z-00001 门卫没登记/g),
  ).toHaveLength(1)
})
