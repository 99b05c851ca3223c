import { anyOf } from './text.ts'

// Words with a character of trouble that mean none.
const HARMLESS = new RegExp(
  anyOf(`
    多少 消防 灭火器? 烟感 防[火盗溺疫灾汛暴踩雷震毒]水? 隐患排查 风险排查 欺凌防治 多媒体 多功能 少先队 少年宫 未成年人?
    不锈钢 无线 无障碍 低年级 打印 打扫 收费(?=公示) 危化品 断电器 杂物间
    [寒暑放]假 假期 落实 角落 黑板报? 消毒 (?:传染病|疾病)防控 控烟 禁烟 油烟机 污水处理 形式(?:多样|丰富) 封闭式?管理 双人双锁
    挡土墙 意外伤害险 热闹 杂粮 差异化? 混凝土 太阳 太极 漏电保护 占地 偏远 降低 轻松 超市 打造 打卡 没收
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
    晃 盲区 脱节 旧 繁 代[签写打办] 后补 补签 事后 突击 照搬 贵 陡 尖 烫 馊 腥 咸 粘 排名
  `),
)

/** Whether a clause tells that something is wrong. It may be wrong in words that this does not know. */
export const hasTrouble = (clause: string): boolean => TROUBLE.test(clause.replace(HARMLESS, ''))
