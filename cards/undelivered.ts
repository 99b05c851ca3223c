import { clockText, type Instant } from '#src/domain/day.ts'

/** To whoever caused an urgent message that reached nobody: the phone is faster now. */
export const urgentFailedText = (name: string, why: string): string =>
  `给${name}的紧急通知没有送达：${why}。请直接打电话。`

/** The same while it is still being tried; the moment keeps it true when this is read late. */
export const urgentNotYetText = (name: string, why: string, at: Instant): string =>
  `给${name}的紧急通知到${clockText(at)}还没有送达：${why}。请直接打电话。`
