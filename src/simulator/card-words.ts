import type { CardBody } from './card-rules.ts'

const WORDS = ['title', 'desc', 'sub_title_text', 'quote_text', 'text', 'replace_text']

/** All words on a card, as a person would read them, a line each. */
export const cardWords = (card: CardBody): string => wordsIn(card).join('\n')

function wordsIn(part: unknown, name = ''): string[] {
  if (typeof part === 'string') return WORDS.includes(name) && part !== '' ? [part] : []
  if (Array.isArray(part)) return part.flatMap((one) => wordsIn(one))
  if (typeof part !== 'object' || part === null) return []
  if ('keyname' in part) return [`${part.keyname}：${'value' in part ? part.value : ''}`]
  return Object.entries(part).flatMap(([field, value]) => wordsIn(value, field))
}
