import { LEXICON_KIND_NAMES } from '#src/language/lexicon/own-words.ts'
import { WITHDRAWN, type Kind } from './kind.ts'

/** Words of an office's own (docs/lexicon.md). */
export const lexicon: Kind = {
  id: 'lexicon',
  heading: '词',
  key: ['kind', 'word'],
  columns: [
    { id: 'kind', heading: '类别', type: 'enum', need: 'value', values: LEXICON_KIND_NAMES },
    { id: 'word', heading: '词', type: 'word', need: 'value' },
    { id: 'means', heading: '含义', type: 'word', need: 'value' },
    WITHDRAWN,
  ],
}
