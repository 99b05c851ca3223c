import { addYears, dayText, yearOf, type Day } from '#src/domain/day.ts'
import type { RuleTopic } from '#src/language/questions/rule-questions.ts'
import { ACCOUNTABILITY, CITY_MEASURES, INSPECTORS, KINDERGARTEN, PLAQUE, REGULATION } from './sources.ts'

/**
 * What the rules say, each with its document and article; what no rule says and we only remind of by default is called
 * 「默认」. Sources: policy.md, by measure and article.
 */

type Answer = {
  says: string
  /** The documents with their articles; empty where it is only how this assistant works. */
  source: string
}

const DEFAULTS = '以上天数为默认，县里另有规定的从其规定。'

const ANSWERS: Record<RuleTopic, Answer> = {
  papers_apart: {
    says: '督导意见书是专项、综合督导之后，由督导机构向被督导单位发出的正式结论，含限期整改要求；整改通知书是经常性督导发现问题后，由督导办发给学校的，每一项都有要求和期限。',
    source: `${REGULATION}第二十一条；整改通知书为日常做法`,
  },
  reinspection_apart: {
    says: '不是一回事。复查（核查）是督学去看问题改好了没有；复核是当事单位或个人对问责决定不服时申请的救济。',
    source: `${REGULATION}第二十二条；${ACCOUNTABILITY}`,
  },
  interview_apart: {
    says: '座谈是督导中的一种了解情况的方式；约谈是对督导结果差的单位和负责人的正式问责措施，要有书面记录，并报送当地党委、政府和上级部门。平时提醒、谈话不算约谈。',
    source: `${CITY_MEASURES}第8条`,
  },
  online_hours: {
    says: '可以登记，但不计入每年的 40 学时。40 学时只算县级以上的集中培训；网络研修和自学另列。',
    source: `${CITY_MEASURES}第11条；${INSPECTORS}第二十一条`,
  },
  school_hours: {
    says: '不计入。每年 40 学时要求的是县级以上集中培训，学校自己组织的可以登记，不计入。',
    source: `${CITY_MEASURES}第11条`,
  },
  lecture_hours: {
    says: '计不计入看证明：县级以上组织的集中培训、证明上印有学时的，按印的学时登记，由督导办核验；其他的可以登记，不计入 40 学时。',
    source: `${CITY_MEASURES}第11条`,
  },
  training_hours: {
    says: '督学每年参加县级以上集中培训不少于 40 学时。按证明上印的学时计，由督导办核验后计入；跨年的培训计入结束的那一年。',
    source: `${CITY_MEASURES}第11条`,
  },
  retired_share: {
    says: '退休人员原则上不超过督学总数（专职、兼职合计）的 40%，正好 40% 不算超过。超过时由督导办书面说明。',
    source: `${CITY_MEASURES}第10条`,
  },
  retired_years: {
    says: '选聘退休人员，聘任时退休不得超过 2 年，且身体健康、符合督学基本条件。满 2 年的当天还可以聘，次日起不可以。',
    source: `${CITY_MEASURES}第10条`,
  },
  term: {
    says: '兼职督学每届聘期 3 年，连续聘任不超过 3 届。专职督学按干部管理权限任命，没有聘期。',
    source: `${REGULATION}第六条`,
  },
  procedure: {
    says: '推荐、审核、公示、公布：公示不少于 7 个工作日，结果报上级备案并向社会公布。',
    source: INSPECTORS,
  },
  conditions: {
    says: '大学本科以上学历，从事教育管理、教学或者教育研究工作 10 年以上，工作实绩突出，身体健康，经督导机构考核合格；还要能保证督导时间。',
    source: `${REGULATION}第七条；${INSPECTORS}第六条`,
  },
  recusal: {
    says: '督学与被督导单位的负责人有近亲属等利害关系的，应当回避。在该校任职，或者离开该校不满 3 年（默认）的，须由县督导办说明理由后才可以去。',
    source: `${REGULATION}第十条`,
  },
  ratio: {
    says: '每万名学生（含在园幼儿）配备 1—2 名专职督学，并覆盖学前教育、义务教育、普通高中（含中职）各学段。不满一万名的也至少 1 名，先按人数算、不先取整。',
    source: `${CITY_MEASURES}第9条`,
  },
  load: {
    says: '一名责任督学一般负责 5 所左右学校；默认 6—7 所提示、8 所以上预警。责任区由县里划分，覆盖所有学校。',
    source: `${PLAQUE}第一条及${KINDERGARTEN}`,
  },
  plaque_new: {
    says: '所有学校都要有责任督学。新开办的学校默认给 30 天，过后列为没有挂牌。',
    source: PLAQUE,
  },
  plaque: {
    says: '每所中小学校、幼儿园，不分公办民办，都要有责任督学，并在校门口挂公示牌，写明姓名、照片、联系方式和督导事项。教学点、分校也算。',
    source: `${PLAQUE}；${KINDERGARTEN}`,
  },
  card: {
    says: '督学凭督学证开展督导；聘期届满的不再以督学身份进校，待续聘后再去。',
    source: INSPECTORS,
  },
  night: {
    says: '督学可以随时进校督导，学校应当配合。拒绝、阻挠督导的，由督导机构通报批评并责令改正；情节严重的，建议有关部门处理。',
    source: `${REGULATION}第二十五条`,
  },
  principal_term: {
    says: '校（园）长一个任期结束时，原则上至少接受一次综合督导，按离点日期算。前任任内做过的不算。',
    source: `${CITY_MEASURES}第5条`,
  },
  formal_notice: {
    says: '专项、综合督导要成立 3 名以上督学的督导小组，并事先书面通知被督导单位（默认提前 5 个工作日）。',
    source: `${REGULATION}第十六条、第十七条`,
  },
  school_cycle: {
    says: '每所学校每 3 至 5 年接受一次综合督导。',
    source: `${REGULATION}第十四条`,
  },
  government: {
    says: '对下一级政府每 5 年至少一次专项或综合督导；市里对县（市、区）党政领导履行教育职责的评价每年一次。',
    source: `${REGULATION}第十四条；${CITY_MEASURES}第4条`,
  },
  plenary: {
    says: '教育督导委员会每年至少召开一次全体会议。办公室会议、专题会议和取消、延期的不算。',
    source: `${CITY_MEASURES}第3条`,
  },
  committee: {
    says: '市教育督导委员会由分管教育的市政府领导任主任，市政府副秘书长、市教育局局长、市教育局总督学任副主任，文件列出 22 家成员单位（后面有「等」字，可以增加）。办公室设在市教育局。',
    source: `${CITY_MEASURES}第1条`,
  },
  chief: {
    says: '市教育局和各县（市、区）教育局都要设立总督学、副总督学；总督学向同级教育督导委员会直接负责，独立开展工作。',
    source: `${CITY_MEASURES}第2条、第3条`,
  },
  commendation: {
    says: '各地每年通报表彰督导结果优秀的单位和负责人，以正式印发的文件为准。名额由各地自定。',
    source: `${CITY_MEASURES}第7条`,
  },
  interview_record: {
    says: '约谈要有书面记录、双方签字，并报送被督导单位所在地党委、政府和上级部门。默认约谈后 5 个工作日内归档、10 个工作日内报送。',
    source: `${CITY_MEASURES}第8条`,
  },
  interview: {
    says: '约谈学校，由督导办会同教育行政部门；约谈县级政府，由市督导办会同市委组织部和相关部门。书面通知默认提前 3 个工作日。',
    source: `${CITY_MEASURES}第8条`,
  },
  appeal: {
    says: '对问责决定不服，可在收到之日起 30 日内申请复核，30 日内答复；对复核不服（或不经复核），可在 15 日内向上一级督导办申诉，60 日内答复。复核、申诉期间不停止执行。',
    source: ACCOUNTABILITY,
  },
  accountability: {
    says: '拒绝督导、隐瞒造假、不整改或者打击报复的，督导机构可以通报批评、责令改正；仍不改的依法问责。对单位有公开批评、约谈、督导通报、资源调整等，对个人有责令检查、约谈、通报批评、组织处理、处分等。',
    source: `${REGULATION}第二十五条；${ACCOUNTABILITY}`,
  },
  objection: {
    says: '校（园）长认为问题不属实的，可以在卡片上提出异议，每项一次；县督导办 5 个工作日内答复，答复前期限照算。',
    source: '',
  },
  extension: {
    says: '到期前由学校提出：督学可以批一次、不超过 15 天；再要延期或者已经逾期的，由县督导办批。',
    source: '',
  },
  reinspection: {
    says: '学校报来整改报告后，督学要复查：默认 10 个工作日内，最长 30 天；安全、食堂和严重问题要到现场。一个人可以复查。',
    source: `${REGULATION}第二十二条`,
  },
  close_out: {
    says: '复查合格后销号，由督学作出；严重问题还要县督导办确认。学校自己不能销号。',
    source: `${REGULATION}第二十二条`,
  },
  sign: {
    says: '整改通知由校长或校方联系人在卡片上签收；整改报告由校长本人在手机上确认，人在外地也可以办，别人不能代替。副校长代办的，请先由县督导办登记代办。',
    source: '',
  },
  severity: {
    says: '小问题当场提醒；一般问题由督学发整改通知；严重问题要报督导办批准后下发；学校自己解决不了的复杂问题，转教育局科室协商；重大隐患立即报告。',
    source: '',
  },
  report: {
    says: '整改报告逐项写明措施、完成情况和佐证，由校长在手机上确认后上报。',
    source: `${REGULATION}第二十二条`,
  },
  rectification_days: {
    says: `期限由督学定，至少 1 天。默认：重大隐患立即处置、3 天内报告，一般问题 15 天，需要经费或工程的 30 天；超过 60 天由县督导办批。`,
    source: `${REGULATION}第二十一条（限期）；${DEFAULTS}`,
  },
  withdraw: {
    says: '还没发通知的记录，督学当天可以自己撤回；发出的整改通知由督学提出，县督导办同意后撤回。撤回的都留底。',
    source: '',
  },
  record_days: {
    says: '督导结束后默认 2 天内提交记录，晚了可以补录，卡片上会注明。',
    source: `${REGULATION}第十五条（提交报告）；${DEFAULTS}`,
  },
  methods: {
    says: '随机听课、查阅资料、列席会议、座谈走访、问卷调查；日常还有校园巡视。每次至少用一种，听课节数没有统一规定。',
    source: `${PLAQUE}第六条`,
  },
  publication: {
    says: '专项、综合督导报告要向社会公布；日常的督导记录、整改通知只给学校、督学和督导办。',
    source: `${REGULATION}第二十三条`,
  },
  money: {
    says: '市、县政府应将督导工作经费纳入本级财政预算；督学因督导产生的通信、交通、食宿、劳务等费用要妥善解决，办法由当地政府制定。具体标准请问本县督导办。',
    source: `${CITY_MEASURES}第12条；${REGULATION}第五条`,
  },
  studio: {
    says: '建立首席督学工作室，保障运转经费。',
    source: `${CITY_MEASURES}第11条`,
  },
  visits_month: {
    says: '国家规定是每学期每校不少于 2 次。每月一次是默认的提醒，只在教学月算，不作硬性要求；县里另有规定的从其规定。',
    source: `${REGULATION}第十四条`,
  },
  visits_semester: {
    says: '每学期每校不少于 2 次经常性督导，按去的天数算，同一天两次算一次。每月一次是默认的提醒，不作硬性要求。',
    source: `${REGULATION}第十四条`,
  },
  working_days: {
    says: '工作日按国务院办公厅的放假安排算，调休上班的那天是工作日；收到的当天不算，从下一个工作日起算。',
    source: '',
  },
}

/** The rule that was asked about, and where it stands. */
export function ruleText(topic: RuleTopic, day: Day | null, today: Day): string {
  const { says, source } = ANSWERS[topic]
  const lines = [says, ...(topic === 'retired_years' && day ? [retiredText(day, today)] : [])]
  return [...lines, ...(source ? [`依据：${source}。`.replace('。。', '。')] : [])].join('\n')
}

/** C10.2: retired on a day, may he be engaged today? */
function retiredText(retiredOn: Day, today: Day): string {
  const limit = addYears(retiredOn, 2)
  const until = `${yearOf(retiredOn)}年${dayText(retiredOn)}退休的，最迟 ${yearOf(limit)}年${dayText(limit)}聘任`
  return today > limit ? `${until}，现在已经超过，不能选聘。` : `${until}，现在还可以。`
}
