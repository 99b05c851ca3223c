import type { Matter } from '#src/domain/words.ts'
import type { Span } from './understanding.ts'

/** Words that tell what a finding is about. */
const THINGS: Partial<Record<Matter, string>> = {
  kindergarten_safety:
    '晨检 午检 晨午检 接送卡 接送制度 接送登记 接送 幼儿走失 午睡 离园 入园 午睡巡视 午睡值守 床位护栏 玩具 大型玩具 滑梯 幼儿床 药品委托 喂药 全日观察',
  kindergarten_norms:
    '小学化 超纲 拼音教学 幼小衔接 书写作业 一日生活 一日流程 区角 区域活动 游戏活动 户外活动 户外两小时 自主游戏 保教 办园许可 办园条件 班额超标 师幼比 两教一保',
  kindergarten_ethics: '保育员体罚 虐童 恐吓幼儿 幼儿教师行为 保育员行为 幼师师德',
  canteen_health:
    '留样 陪餐 食品 食材 进货 索证 索票 采购台账 健康证 生熟 餐具 消毒 消毒柜 消毒液 洗手液 洗手池 饮水机 饮水 饮用水 直饮水 水质 水箱 水壶 过期牛奶 牛奶 菜品 菜单 食谱 带量食谱 饭菜 蔬菜 肉 大米 食用油 调料 添加剂 冰箱 冷柜 冰柜 砧板 菜刀 菜板 泔水 油烟 防蝇 防鼠 苍蝇 蟑螂 老鼠 食堂从业 厨师 帮厨 厨工 工作帽 口罩 明厨亮灶 互联网+ 营养餐 营养改善 小卖部 小卖店 副食品 拉肚子 腹泻 呕吐 食物中毒 中毒 宿舍卫生 被褥 霉变 变质 异物 传染病 因病缺课 疫苗 消杀 校医 保健室 医务室 饭堂 盒饭 配餐 送餐 加工间 备餐间 粗加工 三防',
  safety:
    '消防 灭火器 消火栓 消防栓 应急灯 疏散 安全出口 逃生 烟感 喷淋 防火门 防火 火灾 明火 起火 着火 冒烟 火警 易燃 通道 楼道堵 门卫 保安 安保 警棍 盾牌 钢叉 防暴 一键报警 报警 监控 摄像头 门禁 访客 外来人员 来访登记 登记 人车分流 电动车 充电桩 飞线 校车 乘车 交通 车辆 停车 斑马线 减速带 拥堵 护学 护学岗 等候区 隔离栏 硬质隔离 防冲撞 欺凌 霸凌 打架 斗殴 管制刀具 刀具 持刀 围墙 墙体 墙皮 墙面 裂缝 裂纹 危房 校舍 坍塌 塌 倒塌 倾斜 屋顶 漏雨 漏水 渗水 停电 断电 瓷砖脱落 脱落 高空坠物 坠落 坠楼 护栏 栏杆 扶手 阳台 窗户 玻璃 台阶 井盖 下水道 沟盖板 坑洼 湿滑 地面湿滑 积水 用电 电线 线路 电箱 配电 配电箱 漏电 触电 插座 插线板 开关 大功率 电器 燃气 煤气 液化气 气罐 锅炉 压力容器 特种设备 电梯 危化品 危险化学品 化学品 实验药品 药品柜 药品 易制毒 溺水 防溺水 水域 池塘 水塘 踩踏 防踩踏 演练 应急预案 预案 隐患 安全台账 安全教育 安全责任 安全检查 排查 防雷 避雷 地震 防汛 滑坡 边坡 挡土墙 施工 围挡 脚手架 塔吊 体育器材 篮球架 单杠 双杠 球门 健身器材 心理危机 心理 自杀 轻生 自残 保安员 安全员 值守 晚归 夜不归宿 宿管 查寝 烟花 鞭炮 动物 流浪狗 蛇 马蜂窝 三轮车 超载 高空抛物 冷库 煤炭 取暖 树木 枯枝',
  admission_fees:
    '收费 乱收费 学费 延时费 服务费 课后服务费 伙食费 校服 教辅 教辅资料 资料费 保险费 捐资 择校 招生 分班 阳光分班 重点班 实验班 快慢班 学区 划片 入学 转学 掐尖 跨区招生 收据 票据 开票 没票 公示收费 收费公示 退费 代收费 班费',
  curriculum:
    '教案 备课 听课 课表 课程表 开齐 开足 占课 调课 课堂 教学 教学计划 教学进度 实验课 实验开出 音体美 音乐课 美术课 体育课 劳动课 劳动教育 思政课 心理课 心理健康课 国家课程 校本课程 地方课程 综合实践 教材 读物 课外读物 考试 测验 期中考 期末考 排名 公布成绩 试卷 阅卷 板书 课件 教研活动 集体备课 课后服务 社团 兴趣小组 美育 阅读角 教学常规 随意停课 早读 晚读 普通话',
  student_load:
    '作业 作业量 作业公示 作业批改 批改 惩罚性作业 睡眠 午休 手机 大课间 体育锻炼 体育活动 课间十分钟 课间 双减 减负 五项管理 晚自习 早到校 提前到校 补课 周末上课 假期上课 近视 视力 体质 体测 阳光体育 课外辅导 提前教学 眼保健操',
  teachers:
    '师德 师风 体罚 打骂 吼 罚站 冷暴力 变相体罚 辱骂 有偿补课 有偿家教 家教 校外兼职 收礼 红包 谢师宴 教师请假 教师缺岗 教师迟到 教师离岗 教师资格 教师资格证 资格证 无证上岗 教师培训 教师继续教育 继续教育 专业发展 教师考核 绩效 职称 教师编制 代课 师资 教师轮岗 班主任 骨干教师 教师玩手机 教师培养 酒后上课 言语不当',
  ethos:
    '抽烟 吸烟 烟头 校风 班风 学风 教风 校园文化 文化墙 环境卫生 垃圾分类 保洁 杂草 绿化 文明 文明礼仪 仪容 校服穿着 升旗 标语 宣传栏 橱窗 粗话 浪费 光盘 节约 异味 涂鸦 乱涂 张贴 书香校园',
  party_building:
    '党建 党支部 支部 三会一课 党员 党组织 党费 党务 主题党日 党史 组织生活 共青团 团支部 团委 团员 少先队 队室 队课 大队部 红领巾 思想政治 意识形态 学习强国 校长负责制 党风廉政 廉政',
  research: '课题 科研 教科研 论文 教改 实验项目 科技创新 研究报告',
  resources:
    '大班额 班额 功能室 功能教室 实验仪器 仪器 图书 图书室 图书馆 阅览室 多媒体 一体机 电脑 微机室 计算机 录播 广播 网络 投影 课桌 课桌椅 桌椅 黑板 床铺 学位 校舍面积 运动场 跑道 操场破损 塑胶 体育设施 音乐器材 美术器材 器材 教具 经费 公用经费 空调 风扇 照明 灯光 灯管 日光灯 教室灯 电扇 热水 住宿条件 寄宿条件 办学条件 食堂面积 车棚',
  governance:
    '值班 带班 值日 会议记录 校务公开 公开栏 章程 学校章程 工作计划 总结 方案 学籍 控辍保学 辍学 家长会 家委会 家校 家访 信访 投诉 责任书 责任制 职责 责任督学 督学公示 公示牌 挂牌 印章 财务 财务公开 资产 采购 招标 固定资产 合同 请假制度 考勤 签到 行政 教代会 工会',
}

