/** What a proxy adds: behind one, somebody else than the person at this machine is asking. */
const FORWARDING =
  /^(forwarded|x-forwarded-.+|x-real-ip|x-client-ip|x-original-.+|via|cf-.+|true-client-ip)$/i

/** Whether a request came through a proxy: then its loopback address says nothing about who asks. */
export const isForwarded = (headers: Headers): boolean =>
  [...headers.keys()].some((name) => FORWARDING.test(name))
