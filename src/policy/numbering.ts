/**
 * Numbers that people quote (policy.md 8.7) and the name under which papers go out (8.6).
 * A place without a name of its own is the city level (市直).
 */
const stem = (place: string): string => place.replace(/[市县区]$/, '') || place

/** The shortest beginning of a place's name that no other place shares: 章 for 章贡区. */
function shortest(place: string, all: readonly string[]): string {
  const others = all.filter((each) => each !== place)
  for (let length = 1; length < place.length; length++) {
    const start = place.slice(0, length)
    if (!others.some((each) => each.startsWith(start))) return start
  }
  return place
}

const twoDigits = (year: number) => String(year % 100).padStart(2, '0')

/** `章贡-26`: receipts of visits, by place and year. */
export const receiptSeries = (county: string | null, year: number): string =>
  `${county === null ? '市直' : stem(county)}-${twoDigits(year)}`

export const receiptNo = (series: string, n: number): string => `${series}-${String(n).padStart(4, '0')}`

/** `章督整〔2026〕`: notices, by place and year, without leading zeros. */
export const noticeSeries = (county: string | null, year: number, counties: readonly string[]): string =>
  `${county === null ? '市' : shortest(county, counties)}督整〔${year}〕`

/** `章督谈〔2026〕`, `章督综〔2026〕`: interviews and comprehensive supervisions, numbered as notices are. */
export const interviewSeries = (county: string | null, year: number, counties: readonly string[]): string =>
  `${county === null ? '市' : shortest(county, counties)}督谈〔${year}〕`
export const supervisionSeries = (county: string | null, year: number, counties: readonly string[]): string =>
  `${county === null ? '市' : shortest(county, counties)}督综〔${year}〕`

export const noticeNo = (series: string, n: number): string => `${series}${n}号`

/** `章贡区人民政府教育督导委员会办公室`. */
export const officeName = (county: string | null, city: string): string =>
  `${county ?? city}人民政府教育督导委员会办公室`
