import { mkdirSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepPictures, openPage, PICTURES, type Opened } from './open-page.ts'

let opened: Opened
let page: Page

beforeAll(async () => {
  opened = await openPage()
  page = opened.page
})
afterAll(() => opened?.close())

/** A week on the way may bring hundreds of messages. */
const SLOW = { timeout: 90_000 }

const phone = (userid: string): Locator => page.locator(`[data-testid=phone][data-userid=${userid}]`)
const li = () => phone('li_min')
const chen = () => phone('chen_zhiyuan')

async function says(who: Locator, words: string): Promise<void> {
  const input = who.getByTestId('input')
  await input.fill(words)
  await input.press('Enter')
}

const press = (who: Locator, label: string): Promise<void> =>
  who
    .locator('[data-testid=card][data-state=pressable]')
    .getByRole('button', { name: label, exact: true })
    .last()
    .click()

const sees = (who: Locator, words: string | RegExp) =>
  who.getByText(words).last().waitFor({ timeout: 10_000 })

async function picture(name: string): Promise<void> {
  if (!keepPictures) return
  mkdirSync(PICTURES, { recursive: true })
  await page.screenshot({ path: `${PICTURES}${name}.png` })
}

test('a newcomer closes a rectification in the simulator, as README tells', async () => {
  await says(li(), '昨天下午去了文清路小学，食堂留样记录不全，消防通道堆了桌椅，月底前改完')
  await sees(li(), '督导记录和整改通知（待确认）')
  await picture('1-draft')
  await press(li(), '确认')
  await sees(li(), /已记录，编号 章贡-\d\d-0001/)
  await sees(chen(), /整改通知 章督整〔\d{4}〕1号/)
  await picture('2-notice')
  await press(chen(), '签收')
  await sees(chen(), /已签收。请在/)
  await says(chen(), '留样和通道都改好了')
  await press(chen(), '确认上报')
  await sees(li(), /待复查/)
  await press(li(), '全部合格')
  await sees(li(), /复查合格，Z-00001、Z-00002 已销号/)
  await sees(chen(), /复查合格，已销号/)
  await picture('3-closed')
}, 60_000)

test('nothing overflows, on a laptop and on a phone', async () => {
  for (const size of [
    { width: 1280, height: 860 },
    { width: 375, height: 812 },
  ]) {
    await page.setViewportSize(size)
    expect(await overflowing()).toEqual([])
    if (size.width === 375) await picture('4-phone')
  }
})

/** Elements of the page that are wider than their own box. As text: the page has a DOM, this suite has none. */
const overflowing = () =>
  page.evaluate<string[]>(`
    [...document.querySelectorAll('[data-testid=card], [data-testid=card] *, [data-testid=message]')]
      .filter((each) => each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0)
      .map((each) => each.tagName + '.' + each.className + ': ' + each.textContent.slice(0, 40))`)

test('the clock moves business time on', async () => {
  await page.setViewportSize({ width: 1280, height: 860 })
  const clock = page.locator('#clock')
  const before = await clock.textContent()
  await page.getByRole('button', { name: '+1天' }).click()
  await expect.poll(() => clock.textContent(), SLOW).not.toBe(before)
})

test('next Monday the office reads its digest, and the group the numbers', async () => {
  await page.getByRole('button', { name: '下周一' }).click()
  await page.getByText(/时钟已拨到 .*（周一）08:40/).waitFor(SLOW)
  await expect.poll(() => page.locator('#clock').textContent(), SLOW).toMatch(/（周一）08:4\d/)
  await sees(phone('zhou_wen'), /章贡区上周督导小结/)
  await sees(phone('zhou_wen'), /本学期还没有督导的学校/)
  await li().getByRole('tab', { name: '督学工作群' }).click()
  await sees(li(), /全市上周督导小结/)
  await picture('5-monday')
}, 120_000)
