import type { Context, MiddlewareHandler } from 'hono'
import { isForwarded } from '#src/watch/from-here.ts'

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i

/**
 * Lets in only who sits at this machine: no other host name (DNS rebinding), no proxy, no page of another site. The
 * simulator speaks for every person of the database, so nobody else may reach it.
 */
export const onlyFromHere: MiddlewareHandler = async (c, next) => {
  const why = refusalOf(c)
  if (why !== null) return c.text(`模拟器只供本机使用：${why}。The simulator answers this machine only.`, 403)
  return next()
}

function refusalOf(c: Context): string | null {
  const host = c.req.header('host') ?? new URL(c.req.url).host
  if (!LOOPBACK.test(host)) return '地址不是本机'
  if (isForwarded(c.req.raw.headers)) return '请求经过了代理'
  if (!['same-origin', 'none'].includes(c.req.header('sec-fetch-site') ?? 'none')) return '请求来自其他网站'
  const origin = c.req.header('origin')
  return origin === undefined || origin === `http://${host}` ? null : '请求来自其他网站'
}
