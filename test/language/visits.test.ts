import { understand } from '#src/language/understand.ts'
import type { VisitHeard } from '#src/language/understanding.ts'
import { expect, test, describe } from 'vitest'
import { listening, REGISTRY, WANG } from './city.ts'
import { SENTENCES } from './sentences.ts'
import { SPOKEN_REPORTS } from './spoken-reports.ts'
import { shown } from './show.ts'

const told = (text: string) => shown(understand(text, REGISTRY, listening()))

describe('visits with their schools, days, findings and terms', () => {
  test.each(SENTENCES)('%s', (text, lines) => expect(told(text)).toEqual(lines))
  test.each(SPOKEN_REPORTS)('%s', (text, lines) => expect(told(text)).toEqual(lines))
})

test('a form filled in line by line', () =>
  expect(
    told(
      '学校：文清路小学\n日期：11月18日上午\n问题：1.食堂留样记录不全（严重）；2.消防通道堆放桌椅\n整改期限：11月28日',
    ),
  ).toEqual(['S01 2025-11-18 am | 食堂留样记录不全 !serious →2025-11-28 | 消防通道堆放桌椅 →2025-11-28']))

describe('findings', () => {
  const visit = (text: string): VisitHeard => {
    const heard = understand(text, REGISTRY, listening(WANG))
    if (heard.intent !== 'log_visit' || !heard.visits[0]) throw new Error(`${text}: ${heard.intent}`)
    return heard.visits[0]
  }

  test('each keeps the characters it came from, as they were written', () => {
    const text = '今天四中，灭火气过期３具；食唐留样不全'
    const { findings } = visit(text)
    expect(findings.map((each) => each.text)).toEqual(['灭火气过期３具', '食唐留样不全'])
    expect(findings.map(({ span }) => text.slice(...span))).toEqual(findings.map((each) => each.text))
    expect(findings.map(({ matter }) => matter)).toEqual(['safety', 'canteen_health'])
  })

  test('methods and counts', () => {
    const { methods, counts, findings } = visit(
      '今天四中听了两节课，查资料5份，问卷20份，座谈6人，列席会议1次，校园巡视2圈，教案没写完',
    )
    expect(methods).toEqual([
      'lesson_observation',
      'document_review',
      'questionnaire',
      'discussion_visit',
      'meeting_attendance',
      'campus_patrol',
    ])
    expect(counts).toEqual({
      lessons: 2,
      documents: 5,
      questionnaires: 20,
      discussions: 6,
      meetings: 1,
      patrols: 2,
    })
    expect(findings.map(({ text }) => text)).toEqual(['教案没写完'])
  })

  test('no issue is only said where none is reported anywhere in the visit', () => {
    expect(visit('今天四中，消防没问题，食堂留样不全')).toMatchObject({
      noIssue: false,
      findings: [{ text: '食堂留样不全' }],
    })
    expect(visit('今天四中，消防没问题')).toMatchObject({ noIssue: true, findings: [] })
    expect(visit('今天去了四中')).toMatchObject({ noIssue: false, findings: [] })
  })
})
