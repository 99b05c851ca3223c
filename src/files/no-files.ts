import { UserError } from '#src/domain/errors.ts'
import type { Files } from '#src/domain/ports.ts'

/** A host without a disk keeps no photos, and says so to whoever sends one. */
export const noFiles: Files = {
  keepImage: () => Promise.reject(new UserError('这个部署不保存照片')),
  read: () => Promise.reject(new Error('this host keeps no files')),
  forget: () => Promise.resolve(),
}
