import { expect, test } from 'vitest'
import { day, instantOf } from '#src/domain/day.ts'
import type { Picture } from '#src/domain/picture.ts'
import { draw } from '#src/pictures/draw.ts'
import { createPictures } from '#src/pictures/pictures.ts'

const AT = instantOf('2026-11-23T16:05:09+08:00')
const PICTURE: Picture = {
  kind: 'overdue',
  title: '全市逾期整改',
  day: day('2026-11-23'),
  source: '依据：《教育督导条例》第二十条',
  weeks: [
    { until: day('2026-11-15'), overdue: 4 },
    { until: day('2026-11-22'), overdue: 2 },
  ],
}
const processes = () => process.getActiveResourcesInfo().filter((each) => each === 'ProcessWrap').length

test('the process draws what the same data give anywhere, one after the other, and ends with the last', async () => {
  const before = processes()
  const pictures = createPictures()
  const both = await Promise.all([pictures.draw(PICTURE, AT), pictures.draw(PICTURE, AT)])
  for (const png of both) expect(Buffer.from(png).equals(draw(PICTURE, AT))).toBe(true)
  await expect.poll(processes).toBe(before)
})

test('a picture that cannot be drawn takes no other with it', async () => {
  const pictures = createPictures()
  const broken = pictures.draw({ ...PICTURE, kind: 'nothing' } as unknown as Picture, AT)
  const whole = pictures.draw(PICTURE, AT)
  await expect(broken).rejects.toThrow()
  expect((await whole).length).toBeGreaterThan(10_000)
})
