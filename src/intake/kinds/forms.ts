/** What texts and numbers of a fixed form must look like: each says what is wrong with a value, and what to write instead. */

/** `2026-2027-1`: the school year and its first or second half. */
export function semester(written: string | number): string | undefined {
  const [, from, to] = /^(\d{4})-(\d{4})-[12]$/.exec(String(written)) ?? []
  return Number(from) + 1 === Number(to)
    ? undefined
    : `「${written}」不是学期。请写成 2026-2027-1（第一学期）或 2026-2027-2（第二学期）。`
}

/** `2026-09:22`: how many days are taught in a month. */
export function schoolDaysOfMonth(written: string | number): string | undefined {
  const [, month, days] = /^\d{4}-(\d{2}):(\d{1,2})$/.exec(String(written)) ?? []
  return Number(month) >= 1 && Number(month) <= 12 && Number(days) <= 31
    ? undefined
    : `「${written}」看不明白。请写成 2026-09:22，几个月之间用 | 隔开。`
}

/** A year that a record can be about. */
export const yearOfRecord = (year: string | number): string | undefined =>
  Number(year) >= 1980 && Number(year) <= 2100 ? undefined : `「${year}」不像年份。请写四位数，例如 2026。`

/** As certificates have them: by the half hour. */
export const halfHours = (hours: string | number): string | undefined =>
  Number(hours) > 0 && Number.isInteger(Number(hours) * 2)
    ? undefined
    : `学时「${hours}」不对。请写大于 0、以 0.5 为单位的数，例如 8 或 7.5。`
