import { isRecordKind } from '#db/filing.ts'
import type { Kind, KindId } from './kinds/kind.ts'
import { KINDS } from './kinds.ts'
import { lexiconShelf } from './shelves/lexicon.ts'
import { recordShelf } from './shelves/records.ts'
import { personShelf, placeShelf, schoolShelf } from './shelves/roster.ts'
import type { Shelf } from './shelves/shelf.ts'

const OWN: Partial<Record<KindId, Shelf>> = {
  places: placeShelf,
  schools: schoolShelf,
  people: personShelf,
  lexicon: lexiconShelf,
}

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
