import type { Context, MiddlewareHandler } from 'hono'

/** What a proxy adds: behind one, somebody else than the person at this machine is asking. */
const FORWARDING =
  /^(forwarded|x-forwarded-.+|x-real-ip|x-client-ip|x-original-.+|via|cf-.+|true-client-ip)$/i
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
  if ([...c.req.raw.headers.keys()].some((name) => FORWARDING.test(name))) return '请求经过了代理'
  if (!['same-origin', 'none'].includes(c.req.header('sec-fetch-site') ?? 'none')) return '请求来自其他网站'
  const origin = c.req.header('origin')
  return origin === undefined || origin === `http://${host}` ? null : '请求来自其他网站'
}
