import type { Matter } from '#src/domain/words.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { mattersIn } from './matters.ts'
import type { Said } from '../named.ts'
import { anyOf } from '../text.ts'
import type { Span } from '../understanding.ts'

/** The seven of measure 5, by which a city reports what was supervised (S-5). */
export type Topic =
  'party_building' | 'teaching' | 'research' | 'teacher_ethics' | 'resources' | 'fees' | 'safety'

const TOPIC_OF: Record<Matter, Topic | null> = {
  governance: null,
  admission_fees: 'fees',
  curriculum: 'teaching',
  student_load: null,
  teachers: 'teacher_ethics',
  safety: 'safety',
  canteen_health: 'safety',
  ethos: null,
  party_building: 'party_building',
  research: 'research',
  resources: 'resources',
  kindergarten_safety: 'safety',
  kindergarten_norms: null,
  kindergarten_ethics: 'teacher_ethics',
}

/** The topic that a matter counts towards; null where measure 5 has none for it. */
export const topicOf = (matter: Matter | null): Topic | null => matter && TOPIC_OF[matter]

// What can hurt somebody is a matter of safety, whatever it is of; what wears out is not.
const DANGEROUS = new RegExp(
  anyOf(`
    晃 开裂 裂缝 裂了 开胶 起皮绊 绊人 掉叶片 叶片 压弯 压塌 锈透 锈穿 锈断 锈烂 往外鼓 鼓包 没盖子 没有盖子 没加盖 敞口 敞开 没护栏 没栏杆 缺栏 没围栏 卡脚 夹手 割手 扎 碰头 伤人 危险 易燃 通风 塌 断了 断裂 漏电 冒火 冒烟 火星 裸露 外露 尖角 锐角 毛刺 松动 松了 没固定 未固定 脱落 掉落 掉了 砸 坠 倾斜 摔 绊 滑倒 锈得
    [没未]上?锁 反锁 敞着 照明 充电 炭盆 火盆 烧炭 取暖 酒精 卡头 尖 掉漆 毛刺 [没未无]护?罩 罩子 翻栏杆 爬墙 私拉 线路乱 砸人 管制刀具 打火机 间隙 缺角 结冰 打不开 堵死 堵了 堵塞 绑着 锁死 烧黑 短路 烫伤 缺口 没盖 没关 乱停 间距不够
  `),
)
// Conduct; without it 老师 alone tells of no ethics.
const CONDUCT = new RegExp(
  anyOf(`
    培训班 单独谈 戒尺 尺子 直播 抽烟 吸烟 喝酒 酒 打牌 麻将 炒股 睡觉 手机 骂 打 吼 推 罚 红包 礼 补课 家教 兼 迟到 早退 旷 空岗 脱岗 离岗 不在岗 粗暴 歧视 讽 辱 师德 聊天 态度 冷 侮 收 索
  `),
)

/** Money that is taken from families or given back, whatever it is for. */
const MONEY =
  /收[了取过]?[^,。;收]{0,8}(?:钱|费|押金|元|块|[百千十]|[\d]{2,})|代办费|押金|会费|班费|强[制买][^,。;]{0,4}[买订购]|[买订购]指定|自愿(?:购|订|交)|退[^,。;]{0,4}(?:钱|费|款)|费用?[^,。;]{0,3}(?:没退|未退)|要交钱|[订买]了?[^,。;]{0,4}(?:教辅|练习册|资料)|教辅[^,。;]{0,3}[订买]/
/** Teachers who earn beside their post. */
const EARNS =
  /(?:老师|教师|班主任)[^,。;]{0,6}(?:在?外[面头]?|校外|家里)[^,。;]{0,6}(?:办班|补课|带学生|带班|上课|代课|辅导)/

/** What a finding counts towards, if it plainly falls under one of the seven. */
export function topicOfFinding(text: string, matter: Matter | null, lexicon: Lexicon): Topic | null {
  if (EARNS.test(text)) return 'teacher_ethics'
  if (MONEY.test(text)) return 'fees'
  const topic = topicOf(matter)
  if ((topic === null || topic === 'resources') && DANGEROUS.test(text)) return 'safety'
  const byWho = topic === 'teacher_ethics' && !mattersIn(text, lexicon).some(({ means }) => means === matter)
  return byWho && !CONDUCT.test(text) ? null : topic
}

// Words that name a topic in a question though they are no thing of it, or only its place.
const BROAD: readonly (readonly [RegExp, Topic])[] = [
  [/食堂|厨房|后厨|安全|宿舍/, 'safety'],
  [/教学(?![点楼])|课堂/, 'teaching'],
  [/(?:楼梯|走廊|楼道|过道|门口|通道)[^,。;]{0,6}[堆占挡堵]/, 'safety'],
  [/的费(?!用|劲)|退费|退了?钱|收的?钱/, 'fees'],
]
const NOT_NAMED = /职称|绩效|编制|施工|登记|经费|录像/

/** 塑胶板材: what it is made of. */
const MATERIAL = /^(?:板材?|材料|原料|颗粒|地垫|运费)/

/** 教材 of 教材收费 is what the money is for. */
const isOnlyOf = (plain: string, [, to]: Span, things: readonly { means: Matter; span: Span }[]): boolean =>
  MATERIAL.test(plain.slice(to)) ||
  things.some(
    ({ means, span: [from] }) =>
      means === 'admission_fees' && from >= to && /^的?$/.test(plain.slice(to, from)),
  )

/** All topics that a text names by their things (留样, 校车, 课题), in order, none twice. */
export function topicsIn(plain: string, lexicon: Lexicon): Said<Topic>[] {
  const said: Said<Topic>[] = []
  const things = mattersIn(plain, lexicon)
  for (const { means, word, span } of things) {
    const value = NOT_NAMED.test(word) || isOnlyOf(plain, span, things) ? null : TOPIC_OF[means]
    if (value && !said.some((each) => each.value === value)) said.push({ value, span })
  }
  for (const [pattern, value] of BROAD) {
    const found = pattern.exec(plain)
    if (found && !said.some((each) => each.value === value))
      said.push({ value, span: [found.index, found.index + found[0].length] })
  }
  return said
}
