import { describe, expect, test } from 'vitest'
import { readSheet } from '#src/intake/sheet.ts'
import { xlsx } from './xlsx.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const bytes = (...values: number[]) => new Uint8Array(values)

// 「代码,校名」 and 「1,文清路小学」 as Excel on a Chinese Windows writes them.
const GB18030 = Buffer.from('b4fac2eb2cd0a3c3fb0d0a312ccec4c7e5c2b7d0a1d1a70d0a', 'hex')

describe('CSV', () => {
  test.each([
    ['UTF-8', utf8('代码,校名\n1,文清路小学\n')],
    ['UTF-8 with BOM', utf8('\uFEFF代码,校名\n1,文清路小学\n')],
    ['GB18030', GB18030],
    ['CRLF', utf8('代码,校名\r\n1,文清路小学\r\n')],
    ['CR alone', utf8('代码,校名\r1,文清路小学\r')],
    ['mixed line ends, none at the end', utf8('代码,校名\r\n1,文清路小学')],
    ['quotes', utf8('"代码","校名"\n"1","文清路小学"\n')],
  ])('%s', async (_, content) => {
    expect(await readSheet(content)).toEqual({
      headings: ['代码', '校名'],
      rows: [{ line: 2, cells: ['1', '文清路小学'] }],
    })
  })

  test('quoted commas, quotes and line ends stay in their cell', async () => {
    const { rows } = await readSheet(utf8('a,b\n"一,二","说""好""\r\n完"\n'))
    expect(rows).toEqual([{ line: 2, cells: ['一,二', '说"好"\n完'] }])
  })

  test('empty rows are left out and still counted', async () => {
    const { rows } = await readSheet(utf8('a,b\n\n , \n1,2\n,,\n3,4\n'))
    expect(rows.map((row) => row.line)).toEqual([4, 6])
  })
})

describe('XLSX', () => {
  test('the first sheet, every cell as text', async () => {
    const content = xlsx(
      [
        ['学校代码', '名称', '人数', '民办'],
        [{ number: '3607020011' }, ' 文清路小学 ', { number: '1200' }, false],
        [],
        ['3607020012', null, { number: '7.5' }, true],
      ],
      [['另一张表']],
    )
    expect(await readSheet(content)).toEqual({
      headings: ['学校代码', '名称', '人数', '民办'],
      rows: [
        { line: 2, cells: ['3607020011', ' 文清路小学 ', '1200', 'false'] },
        { line: 4, cells: ['3607020012', '', '7.5', 'true'] },
      ],
    })
  })

  test.each([
    ['whole day', '46266', '2026-09-01'],
    ['first minute', '46266.0007', '2026-09-01'],
    ['last minute', '46266.9993', '2026-09-01'],
    ['leap day', '45351', '2024-02-29'],
  ])('a date cell is its day in every zone: %s', async (_, serial, day) => {
    const content = xlsx([
      ['a', 'b'],
      [
        { serial, format: 'built-in' },
        { serial, format: 'chinese' },
      ],
    ])
    expect((await readSheet(content)).rows[0]?.cells).toEqual([day, day])
  })

  test.each([
    ['as Excel stores a float', '0.30000000000000004', '0.3'],
    ['fifteen digits', '360702001100123', '360702001100123'],
    ['sixteen digits: the last are lost', '3607020011001234', '3.60702001100123e+15'],
  ])('numbers: %s', async (_, number, text) => {
    const content = xlsx([['a'], [{ number }]])
    expect((await readSheet(content)).rows[0]?.cells).toEqual([text])
  })
})

describe('what cannot be read says what to do', () => {
  test.each([
    ['empty file', bytes(), '文件是空的。请确认选对了文件。'],
    ['only blank rows', utf8('\n , \n'), '文件里没有内容。第一行要写表头，从第二行起每行一条。'],
    ['no headings', utf8('\n1,2\n'), '第一行是空的。请把表头放在第一行。'],
    ['a blank sheet', xlsx([[]]), '文件里没有内容。第一行要写表头，从第二行起每行一条。'],
    [
      'an old .xls',
      bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
      '这是旧版 .xls 文件或加了密码的表格。请在 Excel 中另存为 .xlsx 或 CSV（不加密码）后再导入。',
    ],
    [
      'UTF-16',
      bytes(0xff, 0xfe, 0x61, 0x00),
      '这是 Unicode 文本。请在 Excel 中另存为“CSV UTF-8（逗号分隔）”或 .xlsx 后再导入。',
    ],
    [
      'a web page named .xls',
      utf8('<html><table><tr><td>1</td></tr></table></html>'),
      '这是网页格式的表格。请用 Excel 打开，另存为 .xlsx 后再导入。',
    ],
    [
      'a picture',
      bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0),
      '认不出这个文件。请在 Excel 中另存为 .xlsx 或“CSV UTF-8（逗号分隔）”后再导入。',
    ],
    [
      'a broken .xlsx',
      utf8('PK\x03\x04 rest'),
      '打不开这个 .xlsx 文件，它可能已损坏。请在 Excel 中重新保存后再导入。',
    ],
    [
      'an open quote',
      utf8('a,b\n1,2\n"3,4\n'),
      '第 3 行附近的引号不成对。请检查英文双引号，或在 Excel 中另存为 .xlsx 后再导入。',
    ],
    ['too many bytes', new Uint8Array(20 * 1024 * 1024 + 1), '文件超过 20 MB。请拆成几个文件，分别导入。'],
    ['too many rows', utf8('a\n' + '1\n'.repeat(100_001)), '文件超过 10 万行。请拆成几个文件，分别导入。'],
  ])('%s', async (_, content, message) => {
    await expect(readSheet(content)).rejects.toThrow(message)
  })
})
