/** Where a command says what it has to say; standard output is for results, standard error for everything else. */
export type Terminal = {
  out(line: string): void
  err(line: string): void
  /** Draws how much of something long is done, from 0 to 1; only where somebody looks on. */
  bar?(doing: string, share: number): void
}

/** One command of `npm run dudao`. */
export type Command = {
  /** What follows the command's name. */
  usage: string
  zh: string
  en: string
  /** Resolves to the exit code: 0 done, 1 something was refused. Wrong use is a UserError or ConfigError. */
  run(args: string[], terminal: Terminal): Promise<number>
}
