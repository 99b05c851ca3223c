import { describe, expect, test } from 'vitest'
import { byteLength, clean, plainMarkdown, plainText, shorten, splitText } from '#src/channels/wecom/text.ts'

test.each([
  ['a\u0000b\tc\u007fd', 'a b c d'],
  ['一\r\n二\n三', '一\n二\n三'],
  ['坏\ud800了', '坏\ufffd了'],
  ['\\u4e2d 和 C:\\users', '＼u4e2d 和 C:\\users'],
  ['😀 & "好"', '😀 & "好"'],
])('clean %j', (text, cleaned) => {
  expect(clean(text)).toBe(cleaned)
})

test('a link in words stays words', () => {
  expect(plainText('<a href="http://x">点我</a> 3 < 4')).toBe('＜a href="http://x">点我＜/a> 3 ＜ 4')
})

test.each([
  ['[点我](http://x) ![](http://x)', '［点我］(http://x) !［］(http://x)'],
  ['**重** _斜_ `码` |表| ~~删~~', '＊＊重＊＊ ＿斜＿ ｀码｀ ｜表｜ ～～删～～'],
  ['# 题\n > 引\n第#3号 > 5', '＃ 题\n ＞ 引\n第#3号 > 5'],
  ['<@all><font>', '＜@all>＜font>'],
])('markdown %j', (text, shown) => {
  expect(plainMarkdown(text)).toBe(shown)
})

test.each([
  ['四个汉字', 4, '四个汉字'],
  ['五个汉字吗', 4, '五个汉…'],
  ['😀😀😀', 3, '😀😀😀'],
  ['😀😀😀😀', 3, '😀😀…'],
])('%j in %i characters', (text, limit, shown) => {
  expect(shorten(text, limit)).toBe(shown)
})

describe('splitting', () => {
  const joined = (pieces: string[]) => pieces.map((piece) => piece.replace(/^（\d+\/\d+）/, ''))

  test.each([
    ['exactly', 'x'.repeat(60), 1],
    ['one byte more', 'x'.repeat(61), 2],
    ['Han exactly', '字'.repeat(20), 1],
    ['Han and one byte more', '字'.repeat(20) + 'x', 2],
    ['emoji', '😀'.repeat(40), 4],
  ])('%s', (_, text, count) => {
    const pieces = splitText(text, 60)
    expect(pieces).toHaveLength(count)
    for (const piece of pieces) expect(byteLength(piece)).toBeLessThanOrEqual(60)
    expect(joined(pieces).join('')).toBe(text)
    expect(pieces.every((piece) => piece.isWellFormed())).toBe(true)
  })

  test('breaks between lines, and numbers the pieces', () => {
    const lines = ['第一行很长很长很长', '第二行', '第三行很长很长很长', '第四行']
    expect(splitText(lines.join('\n'), 60)).toEqual([
      '（1/2）第一行很长很长很长\n第二行',
      '（2/2）第三行很长很长很长\n第四行',
    ])
  })

  test('a line longer than a piece is broken inside, and nothing is lost', () => {
    const text = `短\n${'字'.repeat(30)}\n尾`
    expect(joined(splitText(text, 60)).join('').replaceAll('\n', '')).toBe(text.replaceAll('\n', ''))
  })

  test('a hundred and more pieces still fit', () => {
    const pieces = splitText('字'.repeat(2000), 60)
    expect(pieces.length).toBeGreaterThan(99)
    for (const piece of pieces) expect(byteLength(piece)).toBeLessThanOrEqual(60)
  })
})
