import { UserError } from '#src/domain/errors.ts'
import type { Terminal } from './command.ts'

/** 1 with the reason where something about the files, not about the way of calling, was refused. */
export async function orRefused({ err }: Terminal, doing: () => Promise<number>): Promise<number> {
  try {
    return await doing()
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    err(error.message)
    return 1
  }
}
