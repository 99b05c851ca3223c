/** What one run of requests gave. Latencies are in milliseconds. */
export type Figures = { perSecond: number; p50: number; p99: number; failed: number }

/** The value below which that part of all samples lies; `sorted` goes up. */
export const quantile = (sorted: ArrayLike<number>, part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0

export function figuresOf(latencies: Float64Array, seconds: number, failed: number): Figures {
  const sorted = latencies.toSorted()
  return {
    perSecond: latencies.length / seconds,
    p50: quantile(sorted, 0.5),
    p99: quantile(sorted, 0.99),
    failed,
  }
}

/** How long each call takes, in milliseconds, lowest first. */
export function timed(calls: readonly (() => unknown)[]): Float64Array {
  const took = calls.map((call) => {
    const begun = performance.now()
    call()
    return performance.now() - begun
  })
  return Float64Array.from(took).sort()
}

/** What is alive, in bytes: once garbage is collected, where `--expose-gc` lets it be. */
export function heldBytes(): number {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

/** Lines of a table whose columns stand under one another; a Han character is two columns wide. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => width(row[i] ?? ''))))
  const cell = (text: string, i: number) => {
    const blanks = ' '.repeat((widths[i] ?? 0) - width(text))
    return i === 0 ? text + blanks : blanks + text
  }
  return rows.map((row) => row.map(cell).join('  ')).join('\n')
}

const width = (text: string): number => text.length + (text.match(/[⺀-￦]/g)?.length ?? 0)
