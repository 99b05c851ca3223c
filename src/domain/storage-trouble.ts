const MENDS: [code: RegExp, mend: string][] = [
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)/, 'the disk is full: free space where DATABASE_PATH lies'],
  [
    /^(SQLITE_READONLY|EROFS|EACCES|EPERM)/,
    'nothing can be written: let the user that runs the assistant write to the folder of DATABASE_PATH',
  ],
  [/^(SQLITE_IOERR|SQLITE_CORRUPT|SQLITE_NOTADB|EIO)/, 'the disk fails: look at it, then restore a backup'],
]

/** How to mend the disk where it is to blame for an error; null for any other error. */
export function storageTrouble(error: unknown): string | null {
  for (let each = error; each instanceof Error; each = each.cause) {
    const code = 'code' in each ? String(each.code) : ''
    const found = MENDS.find(([pattern]) => pattern.test(code))
    if (found) return found[1]
  }
  return null
}
