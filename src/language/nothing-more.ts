import type { Heard } from './hear.ts'
import type { Listening, Understanding } from './understanding.ts'

const NOTHING_MORE =
  /^[\s,。]*(?:(?:我|暂时|目前|就|只|其他|其它|别的|另外|剩下|都|也|再|这些|这样|问题)[的了]?)*(?:没有?|无|不用|不需要|就这些|就这样)(?:其他|其它|别的|什么|啥|要|问题|可|再?加|补充?|[了啦呢哦的])*[\s,。!]*$/
const PHOTOS_LATER =
  /^[^,。;]{0,6}(?:照片|图片?|相片)[^,。;]{0,4}(?:等会|等下|等一下|稍后|稍等|待会|一会|晚点|晚些|回去|回头|下午|晚上|明天|马上|随后|后面|之后)[^,。;]{0,8}(?:发|传|补|给)?|^(?:等会|等下|等一下|稍后|待会|一会儿?|晚点|晚些时候|回去|回头|马上|随后)(?:再|我)*(?:发|补|传|拍)[^,。;]{0,4}(?:照片|图)/

/** With a draft open: 没有了, 就这些; 照片等会发. Neither changes it. */
export function readNothingMore({ plain }: Heard, { draftOpen }: Listening): Understanding | null {
  if (!draftOpen || plain.length > 20) return null
  if (PHOTOS_LATER.test(plain)) return { intent: 'nothing_more', photosLater: true }
  return NOTHING_MORE.test(plain) ? { intent: 'nothing_more', photosLater: false } : null
}
