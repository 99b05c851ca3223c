import { momentText, type Instant } from '#src/domain/day.ts'
import { doneText } from './handled.ts'

const PAPERS: Record<string, string> = {
  visit: '督导记录',
  notice: '整改通知',
  report: '整改报告',
  request: '延期或异议',
  proposal: '审批',
  person: '人员',
}

/** To the office that suspends an account: what its holder did on his last day. */
export function actsText(name: string, acts: readonly { kind: string; at: Instant }[]): string {
  const lines = acts.flatMap(({ kind, at }) => {
    const paper = PAPERS[kind.split('.')[0] as string]
    const done = doneText(kind)
    return paper && done ? [`· ${momentText(at)} ${paper}：${done}`] : []
  })
  return lines.length > 0 ? [`${name}最近一天办理：`, ...lines].join('\n') : `${name}最近一天没有办理事项。`
}

/** What has happened to a notice before somebody new gets it in hand. */
export function handoverNote(past: {
  round: number
  extensions: number
  signer: { name: string; at: Instant } | null
}): string {
  return [
    `移交：第${past.round}轮`,
    past.extensions > 0 ? `已延期${past.extensions}次` : '没有延期',
    past.signer ? `${past.signer.name}于${momentText(past.signer.at)}签收` : '还没有签收',
  ].join('，')
}

/** To whoever asks what is kept about him. */
export function aboutMeText(kept: {
  who: string
  phone: string | null
  schools: readonly string[]
  records: number
  office: readonly string[]
}): string {
  return [
    `您的登记：${kept.who}${kept.phone ? `，电话 ${kept.phone}` : ''}。`,
    ...(kept.schools.length > 0 ? [`责任学校：${kept.schools.join('、')}。`] : []),
    `您名下的督导记录 ${kept.records} 条。您办过的每一步（时间、身份、原话）随业务档案保存。`,
    '您发来的消息和我发的消息保存 30 天，之后删除；照片去掉位置和设备信息后随记录保存。',
    `登记有误，请联系督导办${kept.office.length > 0 ? `（${kept.office.join('、')}）` : ''}更正。`,
  ].join('\n')
}
