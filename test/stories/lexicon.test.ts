import { asc } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { events } from '#db/schema/loop.ts'
import { importFiles } from '#src/intake/import.ts'
import { expectHistoriesToFold } from '#test/fold.ts'
import { stage } from '#test/stage.ts'

const { world, people } = stage()
const [li, zhou] = people('Li_Min', 'zhou_wen')

/** As `dudao import` in a process of its own does it: nobody tells the running assistant. */
async function imports(...rows: string[]) {
  const bytes = Buffer.from(['类别,词,含义,作废', ...rows].join('\n'))
  const [result] = await importFiles(world.store, [{ name: '词表.csv', bytes }], { at: world.clock.at })
  expect(result?.errors).toEqual([])
  return result!
}

const VISIT = '今天上午去了文清路小学，无人机螺旋桨破损，月底前改'

test('before the word the card shows no matter, after it the next message does', async () => {
  await li.says(VISIT)
  li.sees(/1\. 无人机螺旋桨破损$/m)
  await li.taps('不记')
  await imports('事项,无人机,安全,')
  await li.says(VISIT)
  li.sees(/1\. 无人机螺旋桨破损（安全）$/m)
  await li.taps('不记')
  await imports('事项,无人机,安全,是')
  await li.says(VISIT)
  li.sees(/1\. 无人机螺旋桨破损$/m)
})

test('a word for a severity judges what it stands beside, and an urgent one alarms', async () => {
  await imports('程度,红线问题,严重,', '程度,液氨,重大隐患,')
  await li.says('今天上午去了文清路小学，无人机螺旋桨破损（红线问题）')
  li.sees(/无人机螺旋桨破损[^]*程度：严重/)
  await li.taps('不记')
  await li.says('今天上午去了文清路小学，食堂仓库存放液氨')
  zhou.sees(/液氨/)
})

test('a drill or the lack of it is no danger', async () => {
  await imports('程度,液氨,重大隐患,')
  await li.says('今天上午去了文清路小学，液氨应急演练没有记录，月底前改')
  zhou.seesNothing()
})

test('a phrase for what we have words for: the school reports, the inspector passes', async () => {
  await imports('说法,归零,整改完成,')
  await li.says('今天上午去了文清路小学，楼梯扶手松动，月底前改')
  await li.taps('确认')
  const chen = world.person('chen_yuan')
  await chen.taps('签收')
  await chen.says('扶手还没归零')
  chen.sees('在办的问题', '楼梯扶手松动')
  await chen.says('扶手已归零')
  chen.sees(/扶手/)
  await chen.taps('确认上报')
  await li.says('扶手归零了')
  li.sees('已销号')
})

test('a slip is read as the right word, and kept as it was written', async () => {
  await imports('错字,消房,消防,', '错字,文情,文清,')
  await li.says('今天上午去了文情，消房栓没水，月底前改')
  li.sees(/消房栓没水（安全）[^]*文清路小学/)
})

test('every change stands in the history with its author', async () => {
  await imports('事项,无人机,安全,')
  await imports('事项,无人机,资源配置,')
  await imports('事项,无人机,资源配置,')
  await imports('事项,无人机,资源配置,是')
  const history = await world.store.db.select().from(events).orderBy(asc(events.aggregate), asc(events.seq))
  expect(
    history.map(({ aggregate, seq, kind, actor, role, words }) => [aggregate, seq, kind, actor, role, words]),
  ).toEqual([
    ['word:matter:无人机', 1, 'word.add', 'operator', 'operator', '词表.csv'],
    ['word:matter:无人机', 2, 'word.change', 'operator', 'operator', '词表.csv'],
    ['word:matter:无人机', 3, 'word.withdraw', 'operator', 'operator', '词表.csv'],
  ])
  expect(history[1]).toMatchObject({ before: { means: 'safety' }, after: { means: 'resources' } })
  await expectHistoriesToFold(world.store.db)
})

test('in chat nobody changes words', async () => {
  for (const who of ['Li_Min', 'zhou_wen', 'shi_ban']) {
    const person = world.person(who)
    await person.says('lexicon add matter 无人机 safety')
    await person.says('把无人机加进词表，算安全')
  }
  await li.says(VISIT)
  li.sees(/1\. 无人机螺旋桨破损$/m)
})
