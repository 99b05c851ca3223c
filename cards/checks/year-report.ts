import { dayText, yearOf } from '#src/domain/day.ts'
import type { Table } from '#src/domain/table.ts'
import type { Check } from '#src/policy/checks/check.ts'
import { CHECKS } from '#src/policy/checks/list.ts'
import { sourceText } from '../sources.ts'
import { isWorse, levelText, tally } from './level.ts'
import type { Looked } from './looked.ts'

/** What December's report is made of besides the records: the five numbers and the three worst, line by line. */
export type YearReport = {
  looked: Looked
  /** Those of which an office has begun to keep the records here. */
  checks: readonly Check[]
  numbers: readonly string[]
}

/** What goes before the draft: what it is, and that sending it is the office's. */
export const yearReportText = ({ looked: { placeName, view } }: YearReport): string =>
  [
    `${placeName}${yearOf(view.day)}年教育督导工作报告（草稿）见随附表格，有五项数字、需重点关注的单位和各条措施的情况，按${dayText(view.day)}在册的记录统计。`,
    '请核对、修改后由督导办报送督委会；助手不报送、不公布。',
  ].join('\n')

/** The draft itself, to be put right and signed. */
export function yearReportTable({ looked, checks, numbers }: YearReport): Table {
  const title = `${looked.placeName}${yearOf(looked.view.day)}年教育督导工作报告（草稿）`
  const unkept = CHECKS.filter((check) => !checks.includes(check) && (looked.whole || !check.cityOnly))
  return {
    name: title,
    headings: ['检查项目', '措施', '结论', '依据', '情况'],
    rows: checks.flatMap((check) => checkRow(looked, check)),
    form: {
      title,
      lead: [...numbers, '各条措施的情况：'],
      foot: [
        ...(unkept.length > 0
          ? [`没有登记记录、未列入：${unkept.map(({ name }) => name).join('、')}。`]
          : []),
        '本表只列事实和依据，不打分。草稿由督导办核对、修改后报送督委会；助手不报送、不公布。',
        '核对人：　　　　　　　　　　　　　　年　　月　　日',
      ],
    },
  }
}

/** 「专职督学配备」 of measure 9, at its worst level with how many are at each. */
function checkRow({ lines }: Looked, { id, name, clause }: Check): string[][] {
  const own = lines.filter((line) => line.check === id).toSorted(isWorse)
  const [worst] = own
  return worst ? [[name, measureOf(id), levelText(worst), sourceText(clause), tally(own)]] : []
}

/** The checks are numbered by the measure that they are of. */
const measureOf = (id: string): string => `第${id.slice(1).split('.')[0]}条`
