import type { Day } from '#src/domain/day.ts'
import { asksRule } from './asking.ts'
import type { Heard } from '../hear.ts'

/** What people ask the rules about; the finer topic stands before the wider one that its words also fit. */
const TOPICS = {
  papers_apart: /(?=.*意见书)(?=.*(?:整改)?通知书?)|督导意见书(?:是什么|算什么|有啥用)/,
  reinspection_apart: /(?=.*复核)(?=.*复查)/,
  interview_apart: /(?=.*约谈)(?=.*(?:座谈|谈话|聊))/,
  online_hours:
    /(?=.*(?:网络|线上|网课|平台|慕课|直播|视频|自学))(?=.*(?:学时|研修|课|培训))(?!.*(?:作业|学生|孩子))/,
  school_hours:
    /(?=.*(?:学校|校本|本校|片区|教研组|集团)(?:自己)?[^,。]{0,4}(?:搞|办|组织|培训|研修))(?=.*(?:学时|培训))/,
  lecture_hours: /(?=.*(?:讲座|主讲|授课|参观|外出|外省|跟岗))(?=.*学时)/,
  training_hours: /(?<!教师)学时|(?:督学|集中)[^,。]{0,4}培训/,
  retired_share: /(?=.*退休)(?=.*(?:占比|比例|百分之|上限|最多|几成|四成|40))/,
  retired_years: /退休.{0,12}(?:聘|当督学|几年|多久|两年|2年)|返聘|岁[^,。]{0,4}(?:聘|当)/,
  principal_term: /(?:校长|园长|一个任期|任期内?)[^。]{0,12}综合督导|综合督导[^。]{0,12}(?:任期|校长)/,
  term: /(?:聘期|任期|连聘|连任|续聘|聘几|几届|一聘|聘书)(?!.*(?:校长|园长))/,
  procedure: /(?=.*(?:聘任|聘督学|选聘|督学))(?=.*(?:公示|程序|流程|步骤))/,
  recusal:
    /回避|亲戚|督自己|(?:在编老师|校长|老师)[^,。]{0,4}(?:自己)?(?:当|兼)督学|原(?:来的)?学校|自己(?:的)?学校[^,。]{0,3}督/,
  conditions: /(?=.*督学)(?=.*(?:条件|资格|学历|要求|本科|门槛))/,
  ratio: /(?=.*督学)(?=.*(?:配比|配多少|配几|比例|万名|学生数|编制))/,
  load: /(?:一[名个位人]|每[名个位人]?)[^,。]{0,3}督学[^,。]{0,8}(?:几|多少)|责任区[^,。]{0,6}(?:多少|几)|最多[管挂包](?:几|多少)/,
  plenary: /(?=.*(?:督委会|督导委|委员会|全会|全体会))(?=.*(?:几次|一年|每年|必须|多久|至少|取消))/,
  visits_month: /(?:每月|一个月|几个月|月月)[^。]{0,6}(?:次|趟|回)/,
  visits_semester:
    /(?:学期|一年|督学|督导|去|下校|到校|入校|经常性)[^。]{0,10}(?:几|多少|2|两)(?:次|趟|回)|(?:几次|多少次|多久一次)/,
  plaque_new: /新(?:建|办|开|设)[^,。]{0,6}(?:挂|牌|督学)/,
  plaque: /挂牌|公示牌|挂督学|标牌/,
  card: /督学证|亮证|证件/,
  night:
    /(?:夜里|晚上|半夜|随时)[^,。]{0,6}(?:入校|进校|查|督导)|拒绝[^,。]{0,4}(?:督学|进门|督导)|不让[^,。]{0,3}进/,
  formal_notice: /(?=.*(?:综合|专项)督导)(?=.*(?:通知|几个人|几名|成员|提前|组))/,
  school_cycle: /综合督导|(?:几|多少)年(?:要)?(?:督导|一轮|一次|一遍)/,
  government: /督政|县(?:级)?政府[^,。]{0,6}(?:督导|评价|几年)|履职评价|履行教育职责/,
  committee: /成员单位|督委会(?:组成|由|有哪)|(?:二十二|22)家/,
  chief: /总督学/,
  commendation: /表彰|评先|通报表扬/,
  interview_record: /约谈[^,。]{0,6}(?:笔录|记录|签字|归档|报送|材料)/,
  interview: /约谈/,
  appeal: /申诉|(?=.*(?:问责|处理))(?=.*(?:复核|不服|不满意))/,
  accountability: /问责|不整改[^,。]{0,4}(?:后果|怎么|会)|拒不|屡教/,
  objection: /异议|不属实|申辩|不认可/,
  extension: /延期|宽限|延长|展期/,
  reinspection: /复查|回头看|核查/,
  close_out: /销号/,
  sign: /签收|签字|签名|亲笔|盖章/,
  severity: /(?=.*(?:一般|严重|小问题|重大|复杂))(?=.*(?:问题|隐患|区分|标准|怎么分|区别))/,
  report: /整改报告/,
  working_days: /工作日/,
  rectification_days: /整改[^,。]{0,6}(?:期限|时限|几天|多久|多少天|时间)|(?:期限|时限)/,
  withdraw: /(?:撤回|作废|撤销|取消)[^,。]{0,4}(?:通知|记录)/,
  record_days: /(?:督导)?记录[^,。]{0,8}(?:几天|多久|什么时候|补|晚)|补录/,
  methods: /督导方式|听课[^,。]{0,4}(?:要|必须|几节)|哪几种方式/,
  publication: /公开|公示|公布/,
  money: /经费|预算|津贴|补助|报销|差旅|交通费/,
  studio: /工作室/,
} as const

export type RuleTopic = keyof typeof TOPICS

export type RuleAsked = {
  intent: 'query_rule'
  topic: RuleTopic
  /** 2023年9月1号退休，现在聘可以吗: the day that the answer is to be reckoned from. */
  day: Day | null
}

/** Whether something is laid down, and what: rather than what has happened. */
const RULE =
  /哪一?[条部]|写没写|有没有写|哪个文件|文件|条例|依据|出处|明文|法规|法定|政策|制度上|规定|合规|合不合规|违规|违不违|必须|强制|非得|是不是(?:也|都)?[要得]|要不要|用不用|需不需要|有没有权|算不算|算学时|认不认|行不|能不能|可不可以|有效|标准|上限|是不是一回事|怎么(?:算|定|分|区分)|有(?:什么|啥)不(?:一样|同)|后果|区别|几(?:年|届|天|日|种|家|名|所|回|次|个人)|多少(?:天|次|名|所|人)|多久|百分之几|吗|(?<![这那怎什])么|要紧|在谁|归谁|什么行为|为什么|为啥|谁批|延期谁|含不含|怎么折|怎么处罚/

/**
 * 「一学期至少要去几次，依据是啥」: a question about the rules themselves, whoever asks it; null where no rule that we know is
 * asked about. A school that is named makes it a question about that school.
 */
export function readRuleQuestion({ plain, schools, dates }: Heard): RuleAsked | null {
  if (schools.length > 0 || EVENT.test(plain) || !(asksRule(plain) || RULE.test(plain))) return null
  const [found] = Object.entries(TOPICS).filter(([, words]) => words.test(plain))
  if (!found) return null
  const topic = found[0] as RuleTopic
  const day = topic === 'retired_years' ? (dates.find(({ day }) => day !== null)?.day ?? null) : null
  return { intent: 'query_rule', topic, day }
}

/** Somebody else is asked, or about something that has happened. */
const EVENT = /[你您]|昨天|今天|前天|上次|刚才|哪条路|新闻|建议/
