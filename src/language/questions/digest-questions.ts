import type { Heard } from '../hear.ts'
import { countyIn } from '../counties.ts'
import type { Registry } from '../schools/registry.ts'
import type { Listening, Understanding } from '../understanding.ts'

const SPAN = '(?:本|这个?|上个?)(?:周|星期|月)'
const ASK = '(?:请|麻烦|帮我|给我|我要|发|看|查|来|出|要|一下|下|一份|份|个)*'
const TAIL = '(?:怎么样|如何|发我|发给我|给我|看看|看一下|一下|呢|吧)?[\\s。?!]*$'
const NOW = '现在|目前|最近'
const PLACE = '(?:全市|全[县区]|[我本][县区]|[^,。]{1,4}[县区])'
const BRIEF = '(?:小结|总结|简报|周报|月报|汇总)'
/** 教学小结 and 会议小结 are other people's: without a week or month it must be ours by name, or bare. */
const DIGEST = new RegExp(
  `^${ASK}(?:[^,。]{0,8}?${SPAN}[^,。]{0,6}?(?:${BRIEF}|情况|进展)|[^,。]{0,8}?(?:督导(?:小结|简报)|周报|月报)|(?:小结|简报)|(?:${NOW})?${PLACE}(?:${NOW})?是?(?:啥|什么|总体|整体)(?:督导)?情况)${TAIL}`,
)
const UNDELIVERED =
  /(?:消息|通知|提醒)[^,。]{0,6}(?:没|未)有?(?:送达|送到|发到|发出去)|(?:没|未)(?:有)?(?:送达|送到|发出去)的(?:消息|通知|提醒|有|$)/

/** What an office asks of the week: 「本周小结」「章贡区本周督导情况」「哪些消息没送达」. A school named asks about that school. */
export function readDigestQuestion(
  heard: Heard,
  registry: Registry,
  listening: Listening,
): Understanding | null {
  const { plain, schools } = heard
  if (schools.length > 0) return null
  if (UNDELIVERED.test(plain)) return { intent: 'query_undelivered' }
  return DIGEST.test(plain) ? digestMeant(heard, registry, listening) : null
}

/** The summary of the week or month that is named, else of this week. */
export function digestMeant({ plain }: Heard, registry: Registry, listening: Listening): Understanding {
  const length = plain.includes('月') ? 'month' : 'week'
  return {
    intent: 'query_digest',
    county: countyIn(plain, registry, listening.speaker)?.value ?? null,
    span: /上/.test(plain) ? `last_${length}` : length,
  }
}
