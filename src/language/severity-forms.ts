/** How a severity is stated apart from a finding: in a clause of its own, in brackets, or announcing what follows. */
export type SeverityForms = { alone: RegExp; bracketed: RegExp; announced: RegExp }

const WORDS =
  '不严重|不算严重|轻微|小问题|小毛病|小瑕疵|问题不大|重大|特别严重|极其严重|(?:很|非常|比较|较为|较|十分|相当|最|最为)?严重|复杂|一般'
const LEAD =
  '(?:[,，\\s]*(?:都|均|全都|全部|两个|三个)?(?:是|属于|属|算|定为|定成|按|性质|情节|程度|级别|等级|严重程度|问题等级)*[:为]?\\s*)'
const NOUN = '(?:的?(?:安全)?(?:问题|隐患|毛病|级别|等级|情形|风险))?'

/** The forms with our words and those of an office; its words are letters and digits alone, so they are patterns too. */
export function severityForms(own: readonly string[]): SeverityForms {
  const words = [...own, WORDS].join('|')
  return {
    alone: new RegExp(
      `(?<=^|[\\s,。;!?:、(【\\[])(?:(?:这|以上|上述|前面|就|只|只有|有)?(?:[一二两三四五六七八九十\\d]+|几)?[个条项处]?(?:问题|隐患)?)${LEAD}(?:${words})${NOUN}(?:处理|对待|论处)?(?=$|[\\s,。;!?:)】\\]])`,
      'g',
    ),
    bracketed: new RegExp(`[(【\\[]\\s*(?:${words})${NOUN}\\s*[)】\\]]`, 'g'),
    announced: new RegExp(
      `(?:发现|存在|查出|有|还有)?(?:了)?(?:[一二两三四五六七八九十\\d]+|几|一些|部分)?[个条项处]?(?:${words})的?(?:安全)?(?:问题|隐患)(?:如下|是)?\\s*[:：,，\\s]`,
      'g',
    ),
  }
}
