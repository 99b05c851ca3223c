import { Refusal } from './refusal.ts'

export type SignedQuery = { msg_signature: string; timestamp: string; nonce: string }

/** The parameters of a POST callback, each there exactly once. */
export const signedQuery = (url: string): SignedQuery =>
  readQuery(url, ['msg_signature', 'timestamp', 'nonce'])

/** The parameters of a GET, by which WeCom checks that the address is ours (WeCom D90930). */
export const echoQuery = (url: string): SignedQuery & { echostr: string } =>
  readQuery(url, ['msg_signature', 'timestamp', 'nonce', 'echostr'])

// Not URLSearchParams: that reads `+` as a space, and a ciphertext may come with a bare `+`.
function readQuery<Name extends string>(url: string, names: readonly Name[]): Record<Name, string> {
  const pairs = url
    .slice(url.indexOf('?') + 1)
    .split('&')
    .map(readPair)
  const one = (name: Name): [Name, string] => {
    const [value, ...more] = pairs.filter((pair) => pair[0] === name).map((pair) => pair[1])
    if (!value || more.length > 0) throw new Refusal('query')
    return [name, value]
  }
  return Object.fromEntries(names.map(one)) as Record<Name, string>
}

function readPair(pair: string): [name: string, value: string] {
  const equals = pair.indexOf('=')
  if (equals < 0) return [pair, '']
  try {
    return [pair.slice(0, equals), decodeURIComponent(pair.slice(equals + 1))]
  } catch {
    throw new Refusal('query')
  }
}
