import { describe, expect, test } from 'vitest'
import { day } from '#src/domain/day.ts'
import { findDates } from '#src/language/dates.ts'
import { LI, listening } from './city.ts'

const TEACHING = [
  { from: day('2025-09-01'), to: day('2026-01-16') },
  { from: day('2026-03-02'), to: day('2026-07-03') },
  { from: day('2026-09-01'), to: day('2027-01-22') },
]
const due = (text: string, today: string, teaching = TEACHING) =>
  findDates(text, listening(LI, { today: day(today), teaching })).map((each) => each.day)

describe('with a school calendar', () => {
  test.each([
    ['本学期末前改完', '2025-11-18', '2026-01-16'],
    ['期末前改完', '2025-11-18', '2026-01-16'],
    ['这学期内改完', '2025-11-18', '2026-01-16'],
    ['下学期末前改完', '2025-11-18', '2026-07-03'],
    ['放寒假前改完', '2025-11-18', '2026-01-16'],
    ['暑假前改完', '2025-11-18', '2026-07-03'],
    ['开学前改完', '2026-01-20', '2026-03-02'],
    ['开学第一天交', '2026-01-20', '2026-03-02'],
    ['开学第一周内交', '2026-01-20', '2026-03-08'],
    ['期末前改完', '2026-01-16', '2026-01-16'],
    ['期末前改完', '2026-01-17', '2026-07-03'],
  ])('%s, said on %s', (text, today, on) => expect(due(text, today)).toEqual([on]))
})

test.each(['期末前改完', '开学前改完', '放暑假前改完', '开学第一周交', '期中前改完'])(
  '%s: no day without one',
  (text) => expect(due(text, '2025-11-18', [])).toEqual([null]),
)
