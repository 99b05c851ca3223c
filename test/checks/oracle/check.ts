import { knownFrom, type Known } from './known.ts'
import { isBeforeRecords, type Check, type Found, type Line } from './line.ts'
import { procedure, partTimeTerms } from './measure-10-terms.ts'
import { basicConditions, retiredTwoYears, retireeShare } from './measure-10-people.ts'
import { recusal } from './measure-10-recusal.ts'
import { exitGrounds, fortyHours, studioFunds } from './measure-11.ts'
import { fiveYearFloor, yearlyEvaluation } from './measure-4.ts'
import { load, plaqueCoverage } from './measure-5-inspectors.ts'
import { appraisalRules, privateSchools, schoolCycle } from './measure-5-places.ts'
import { principalTerms } from './measure-5-terms.ts'
import { monthlyVisits, twoVisits } from './measure-5-visits.ts'
import { filings, interviewRecord, jointOrganizers, outcomes } from './measure-8.ts'
import { ratio, stages } from './measure-9.ts'
import * as first from './measures-1-3.ts'
import { budgetLine, costRules, countyPlans, unsettledCosts } from './measures-12-14.ts'
import { commendation, loopIntegrity, monitoringRegister, publication } from './measures-6-7.ts'
import { byCodePoint, type Files } from './rows.ts'

/** In the order of the check numbers, each with its clause. */
const CHECKS: [check: string, clause: string, lines: Check][] = [
  ['C1.1', 'S-1', first.committeeRoster],
  ['C2.1', 'S-2', first.chiefInspectors],
  ['C3.1', 'S-3', first.plenary],
  ['C3.2', 'S-3', first.committeeRules],
  ['C3.3', 'S-3', first.directLine],
  ['C3.4', 'S-3', first.memberTasks],
  ['C4.1', 'S-4', yearlyEvaluation],
  ['C4.2', 'R-14', fiveYearFloor],
  ['C5.1', 'G-1', plaqueCoverage],
  ['C5.2', 'G-1', load],
  ['C5.3', 'R-14', twoVisits],
  ['C5.3b', 'D', monthlyVisits],
  ['C5.4', 'S-5', principalTerms],
  ['C5.5', 'R-14', schoolCycle],
  ['C5.6', 'S-5', privateSchools],
  ['C5.7', 'S-5', appraisalRules],
  ['C6.1', 'S-6', monitoringRegister],
  ['C7.1', 'S-7', commendation],
  ['C7.2', 'S-7', publication],
  ['C7.3', 'S-7', loopIntegrity],
  ['C8.1', 'S-8', interviewRecord],
  ['C8.2', 'S-8', filings],
  ['C8.3', 'S-8', jointOrganizers],
  ['C8.4', 'S-8', outcomes],
  ['C9.1', 'S-9', ratio],
  ['C9.2', 'S-9', stages],
  ['C10.1', 'S-10', retireeShare],
  ['C10.2', 'S-10', retiredTwoYears],
  ['C10.3', 'R-7', basicConditions],
  ['C10.4', 'M', procedure],
  ['C10.5', 'R-6', partTimeTerms],
  ['C10.6', 'R-10', recusal],
  ['C11.1', 'S-11', fortyHours],
  ['C11.3', 'S-11', exitGrounds],
  ['C11.4', 'S-11', studioFunds],
  ['C12.1', 'S-12', budgetLine],
  ['C12.2', 'S-12', costRules],
  ['C12.3', 'S-12', unsettledCosts],
  ['C14.1', 'S-14', countyPlans],
]

const SOFT = ['C5.4', 'C10.1']

/** What `check --at D --json` must print for the files, line by line. */
export function oracleOf(files: Files): (D: string) => Line[] {
  const knownOn = knownFrom(files)
  return (D) => linesOf(knownOn(D))
}

function linesOf(known: Known): Line[] {
  const printed = new Map<string, Found[]>()
  const lines: Line[] = []
  for (const [check, clause, find] of CHECKS) {
    const found = find(known, (earlier) => printed.get(earlier) ?? []).map((each) => asPrinted(known, each))
    found.sort((a, b) => byCodePoint(a.subject, b.subject))
    printed.set(check, found)
    for (const { subject, place, level, figures, ...line } of found) {
      const soft = level === 'breach' && SOFT.includes(check)
      lines.push({ check, subject, level, soft, figures, clause: line.clause ?? clause, place })
    }
  }
  return lines
}

/** B2.13: a warning or breach that rests on a time before the records of the place began is `unknown`. */
function asPrinted(known: Known, found: Found): Found {
  const isSevere = found.level === 'warning' || found.level === 'breach'
  return isSevere && isBeforeRecords(known, found.place, found.begins)
    ? { ...found, level: 'unknown' }
    : found
}
