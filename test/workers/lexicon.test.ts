import { afterEach, beforeEach, expect, test } from 'vitest'
import { openD1 } from '#db/d1.ts'
import { importFiles } from '#src/intake/import.ts'
import { machine } from '#src/machine.ts'
import { openCity, type City } from './city.ts'

let city: City
beforeEach(async () => {
  city = await openCity()
})
afterEach(() => city.close())

test('a word that an office adds is in force with the next message', async () => {
  const li = city.person('Li_Min')
  await li.says('今天上午去了文清路小学，无人机螺旋桨破损，月底前改')
  li.sees(/1\. 无人机螺旋桨破损$/m)
  await li.taps('不记')
  const file = { name: '词表.csv', bytes: new TextEncoder().encode('类别,词,含义\n事项,无人机,安全\n') }
  const [result] = await importFiles(openD1(city.env.DB), [file], { at: machine.now() })
  expect(result).toMatchObject({ added: 1, errors: [] })
  await li.says('今天上午去了文清路小学，无人机螺旋桨破损，月底前改')
  li.sees(/1\. 无人机螺旋桨破损（安全）/)
})
