import type { ExitGround } from '#src/domain/records.ts'
import { dayText } from '#src/domain/day.ts'
import { basicConditions } from '#src/policy/checks/c10.3-basic-conditions.ts'
import { procedure } from '#src/policy/checks/c10.4-procedure.ts'
import { exitGrounds } from '#src/policy/checks/c11.3-exit-grounds.ts'
import { studioFunds } from '#src/policy/checks/c11.4-studio-funds.ts'
import { unsettledCosts } from '#src/policy/checks/c12.3-unsettled-costs.ts'
import type { Line } from '#src/policy/checks/check.ts'
import type { Answer, Row } from './answer.ts'
import { isFine, levelText, tally } from './level.ts'
import { count, linesOf, listIn, personOf, type Looked } from './looked.ts'

const STEPS: Record<string, string> = {
  recommended_on: '推荐',
  vetted_on: '审核',
  notice_from: '公示起',
  notice_to: '公示止',
  published_on: '公布',
}
const CONDITIONS: Record<string, string> = {
  degree: '学历',
  years: '教育工作满10年',
  record: '实绩',
  time: '督导时间',
  health: '身体状况',
  assessment: '考核',
  card: '信息卡',
}

/** 「聘任进度」: which steps an appointment lacks (C10.4), and who lacks a condition or its proof (C10.3). */
export function procedureAnswer(looked: Looked): Answer {
  const [steps, conditions] = [linesOf(looked, procedure), linesOf(looked, basicConditions)]
  const open = conditions.filter((line) => !isFine(line))
  return {
    title: `${looked.placeName}督学聘任`,
    lead: [
      steps.length > 0 ? `在办和在聘的兼职聘任 ${steps.length} 项：${tally(steps)}` : '没有兼职聘任的登记。',
      `任职条件 ${conditions.length} 名：${conditions.length > 0 ? tally(conditions) : '数据不足'}`,
    ],
    rows: [
      ...steps.filter((line) => !isFine(line)).map((line) => stepRow(line, looked)),
      ...open.map((line) => conditionRow(line, looked)),
    ],
    clauses: ['M', 'R-7'],
  }
}

function stepRow(line: Line, { nameOf }: Looked): Row {
  const [days, missing] = [line.figures['notice_days'], listIn(line, 'missing')]
  return {
    name: nameOf.person(personOf(line)),
    facts: [
      ...(days === null ? [] : [`公示 ${String(days)} 个工作日`]),
      missing.length > 0
        ? `缺${missing.map((each) => STEPS[each] ?? each).join('、')}日期`
        : line.level === 'warning'
          ? '没有备案'
          : '步骤先后不对或公示不足 7 个工作日',
    ],
    level: levelText(line),
  }
}

function conditionRow(line: Line, { nameOf }: Looked): Row {
  const named = (figure: string) =>
    listIn(line, figure)
      .map((each) => CONDITIONS[each] ?? each)
      .join('、')
  const [failed, missing] = [named('failed'), named('missing')]
  return {
    name: nameOf.person(personOf(line)),
    facts: [...(failed ? [`不符合：${failed}`] : []), ...(missing ? [`没有登记：${missing}`] : [])],
    level: levelText(line),
  }
}

const GROUNDS: Record<ExitGround['ground'], string> = {
  neglect: '贻误工作',
  falsified: '弄虚作假',
  abuse: '滥用职权',
  no_recusal: '应回避未回避',
  hazard_ignored: '隐患未督促',
  absence: '无故不参加',
  failed_assessment: '考核不合格',
  penalty: '受处分',
  complaint: '投诉属实',
}

/** 「督学退出」: grounds that wait for a decision; nobody is ever removed by it (C11.3). */
export function exitAnswer(looked: Looked): Answer {
  const open = linesOf(looked, exitGrounds).filter((line) => !isFine(line))
  return {
    title: `${looked.placeName}督学退出情形`,
    rows: open.map((line) => ({
      name: looked.nameOf.person(personOf(line)),
      facts: [
        line.evidence.map((each) => GROUNDS[each as ExitGround['ground']] ?? each).join('、'),
        '待处理',
      ],
      level: levelText(line),
    })),
    none: '没有待处理的退出情形。',
    notes: ['助手只列情形，是否解聘由督导机构决定。'],
    clauses: ['S-11', 'R-26'],
  }
}

/** 「首席督学工作室」: the funds of each studio this year (C11.4). */
export const studiosAnswer = (looked: Looked): Answer => ({
  title: `${looked.placeName}首席督学工作室${looked.view.year}年经费`,
  rows: linesOf(looked, studioFunds).map((line) => {
    const amount = line.figures['amount']
    const lead = looked.view.records.studios.find(({ studio }) => studio === line.subject)?.lead
    return {
      name: line.subject,
      facts: [
        ...(lead ? [looked.nameOf.person(lead)] : []),
        amount === null ? '没有登记经费' : `${Number(amount).toLocaleString('en-US')} 元`,
      ],
      level: levelText(line),
    }
  }),
  none: '没有登记首席督学工作室。',
  clauses: ['S-11'],
})

const ITEMS: Record<string, string> = {
  communication: '通信',
  transport: '交通',
  board: '食宿',
  labour: '劳务',
  other: '其他',
}

/** 「我的交通补助」: what an inspector has laid out and not been paid back; an office reads the oldest first (C12.3). */
export function claimsAnswer(looked: Looked): Answer {
  const lines = linesOf(looked, unsettledCosts).toSorted(
    (a, b) => count(b, 'oldest_days') - count(a, 'oldest_days'),
  )
  const open = lines.filter((line) => count(line, 'unsettled') > 0)
  return {
    title: `${looked.person ? looked.nameOf.person(looked.person) : looked.placeName}未结清的督导费用`,
    rows: open.map((line) => claimRow(line, looked)),
    none: lines.length > 0 ? '都已结清。' : '没有费用的登记。',
    notes: ['结清期限没有统一规定，超过 60 天提示是默认标准；标准请问本县督导办。'],
    clauses: ['S-12'],
  }
}

function claimRow(line: Line, { nameOf, person, view }: Looked): Row {
  const own = view.records.claims.filter((row) => row.userid === personOf(line) && row.settledOn === null)
  return {
    name: nameOf.person(personOf(line)),
    facts: [
      `未结清 ${count(line, 'unsettled')} 笔`,
      `最久 ${count(line, 'oldest_days')} 天`,
      ...(person
        ? own.map(({ item, incurredOn }) => `${dayText(incurredOn, view.day)}${ITEMS[item] ?? item}`)
        : []),
    ],
    level: levelText(line),
  }
}
