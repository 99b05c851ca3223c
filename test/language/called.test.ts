import { expect, test } from 'vitest'
import { mayBeCalled } from '#src/language/schools/called.ts'
import { REGISTRY } from './city.ts'

test.each<[boolean, string, string]>([
  [true, '火车站旁边那所幼儿园', '蓝天幼儿园'],
  [true, '河边的小学', '文清路小学'],
  [true, '闻清鹿小学', '文清路小学'],
  [true, '文请', '文清路小学'],
  [true, '河边那个学校', '第七中学'],
  [false, '火车站旁边那所幼儿园', '文清路小学'],
  [false, '红星幼儿园', '蓝天幼儿园'],
  [false, '第八小学', '实验小学'],
  [false, '第八中学', '文清路小学'],
  [false, '小学', '文清路小学'],
])('%s: %s for %s', (may, words, name) => expect(mayBeCalled(words, name, REGISTRY.soundOf)).toBe(may))
