import { anyOf } from '../text.ts'
import type { SchoolHeard } from '../understanding.ts'

const NOT_GONE = new RegExp(
  `^[\\s,:]*(?:(?:也|都|我|还|又|就|因为?|由于)*|[^,。;\\s]{1,8}?)(?:${anyOf('没有?去 没进 没轮到 没开门 没让我?进 没去[成上得] 没看成 进不去 过不去 去不[了成] 不让进 不归我 下[周次回]再[去看] 改天再?[去看] 不是我(?:的|挂的|管的)')})`,
)

/** 八中不归我, 一小没去成, 蒲公英我没进去: a school that is named to say that it was not visited. */
export function notVisited(plain: string, { span }: SchoolHeard, next: SchoolHeard | undefined): boolean {
  return NOT_GONE.test(plain.slice(span[1], next?.span[0] ?? plain.length))
}
