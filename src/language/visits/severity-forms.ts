import { POINTING } from './pointers.ts'

/** How a severity is stated apart from a finding: in a clause of its own, in brackets, of all in one breath, or announcing what follows. */
export type SeverityForms = {
  alone: RegExp
  bracketed: RegExp
  ofAll: RegExp
  ofLast: RegExp
  announced: RegExp
  introducing: RegExp
}

const WORDS =
  '不(?:算|是)?(?:太|很|特别)?严重|(?:谈|称|算)不上(?:有?多)?严重|不急(?:不慢)?|轻微的?|轻|重(?=的)|小问题|小毛病|小瑕疵|问题不大|重大|特别严重|极其严重|(?:很|非常|比较|较为|较|十分|相当|最|最为|特别|属)?严重(?:得很|的很|得不得了|极了)?|复杂|一般(?:性)?|紧急|(?<=[,。;!\\s【(](?:很|十分|特别|最)?|[这那][个条件]|(?:都|是)[最很]?)急(?:件|的)?(?![一-龥])'
const LEAD =
  '(?:[,，\\s]*(?:都|均|全都|全部|统统|通通|一律|两个|三个)?(?:给我列|给我定|列为?|定|是|属于|属|算|定为|定成|定性为?|认定为?|仍?按|性质|情节|程度|级别|等级|严重程度|问题等级|师德问题|安全问题|分别|依次|各)*[:为]?\\s*)'
const NOUN = '(?:的?(?:安全)?(?:问题|隐患|毛病|级别|等级|情形|风险|违规|违纪|事项))?'

// A deadline that follows without a mark: 前者严重十天内解决.
const TERM =
  '(?:一[个项处](?!月|礼拜|星期|工作)|(?:限|给|也是|立即|立刻|立马|马上|尽快)?(?:[一二两三四五六七八九十半\\d]+(?:天|日|个|周|号|月|小时)|[本这下]周|[本下]?月|今天|明天|后天)|限|必须|立即|立刻|立马|马上|尽快|抓紧|要求|停用|清明|五一|端午|中秋|国庆|元旦|春节|年前|节前|期末|放假)'

/** The forms with our words and those of an office; its words are letters and digits alone, so they are patterns too. */
export function severityForms(own: readonly string[]): SeverityForms {
  const words = [...own, WORDS].join('|')
  return {
    alone: new RegExp(
      `(?<=^|[\\s,。;!?:、()【\\[]|${POINTING}|小问题|严重|轻微|一般)(?:(?:这|以上|上述|前面|就|只|只有|有)?(?:[一二两三四五六七八九十\\d]+|几)?[个条项处件]?(?:问题|隐患)?)${LEAD}(?:${words})${NOUN}(?:处理|对待|论处|记|算|定)?(?:吧|啊|呢|哈|了|的)?(?=$|[\\s,。;!?:、)】\\]]|${POINTING}|${TERM})`,
      'g',
    ),
    bracketed: new RegExp(`[(【\\[]\\s*(?:${words})${NOUN}\\s*[)】\\]]`, 'g'),
    // 灭火器过期三具都是小问题
    ofAll: new RegExp(
      `(?:以?上?(?:都|均|全部|全都?|统统|通通|一律|这?[几两三四五]个都?)(?:是|属于?|算|比较|不)?(?!严重[超不缺损违老破影滞落])|(?:这|那)?[个些]?(?:是|属于?|算)(?=[^,。;\\s]{0,2}(?:小|一般|轻微|严重)))(?:${words})${NOUN}`,
      'g',
    ),
    // 减速带磨平了这个一般
    ofLast: new RegExp(
      `(?<![前后头]面?)(?:这|那)[个条项件](?:问题)?(?:我|肯定|应该|要|可)*(?:是|算|定[为成]?|看|觉得|[一-龥]{2,4}(?:风险|问题|方面)|属于[^,。;\\s]{0,6}|性质|情节|程度|比较|很)*(?:${words})${NOUN}|严重(?:得很|得不得了|极了)`,
      'g',
    ),
    announced: new RegExp(
      `(?:发现|存在|查出|有|还有)?(?:了)?(?:[一二两三四五六七八九十\\d]+|几|一些|部分)?[个条项处]?(?:${words})的?(?:安全)?(?:问题|隐患)(?:共?有?[一二两三四五六七八九十\\d几]+[个条项处])?(?:如下|是)?\\s*[:：,，\\s]`,
      'g',
    ),
    // 严重的是水箱, 一般的有A、B, 急的先说
    introducing: new RegExp(
      `(?<=^|[\\s,。;!?:、)])(?:真正|比较|最)?(?:${words}|急)的(?:就?是|有|就|先说|先讲|放前面|(?:[一两二三四五六七八九\\d]+|几)[个条项点](?:问题)?|(?=[前头末后其第]))[:,\\s]*`,
      'g',
    ),
  }
}
