import { fileURLToPath } from 'node:url'
import { chromium, type Page } from 'playwright-core'
import { chromiumPath } from './chromium.ts'
import { startSample } from './start-sample.ts'

export const PICTURES = fileURLToPath(new URL('../../docs/pictures/', import.meta.url))
/** The suite checks what is shown; the pictures in docs/ are renewed only when asked for. */
export const keepPictures = process.env['PICTURES'] === '1'

export type Opened = { page: Page; close(): Promise<void> }

/** The simulator of a sample city of its own, in a browser; `phones`: whose, where they are not the first ones. */
export async function openPage(phones: readonly string[] = []): Promise<Opened> {
  const running = await startSample()
  const browser = await chromium.launch({
    executablePath: chromiumPath() as string,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-sync',
      '--no-first-run',
    ],
  })
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 } })
  await page.goto(running.address + (phones.length > 0 ? `#${phones.join()}` : ''))
  return {
    page,
    async close() {
      await browser.close()
      await running.stop()
    },
  }
}
