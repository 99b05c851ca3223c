import { remembered } from '../remembered.ts'

/** Words of a question or of a wish to be shown something, wherever they stand. */
const ASKING =
  /[?？]|吗|呢(?!子)|什么|啥|哪[些几个位所家里年天一]|谁|多少|几[个所位名人条次回件项天份节家点号](?!月)|有没有|是否|怎么样|如何|咋样|列[出个一下]|列了?$|名单|清单|单子|查(?:一?下|一查|查)|看(?:一?下|看|到吗)|给我|发我|告诉我|想(?:问|知道|看)|帮我(?:查|看|列|统计)|够不够|够了没|了没有?[\s。]*$|没有?[\s。]*$|没[,，\s]*(?:谁|哪|在)|([一-龥])不\1|怎么(?!样)|为什么|为啥|到哪一?步|排个?名|排名|情况|进度|进展|结果$|多不多|来着|(?:专职|公办|公立|先|男)还是/

/** Whether a message asks. A wish counts: 名单给我. */
export const asks = remembered((plain) => ASKING.test(plain))

const RULE =
  /依据|规定|条例|文件要求|(?:必须|至少|应该?|要)(?:去|到|下校|督导|完成|做|满)?(?:几|多少)|算不算|算(?:学时)?吗|算不|算数|有(?:啥|什么)区别|合规|行不|行吗|可以吗|能不能|要写(?:哪|什么)|允许|怎么算|一般(?:多少|几|多久)|(?:几|多少)年一次|期限是?(?:多|几)|多久(?:一次|要)|怎么办|怎么处理/

/** 一学期至少要去几次, 8学时算吗: what the rules say, not what is on record. */
export const asksRule = (plain: string): boolean => RULE.test(plain)
