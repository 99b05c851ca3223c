import { z } from 'zod'

/** A robot's key as its address shows it; never printed, not even a wrong one. */
const KEY = /^[0-9A-Za-z-]{16,64}$/

/** `city=KEY;章贡区=KEY`: the robots that take the digest, by place. Every wrong entry is an issue of its own. */
export const DigestWebhooks = z.string().transform((written, ctx): ReadonlyMap<string, string> => {
  const webhooks = new Map<string, string>()
  const entries = written.split(/[;；\n]/).map((entry) => entry.trim())
  for (const [i, entry] of entries.entries()) {
    if (entry === '') continue
    const at = entry.indexOf('=')
    const place = entry.slice(0, Math.max(at, 0)).trim()
    const key = entry.slice(at + 1).trim()
    const wrong = wrongIn(place, key, webhooks)
    if (wrong) ctx.addIssue(`第 ${i + 1} 项${place && `「${place}」`}${wrong}`)
    else webhooks.set(place, key)
  }
  return webhooks
})

function wrongIn(place: string, key: string, before: ReadonlyMap<string, string>): string | null {
  if (place === '') return '应写成「地区=KEY」，全市写 city=KEY'
  if (!KEY.test(key)) return '的 KEY 不对，请复制机器人 Webhook 地址里 key= 后面的部分'
  return before.has(place) ? '写了两次' : null
}

/** Those of the places that the roster does not know, the city's `city` aside: nothing would ever go to their groups. */
export const unknownPlaces = (webhooks: ReadonlyMap<string, string>, counties: readonly string[]): string[] =>
  [...webhooks.keys()].filter((place) => place !== 'city' && !counties.includes(place))
