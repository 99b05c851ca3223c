import type { EntryKind } from '#src/domain/entry.ts'
import type { Line } from '#src/policy/checks/check.ts'
import type { Hearer } from '#src/policy/checks/told.ts'
import { encodeAction } from '../action.ts'
import type { Button } from '../card.ts'
import { schoolIn } from './told.ts'

/** The button that does the thing; or why there is none. */
type ToldAct = ((line: Line) => Button) | { none: string }

const main = (label: string, action: string): Button => ({ label, action, style: 'main' })

const begins =
  (label: string, kind: EntryKind, of: (line: Line) => string = ({ check }) => check) =>
  (line: Line): Button =>
    main(label, encodeAction({ act: 'begin_entry', id: of(line), seq: 0, arg: kind }))

/** 记一次: the draft of a visit to the school. */
export const visitButton = (school: string): Button =>
  main('记一次', encodeAction({ act: 'begin_visit', id: school, seq: 0 }))

const BY_FILE = { none: 'what mends it comes with a file of the office: nothing of it is said in chat' }
const OTHERS_ACT = { none: 'the office that keeps the record acts; he urges it' }

/** By the number of the check and whoever hears of it. */
export const TOLD_ACTS: Record<string, Partial<Record<Hearer, ToldAct>>> = {
  'C2.1': { office: BY_FILE },
  'C3.1': {
    // A meeting that was held lacks its minutes; one that was not is to be held first.
    office: (line) =>
      line.figures['held'] === 0
        ? begins('登记会议', 'meeting')(line)
        : begins('登记纪要', 'meeting_change')(line),
    chief_inspector: OTHERS_ACT,
  },
  'C3.3': { chief_inspector: BY_FILE },
  'C3.4': { unit: OTHERS_ACT },
  'C4.1': { county_office: { none: 'the city evaluates, and keeps the record' } },
  'C5.1': { office: begins('挂牌', 'assignment', schoolIn) },
  'C5.3': { responsible: (line) => visitButton(schoolIn(line)), zone_leader: OTHERS_ACT },
  'C7.1': { office: begins('登记表彰', 'commendation') },
  'C8.1': { office: BY_FILE },
  'C8.2': { office: begins('登记报送', 'filing', ({ subject }) => subject) },
  'C8.3': { office: BY_FILE },
  'C8.4': { office: BY_FILE },
  'C9.1': {
    county_office: {
      none: 'people are appointed by the personnel authorities; their cards come with a file',
    },
  },
  'C10.2': { office: BY_FILE },
  'C10.3': { office: BY_FILE },
  'C10.4': { office: BY_FILE },
  'C10.5': {
    office: begins('续聘', 'inspector_term', ({ person, subject }) => person ?? subject),
    person: { none: 'his office renews the term or lets it end' },
  },
  'C10.6': {
    office: begins('换督学', 'assignment', schoolIn),
    person: { none: 'his office decides who takes the school' },
  },
  'C11.1': { person: begins('登记培训', 'training') },
  'C11.3': { office: { none: 'no system ends an appointment: the office looks into the grounds' } },
}

/** What he who hears of a line can press; none where a press would lead nowhere. */
export function toldButtons(check: string, to: Hearer, line: Line): { buttons?: Button[] } {
  const act = TOLD_ACTS[check]?.[to]
  return typeof act === 'function' ? { buttons: [act(line)] } : {}
}
