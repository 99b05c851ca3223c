import { createRegistry } from '#src/language/schools/registry.ts'
import { understand } from '#src/language/understand.ts'
import { expect, test } from 'vitest'
import { listening } from './city.ts'
import { COUNTIES } from './frames.ts'
import { madeUpVisits } from './made-up-visits.ts'
import { shown } from './show.ts'

test.each(Array.from({ length: 12 }, (_, i) => i + 1))('messages over a random roster, seed %i', (seed) => {
  for (const { text, expected, registry, listening } of madeUpVisits(seed))
    expect({ text, heard: shown(understand(text, registry, listening)) }).toEqual({ text, heard: expected })
})

test.each([
  '确认上报',
  '刚',
  '对',
  '需要',
  '整改通知',
  '校长',
  '算是',
  '复查结果',
  '和',
  '情况如下',
  '限期',
  '好的',
  '没',
  '我校',
  '报的',
  '刚刚',
  '算了',
])('%s over and over does not hold up the reader', (word) => {
  const registry = createRegistry([], COUNTIES)
  for (const text of [word.repeat(60), `${word.repeat(60)}嘎`, `${word}嘎`.repeat(40)])
    expect(understand(text, registry, listening()).intent).toEqual(expect.any(String))
})
