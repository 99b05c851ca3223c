import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '#src/domain/day.ts'
import { sampleCity } from '#src/intake/sample-city.ts'
import { keepPictures, openPage, PICTURES, type Opened } from './open-page.ts'

const CHIEF = sampleCity(day('2026-11-23')).people.find(({ role }) => role === 'chief_inspector')!.userid

let opened: Opened
let page: Page

beforeAll(async () => {
  opened = await openPage(['li_min', 'zhou_wen', CHIEF])
  page = opened.page
})
afterAll(() => opened?.close())

const phone = (userid: string): Locator => page.locator(`[data-testid=phone][data-userid=${userid}]`)

async function asks(userid: string, words: string): Promise<void> {
  const input = phone(userid).getByTestId('input')
  await input.fill(words)
  await input.press('Enter')
}

const sees = (userid: string, words: string | RegExp) =>
  phone(userid).getByText(words).last().waitFor({ timeout: 20_000 })

/** The picture that comes along has been drawn and loaded: it has a width of its own. */
const seesPicture = (userid: string) =>
  expect
    .poll(
      () =>
        phone(userid)
          .locator('img')
          .last()
          .evaluate((image: unknown) => (image as { naturalWidth: number }).naturalWidth)
          .catch(() => 0),
      { timeout: 30_000 },
    )
    .toBeGreaterThan(700)

test('answers from the records come with a picture where one says more', async () => {
  await asks('li_min', '我学时够了吗')
  await sees('li_min', /40/)
  await seesPicture('li_min')
  await asks('zhou_wen', '督学学时情况')
  await sees('zhou_wen', /章贡区.*学时/)
  await seesPicture('zhou_wen')
  await asks(CHIEF, '全市专职督学配备情况 哪些县没达标')
  await sees(CHIEF, /全市合计/)
  await seesPicture(CHIEF)
  if (keepPictures) await page.screenshot({ path: `${PICTURES}6-records.png` })
}, 90_000)
