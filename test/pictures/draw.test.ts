import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { day, instantOf } from '#src/domain/day.ts'
import type { CountiesPicture, HoursPicture, Picture } from '#src/domain/picture.ts'
import { counties } from '#src/pictures/counties.ts'
import { draw } from '#src/pictures/draw.ts'
import { BLUE, GREEN } from '#src/pictures/frame.ts'
import { hours } from '#src/pictures/hours.ts'

const AT = instantOf('2026-11-23T16:05:09+08:00')
const FRAME = { day: day('2026-11-23'), source: '依据：《督学管理暂行办法》第十五条' }
/** The platform refuses a larger one. */
const MOST_BYTES = 2 * 1024 * 1024

const ofHours = (title: string, rows: HoursPicture['rows'] = [{ name: '张丽', verified: 26, pending: 8 }]) =>
  ({ ...FRAME, kind: 'hours', title, need: 40, rows }) satisfies Picture
const PLACES: CountiesPicture = {
  ...FRAME,
  kind: 'counties',
  title: '各县（市、区）专职督学配备',
  unit: '人',
  need: null,
  rows: ['章贡区', '赣县区', '寻乌县', '上犹县'].flatMap((place) => [
    { place, value: 12, need: 13, level: 'breach' },
    { place: `${place}新区`, value: null, level: 'unknown' },
  ]),
}
const OVERDUE: Picture = {
  ...FRAME,
  kind: 'overdue',
  title: '全市逾期整改',
  weeks: Array.from({ length: 26 }, (_, i) => ({ until: day('2026-11-22'), overdue: i % 9 })),
}

const same = (one: Uint8Array, other: Uint8Array) => Buffer.from(one).equals(other)

/** The dark pixels of a part of a picture. */
async function dark(png: Uint8Array, part: { left: number; top: number; width: number; height: number }) {
  const grey = await sharp(png).extract(part).greyscale().raw().toBuffer()
  return grey.reduce((count, value) => count + (value < 110 ? 1 : 0), 0)
}

/** Where the nth character of the title must be. */
const titleAt = (n: number) => ({ left: 36 + n * 38, top: 34, width: 38, height: 44 })

describe('type is there', () => {
  // A font that resvg cannot use leaves blanks without an error.
  const names = '章赣寻乌犹崇雩堃喆燊〇'
  const title = draw(ofHours(names), AT)
  test.each([...names].map((char, i) => [char, i] as const))('%s has its strokes', async (_, i) => {
    expect(await dark(title, titleAt(i))).toBeGreaterThan(60)
  })

  test('and where nothing is written nothing is dark', async () => {
    expect(await dark(title, titleAt(names.length))).toBe(0)
  })

  test('a character that is in no table has the mark of printers, and its neighbours stay', () => {
    expect(same(draw(ofHours('刘𠮷祥'), AT), draw(ofHours('刘〓祥'), AT))).toBe(true)
  })
})

describe.each<[string, Picture]>([
  ['hours', ofHours('寻乌县督学 2026 年培训学时')],
  ['counties', PLACES],
  ['overdue', OVERDUE],
])('the picture of %s', (_, picture) => {
  test('is as wide as a phone, and the platform takes it', async () => {
    const png = draw(picture, AT)
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 750 })
    expect(png.length).toBeLessThan(MOST_BYTES)
  })

  test('is the same for the same moment, so that a second try is the same message; later it is another', () => {
    const [first, second] = [draw(picture, AT), draw(picture, AT)]
    expect(same(first, second)).toBe(true)
    expect(same(first, draw(picture, instantOf('2026-11-23T16:05:10+08:00')))).toBe(false)
  })
})

test('a city of forty counties and a county of sixty inspectors still go', () => {
  const people = Array.from({ length: 60 }, (_, i) => ({ name: `督学${i}`, verified: i, pending: 40.5 }))
  expect(draw(ofHours('全县', people), AT).length).toBeLessThan(MOST_BYTES)
  const rows = Array.from({ length: 5 }, () => PLACES.rows).flat()
  expect(draw({ ...PLACES, rows }, AT).length).toBeLessThan(MOST_BYTES)
})

test('a long title goes on in a second line and hides nothing', async () => {
  const [short, long] = ['赣州市', '赣州市'.repeat(9)].map((title) => draw(ofHours(title), AT))
  const heights = await Promise.all([short!, long!].map(async (png) => (await sharp(png).metadata()).height))
  expect(heights[1]).toBeGreaterThan(heights[0]!)
  expect(await dark(long!, { left: 36, top: 84, width: 38, height: 44 })).toBeGreaterThan(60)
})

describe('what stands in it', () => {
  const series = (chart: { option: object }) => (chart.option as { series: { data: unknown[] }[] }).series
  const figures = (chart: { option: object }) =>
    (chart.option as { yAxis: { data: { value: string }[] }[] }).yAxis[1]!.data.map(({ value }) => value)

  test('exactly forty hours are met, half an hour less is not; pending ones count for nothing', () => {
    const chart = hours(
      ofHours('', [
        { name: '甲', verified: 40, pending: 0 },
        { name: '乙', verified: 39.5, pending: 8 },
      ]),
    )
    expect(series(chart)[0]!.data).toMatchObject([
      { itemStyle: { color: GREEN } },
      { itemStyle: { color: BLUE } },
    ])
    expect(figures(chart)).toEqual(['40', '39.5（待核验 8）'])
  })

  test('what cannot be told has no bar and says so; the key names only what is there', () => {
    const chart = counties({ ...PLACES, rows: PLACES.rows.slice(0, 2) })
    expect(figures(chart)).toEqual(['12 / 13', '数据不足'])
    expect(chart.key.map(([, meaning]) => meaning)).toEqual(['未达标', '数据不足', '应有'])
  })

  test('places stand in the order given', () => {
    const [names] = (counties(PLACES).option as { yAxis: { data: string[] }[] }).yAxis
    expect(names?.data).toEqual(PLACES.rows.map(({ place }) => place))
  })
})
