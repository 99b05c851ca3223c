import type { WhoSaid } from '#src/domain/entry.ts'
import type { PersonHeard } from '../people.ts'

/** A person who was named: the account, or where it is not told from others, the words. */
export const whoSaid = ({ userid, text }: PersonHeard): WhoSaid =>
  userid ? { who: userid } : { called: text.replace(/(?:督学?|老师|同志)$/, '') }
