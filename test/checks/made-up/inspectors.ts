import type { Files } from '../oracle/rows.ts'
import { plusDays, yearOf } from '../oracle/days.ts'
import { daysFrom, edges, monthsFrom } from './chance.ts'
import type { City } from './city.ts'

export function assignmentRows({ chance, today, codes, userids }: City): Files[string] {
  const found: Files[string] = []
  for (const inspector of userids)
    for (const school of chance.some(codes, chance.pick(0, 0.1, 0.2, 0.3)))
      for (let i = chance.pick(1, 1, 2); i > 0; i--) {
        const from = chance.day(today, ...monthsFrom(today, -12, -24, -6))
        found.push({
          inspector,
          school,
          from,
          to: chance.end(from, 0.65, today, ...monthsFrom(today, 6, -1)),
          override_reason: chance.pick('', '', '', '县督导办同意'),
          withdrawn: chance.often(0.05) ? 'true' : '',
        })
      }
  return found
}

export function trainingRows({ chance, today, userids }: City): Files[string] {
  const found: Files[string] = []
  const Y = yearOf(today)
  for (const userid of userids)
    for (let i = chance.pick(0, 1, 3, 6, 9); i > 0; i--) {
      // Some meet, directly or through others.
      const spring = [10, 12, 14, 16, 18].map((date) => `${Y}-03-${date}`)
      const end_on = chance.day(
        today,
        ...edges(today),
        ...(chance.often(0.5) ? spring : []),
        `${Y - 1}-05-05`,
      )
      found.push({
        userid,
        title: `第${i}期`,
        form: chance.pick(
          'concentrated',
          'concentrated',
          'concentrated',
          'concentrated',
          'online',
          'self_study',
        ),
        organizer_level: chance.pick('county', 'city', 'province', 'national', 'county', 'school'),
        start_on: plusDays(end_on, -chance.int(0, 4)),
        end_on,
        hours: chance.pick('8', '10', '16', '19.5', '20', '20', '30', '39.5', '40', '0.5', '12.5', '9.5'),
        verified: chance.pick('true', 'true', 'true', '', 'false'),
        verified_on: chance.maybe(0.6, today, end_on),
        not_duplicate: chance.pick('', '', 'true', 'false'),
        withdrawn: chance.often(0.05) ? 'true' : '',
      })
    }
  return found
}

export function exitRows({ chance, today, userids }: City): Files[string] {
  return chance.some(userids, 0.25).map((userid) => ({
    userid,
    ground: chance.pick('neglect', 'absence', 'no_recusal', 'complaint'),
    noted_on: chance.day(today),
    decided_on: chance.maybe(0.6, today),
    withdrawn: chance.often(0.1) ? 'true' : '',
  }))
}

export function claimRows({ chance, today, userids }: City): Files[string] {
  const found: Files[string] = []
  for (const userid of chance.some(userids, 0.5))
    for (let i = chance.int(1, 3); i > 0; i--)
      found.push({
        userid,
        incurred_on: chance.day(today, ...daysFrom(today, -60, -61, -10)),
        item: chance.pick('communication', 'transport', 'board', 'labour', 'other'),
        amount: chance.pick('20', '35.5', '100'),
        settled_on: chance.maybe(0.5, today),
        withdrawn: chance.often(0.05) ? 'true' : '',
      })
  return found
}
