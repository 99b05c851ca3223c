import { remembered } from '../remembered.ts'
import { anyOf, spansOf } from '../text.ts'

// Words with a character of trouble that mean none.
const HARMLESS = new RegExp(
  anyOf(`
    多少 消防 灭火器? 烟感 防[火盗溺疫灾汛暴踩雷震毒蝇鼠尘虫]水? 一键报警 报警[器装系点柱] 隐患排查 风险排查 欺凌防治 多媒体 多功能 少先队 少年宫 未成年人?
    不锈钢 无线 无障碍 低年级 打印 打扫 收费(?=公示) 危化品 断电器 杂物间
    [寒暑放]假 假期 落实 角落 黑板报? 消毒 传染病 疾病防控 控烟 禁烟 油烟机 污水处理 形式(?:多样|丰富) 封闭式?管理 双人双锁
    挡土墙 意外伤害险 热闹 杂粮 差异化? 混凝土 太阳 太极 漏电保护 占地 防欺凌 防性侵 防拐 拼音 拼命 拼搏 倒[是还也] 突击[检查看抽] 封[园校] 没闲着 没白[跑来] 关心 偏远 降低 轻松 超市 打造 打卡 没收
  `),
  'g',
)

const TROUBLE = new RegExp(
  anyOf(`
    不 没 未 无 缺 少 坏 破 裂 松 堵 乱 脏 差 过期 超 堆 漏 锈 老化 损 断 塌 倒 落 掉 积水 裸露 欠 违 烟 滑 混 低 弱 迟 偏
    过[高大多低长重晚早] 闲置 挪[用作] 有点 油腻 占 停用 失效 失灵 故障 异味 霉 变质 腐 虫 鼠 蝇 蟑 歪 斜 翘 凹 坑 毛刺 锐 外露 挡 锁 封
    停放 拥 挤 暗 噪 吵 臭 污 垢 灰尘 杂 荒 枯 滴 渗 潮 黑 隐患 风险 危 假 抄袭 雷同 敷衍 应付 走过场 形式 单一 马虎 随意
    擅自 私自 体罚 辱 骂 打 罚 早退 空岗 脱岗 离岗 睡觉 玩手机 闹 欺 霸 伤 病 毒 泄 着火 起火 明火 触电 滞后 拖 逾期 虚 太
    仅 只有 仍 还[是在有] 有人 有[个一二两三几\\d] 卡住 报警 瘫 失修 开裂 起皮 悬 翻越 拉肚子 积[灰尘压] 停[水电] 跑冒 水渍
    晃 盲区 脱节 旧 繁 代[签写打办] 后补 补签 事后 突击 照搬 贵 陡 尖 烫 馊 腥 咸 粘 排名 大班额 小学化 蛛网 辣条 三无 褪 空白 挪 磨损 倾斜 盈利 一模一样 实到 空的 老式 飞快 土办法 念书 发黑 焊点开 就[一两剩几] 就有一 只能 只好 只得 爆 拼 (?:家长|学生|群众|老师)(?:反映|投诉|举报)(?!良好|很好|不错|满意|都好) 克扣 方便面 看不 闲聊 敞着 敞开 大开 虚掩 拍打 炒股 喝酒 旷 缺口 断 红包 代写 浪费 慢 凉 夹生 才[\\d一二两三四五六七八九十] 怨 潦草 羞辱 侮辱 [嘲讥]讽 挖苦 冷暴力 骂 哭 网吧 彩票 账外 挂羊头 冒[充领名] 顶替 瞒 谎 骗 刁难 强迫 逼 抢 偷 丢 放地上 直接[放进扔倒] 请人代 兼[职任] 贵 噪 糊弄 流失 中断 差额 对不上 照抄 抄 搭车 摊派 强制 截留 克扣 拖堂 提前[上教学到] 私[设收分] 小金库 白条 有偿 家教 收[礼受] 红包 吃请 带手机 照本宣科 随便 追逐 打闹 热得快 大功率 代收 放视频 放电影 补习班 办班 培训班 泡面 绊 翻墙 爬墙 推销 鼓包 起泡 生虫 涂[刷画] [摊商]贩 常开 聚集  失声
  `),
)

const SUBJECTS = '语文|数学|英语|体育|音乐|美术|科学|信息|道法|物理|化学|生物|历史|地理'
// 美术老师教三个年级音乐
const OUT_OF_SUBJECT = new RegExp(
  `(${SUBJECTS})老师[教上带兼代](?![^,。;]{0,6}\\1)[^,。;]{0,6}(?:${SUBJECTS})`,
)

/** Whether a clause tells that something is wrong. It may be wrong in words that this does not know. */
export const hasTrouble = remembered(
  (clause) => TROUBLE.test(clause.replace(HARMLESS, '')) || OUT_OF_SUBJECT.test(clause),
)

const EACH_TROUBLE = new RegExp(TROUBLE, 'g')

/** How many words of trouble stand between two places of a text. */
export type TroubleCount = (from: number, to: number) => number

/** Counts the words of trouble of a text once for all its stretches. */
export function troublesOf(text: string): TroubleCount {
  const ended = new Int32Array(text.length + 1)
  const begun = new Int32Array(text.length + 1)
  for (const [from, to] of spansOf(
    text.replace(HARMLESS, (word) => '.'.repeat(word.length)),
    EACH_TROUBLE,
  )) {
    ended[to]!++
    if (from < text.length) begun[from + 1]!++
  }
  for (let at = 1; at <= text.length; at++) {
    ended[at]! += ended[at - 1]!
    begun[at]! += begun[at - 1]!
  }
  return (from, to) => Math.max(0, ended[to]! - begun[from]!)
}
