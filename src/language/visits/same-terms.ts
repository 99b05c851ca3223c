import { matchesOf } from '../text.ts'
import type { Token } from './tokens.ts'

type Due = Token & { kind: 'due' }

/** 同日, 同上, 和上条同限, 一样的日子: the deadline that was said before. */
const SAME =
  /(?<=^|[\s,。;、(])(?:也是|还是)?(?:同一?[天日]|同上|同一?个?(?:期限|时间)|同[期限]|一样的?(?:日子|期限|时间)|期限(?:同上|一样)|(?:跟|和|与|同)(?:上|前|头)(?:面|一)?[条个](?:一样|同限|同期|相同))(?=$|[\s,。;、)])/g

/** The deadlines that are told by an earlier one, as deadlines of their own. */
export function sameDues(plain: string, tokens: readonly Token[]): Due[] {
  return matchesOf(plain, SAME).flatMap(({ index, 0: words }): Due[] => {
    const before = tokens.findLast((each): each is Due => each.kind === 'due' && each.span[1] <= index)
    return before ? [{ ...before, span: [index, index + words.length] }] : []
  })
}
