import { RECORD_TABLES, type RecordKind } from '#db/filing.ts'
import type { Kind, KindId } from './kinds/kind.ts'
import { KINDS } from './kinds.ts'
import { assignmentShelf } from './shelves/assignments.ts'
import { caseShelf } from './shelves/cases.ts'
import { holidayShelf } from './shelves/holidays.ts'
import { lexiconShelf } from './shelves/lexicon.ts'
import { recordShelf } from './shelves/records.ts'
import { personShelf, placeShelf, schoolShelf } from './shelves/roster.ts'
import { settingShelf } from './shelves/settings.ts'
import type { Shelf } from './shelves/shelf.ts'
import { visitShelf } from './shelves/visits.ts'

const OWN: Partial<Record<KindId, Shelf>> = {
  places: placeShelf,
  holidays: holidayShelf,
  settings: settingShelf,
  schools: schoolShelf,
  people: personShelf,
  assignments: assignmentShelf,
  visits: visitShelf,
  cases: caseShelf,
  lexicon: lexiconShelf,
}

const isRecordKind = (kind: KindId): kind is KindId & RecordKind => kind in RECORD_TABLES

function shelfFor(kind: Kind): Shelf {
  const { id } = kind
  const own = OWN[id]
  if (own) return own
  if (!isRecordKind(id)) throw new Error(`the rows of ${id} have no shelf`)
  return recordShelf({ ...kind, id })
}

/** Where the rows of each kind are kept. */
export const SHELVES = Object.fromEntries(KINDS.map((kind) => [kind.id, shelfFor(kind)])) as Record<
  KindId,
  Shelf
>
