import { existsSync } from 'node:fs'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The Chromium of this machine (CHROMIUM_PATH, else the usual places), or null. */
export function chromiumPath(): string | null {
  const named = process.env['CHROMIUM_PATH']
  return [...(named ? [named] : []), ...PLACES].find((path) => existsSync(path)) ?? null
}
