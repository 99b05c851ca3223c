import { reply, plan, type Plan } from '../plan.ts'

const SAID: Record<string, string> = {
  location: '位置收到了，但位置不能代替督导记录。请直接说去了哪所学校、有什么问题。',
  link: '链接我打不开。请直接把内容发给我。',
}

/** What we do not handle is kept and answered politely; events that nobody caused by hand stay without a word. */
export function onUnsupported(what: string): Plan {
  const said = SAID[what]
  if (said) return reply(said)
  return what.startsWith('event:') ? plan({}) : reply('这类消息我还不会处理，请用文字告诉我。')
}