/** Words that only tell where; they decide where no thing does. */
const PLACES: Partial<Record<Matter, string>> = {
  canteen_health: '食堂 厨房 后厨 餐厅 宿舍 寝室 水房 仓库 库房 储藏室 售饭 窗口 饭厅 公寓',
  safety:
    '校门 门口 大门 周边 校园周边 楼梯 走廊 楼道 操场 传达室 值班室 教学楼 综合楼 厕所门 天台 安全 水池 校内道路 铁门 后门 侧门',
  curriculum: '教师办公室 教师办公 课程 上课 学科 年级组 教研组',
  resources: '实验室 教室 教学设备 桌 椅 灯',
  governance: '校长室 办公室 校务',
  teachers: '教师 老师 教职工',
  student_load: '学生负担 负担',
  kindergarten_norms: '活动室 班级环境',
  ethos: '校园环境 环境 厕所 卫生间',
}

/** Words that any matter may have; they decide last. */
const ANYWHERE: Partial<Record<Matter, string>> = {
  ethos: '卫生 垃圾 脏 脏乱 乱堆 乱放 杂物',
  governance: '制度 台账 档案 记录 公示 签名 签字 资料 上墙',
  resources: '设备 设施 不足',
}

function lexicon(words: Partial<Record<Matter, string>>): ReadonlyMap<string, Matter> {
  const entries = Object.entries(words) as [Matter, string][]
  return new Map(entries.flatMap(([matter, list]) => list.split(' ').map((word) => [word, matter] as const)))
}

