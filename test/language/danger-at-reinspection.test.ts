import { expect, test } from 'vitest'
import { understand } from '#src/language/understand.ts'
import { LI, listening, REGISTRY } from './city.ts'

const intentOf = (text: string): string => understand(text, REGISTRY, listening(LI)).intent

test.each([
  '今天去四中复查，围墙要倒了，学生就在旁边',
  '复查七中 教学楼着火了',
  '四中复查发现厨房煤气泄漏',
  '四中复查 煤气还在泄漏 没修',
  '急！复查文清时楼梯塌了',
])('a danger that is met at a reinspection alarms: %s', (text) =>
  expect(intentOf(text)).toBe('report_urgent'),
)

test('one that is over was heard before', () =>
  expect(intentOf('复查四中煤气泄漏那条，已修好，销号')).toBe('reinspect'))
