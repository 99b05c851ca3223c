import { dayText, daysBetween, type Day } from '#src/domain/day.ts'

/** A case as the draft of a paper tells of it. */
export type PaperCase = {
  no: string
  noticeNo: string
  receipt: string
  office: string
  school: string
  inspector: string
  foundOn: Day
  text: string
  due: Day
  round: number
  verdictNote: string | null
  today: Day
}

const facts = (shown: PaperCase): string[] => [
  `${dayText(shown.foundOn, shown.today)}督导发现「${shown.text}」（记录 ${shown.receipt}，整改通知 ${shown.noticeNo}，编号 ${shown.no}）。`,
  ...(shown.round > 1
    ? [`已整改${shown.round - 1}轮，复查不合格${shown.verdictNote ? `：${shown.verdictNote}` : ''}。`]
    : []),
  shown.due < shown.today
    ? `期限${dayText(shown.due, shown.today)}，至${dayText(shown.today)}逾期${daysBetween(shown.due, shown.today)}天，没有收到整改报告。`
    : `本轮期限${dayText(shown.due, shown.today)}。`,
]

const paper = (title: string, lines: readonly string[]): string =>
  [`${title}（草稿，由督导办审定，助手不发文）`, ...lines].join('\n')

/** 督办单: the office presses the school to rectify. Ready to be filled in and issued by the office. */
export const orderText = (shown: PaperCase): string =>
  paper('督办单', [
    shown.office,
    '编号：',
    `${shown.school}：`,
    ...facts(shown),
    '请于　月　日前完成整改并上报整改报告；确有困难的，请书面说明原因和完成计划。',
    `经办督学：${shown.inspector}`,
  ])

/** 约谈建议: with its reason, its evidence and both organizers (policy.md 3.4, C8.3). */
export const interviewText = (shown: PaperCase): string =>
  paper('约谈建议', [
    `被约谈单位：${shown.school}`,
    `组织单位：${shown.office}会同同级教育行政部门`,
    '事由：履行职责不到位（整改不落实）',
    '事实和依据：',
    ...facts(shown),
    `办理：经审批后至少提前3个工作日书面通知学校；约谈形成书面记录，报送当地党委、政府和上级督导办。`,
    `经办督学：${shown.inspector}`,
  ])

/** 通报或问责建议: to the chief inspector, who decides what of it is proposed (policy.md 3.2, R-25). */
export const circularText = (shown: PaperCase): string =>
  paper('通报或问责建议', [
    `对象：${shown.school}`,
    `提出：${shown.office}`,
    '事由：不按要求整改、不报告整改情况（《教育督导条例》第二十五条）',
    '事实：',
    ...facts(shown),
    '建议：通报批评并责令改正；仍不整改或情节严重的，建议主管部门对负责人和直接责任人员依规处理。通报前听取学校说明。',
    `经办督学：${shown.inspector}`,
  ])