const THING_MATTERS = lexicon(THINGS)
const PLACE_MATTERS = lexicon(PLACES)
const OTHER_MATTERS = lexicon(ANYWHERE)
const LONGEST = 8

/** The matter of the longest word found; of two as long, the one said first. */
function matterBy(words: ReadonlyMap<string, Matter>, text: string): Matter | null {
  for (let length = Math.min(LONGEST, text.length); length >= 1; length--)
    for (let from = 0; from + length <= text.length; from++) {
      const matter = words.get(text.slice(from, from + length))
      if (matter) return matter
    }
  return null
}

type Found = { word: string; matter: Matter; span: Span }

/** The words of a list that stand in a text, in order; where two overlap, the longer. */
function wordsIn(
  words: ReadonlyMap<string, Matter>,
  text: string,
  fits: (matter: Matter) => boolean = () => true,
): Found[] {
  const found: Found[] = []
  for (let from = 0; from < text.length;) {
    let length = Math.min(LONGEST, text.length - from)
    const meant = (): Matter | undefined => words.get(text.slice(from, from + length))
    while (length > 0 && !(meant() && fits(meant()!))) length--
    if (length > 0)
      found.push({ word: text.slice(from, from + length), matter: meant()!, span: [from, from + length] })
    from += Math.max(length, 1)
  }
  return found
}

/** The things of a matter that a text names: 消防 and 通道 of 消防通道堆了桌椅. */
export const thingsIn = (text: string, of: Matter): string[] =>
  wordsIn(THING_MATTERS, text, (matter) => matter === of).map(({ word }) => word)

/** Where in the school it is: 食堂, 操场. */
export const placesIn = (text: string): string[] =>
  wordsIn(PLACE_MATTERS, text)
    .map(({ word }) => word)
    .filter((each) => each.length > 1)

// Parts of a school whose names hold a word of another matter.
const NAMES_OF_PLACES = /教学[点楼]|广播室|教师办公室?|教研室|实验楼|体育[馆场]|学生|图书楼/g

/** A noun or two that name a matter (食堂, 消防通道) and say nothing of it. */
export function isTopic(text: string): boolean {
  let rest = text.replace(/[\s,]/g, '')
  for (let from = 0; from < rest.length;) {
    const length = [8, 7, 6, 5, 4, 3, 2].find((n) => isKnown(rest.slice(from, from + n)))
    if (length === undefined) from++
    else rest = rest.slice(0, from) + rest.slice(from + length)
  }
  return rest === ''
}

const isKnown = (word: string): boolean =>
  THING_MATTERS.has(word) || PLACE_MATTERS.has(word) || OTHER_MATTERS.has(word)

/** What a finding is about, by its words; null where none of them tells. */
export function matterOf(text: string): Matter | null {
  const thing = matterBy(THING_MATTERS, text.replace(NAMES_OF_PLACES, ''))
  return thing ?? matterBy(PLACE_MATTERS, text) ?? matterBy(OTHER_MATTERS, text)
}

/** Every thing that a text names with its matter, in order. */
export const mattersIn = (text: string): { matter: Matter; span: Span }[] => wordsIn(THING_MATTERS, text)
