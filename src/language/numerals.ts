const DIGITS = '零一二三四五六七八九'
const VARIANTS: Record<string, string> = {
  〇: '零',
  两: '二',
  俩: '二',
  仨: '三',
  廿: '二十',
  卅: '三十',
  元: '一',
}

/** Source of a pattern for a number as people type it: 12, 十二, 廿五, 两. */
export const NUMERAL = '(?:\\d{1,4}|[零〇一二两俩仨三四五六七八九十廿卅百]{1,5})'

/** The value of 12, 十二, 廿五 or 两; null for what is no number (八一, 十十). */
export function numeralOf(written: string): number | null {
  if (/^\d+$/.test(written)) return Number(written)
  const text = [...written].map((char) => VARIANTS[char] ?? char).join('')
  const parts =
    /^(?:([一二三四五六七八九])百零?)?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(text)
  if (!parts || text === '') return null
  const [, hundreds = '零', tens, ten, ones = '零'] = parts
  return DIGITS.indexOf(hundreds) * 100 + (ten ? DIGITS.indexOf(tens ?? '一') * 10 : 0) + DIGITS.indexOf(ones)
}

/** 12 as 十二; up to 999, which is more than any town numbers its schools. */
export function chineseNumeral(n: number): string {
  const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10]
  const head = hundreds > 0 ? `${DIGITS[hundreds]}百` : ''
  if (tens === 0) return head + (ones === 0 ? '' : (head ? '零' : '') + DIGITS[ones])
  return `${head}${tens === 1 && !head ? '' : DIGITS[tens]}十${ones === 0 ? '' : DIGITS[ones]}`
}
