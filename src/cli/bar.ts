const WIDTH = 30

/** One line of a terminal that is drawn over itself: `正在写入 training.csv [#####-----] 50%`. */
export function drawBar(doing: string, share: number): void {
  const done = Math.round(share * WIDTH)
  const line = `${doing} [${'#'.repeat(done)}${'-'.repeat(WIDTH - done)}] ${Math.floor(share * 100)}%`
  process.stderr.write(`\r${line}${share >= 1 ? '\n' : ''}`)
}
