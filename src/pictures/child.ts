import type { Asked, Answered } from './pictures.ts'
import { draw } from './draw.ts'

/** The process that pictures.ts starts: one answer for each question. It ends when nobody can ask any more. */
process.on('message', ({ picture, at }: Asked) => process.send?.(answerTo(picture, at)))

function answerTo(...asked: Parameters<typeof draw>): Answered {
  try {
    return { png: draw(...asked) }
  } catch (error) {
    return { why: String(error) }
  }
}
