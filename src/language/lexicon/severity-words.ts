import type { Severity } from '#src/domain/words.ts'

/**
 * Words that state a severity, parted by blanks; of words of several severities the first line decides (不严重 before 严重).
 * An office adds its own as kind `severity` (docs/lexicon.md).
 */
export const STATED: readonly (readonly [Severity, string])[] = [
  ['minor', '不严重 不算严重 轻微 小问题 小毛病 小瑕疵 问题不大'],
  ['urgent', '重大 特别严重 极其严重'],
  ['serious', '严重 紧急 急'],
  ['complex', '复杂 解决不了 无法解决 无法自行解决'],
  ['general', '一般'],
]

/** Danger to life that is there now: urgent. Patterns, parted by blanks. */
export const HAZARDS = `
  要倒 快倒 即将倒 倒塌 坍塌 垮塌 塌方 塌陷 塌了 着火 起火 失火 冒烟 冒火 火灾(?!隐患) 明火 爆炸 漏电 触电 (?:燃气|煤气|液化气|天然气|气罐|阀门|管道)[^,。;\\s]{0,4}漏气 泄漏燃气
  (?:燃气|煤气|液化气|天然气|气罐|化学品|危化品)[^,。;\\s]{0,4}泄漏 一氧化碳 中毒 食源性 拉肚子 集体(?:腹泻|呕吐|发烧|不适)
  (?:[多\\d一二两三四五六七八九十几]+(?:名|个|多名))(?:学生|孩子|幼儿)[^,。;\\s]{0,6}(?:腹泻|呕吐|发烧|晕倒|受伤|不适)
  溺水 落水(?!管) 坠落 坠楼 跳楼 轻生 自杀 割腕 持刀 砍人 行凶 歹徒 绑架 劫持 走失 失联 踩踏(?!草|花) 昏迷 抢救 送医院? 救护车 (?:学生|孩子|幼儿|老师)[^,。;\\s]{0,4}被[^,。;\\s]{0,3}撞 被车撞 车祸
  性侵 猥亵 围殴 持枪 开枪 枪支 炸药 雷管 山体滑坡 泥石流 洪水 随时(?:会|可能)[^,。;\\s]{0,4}[倒塌掉断]
`

/** Grave without doubt although nobody is in danger this minute: serious. Patterns, parted by blanks. */
export const GRAVE = `
  体罚 殴打学生 虐待 虐童 辱骂学生 性骚扰 三无食品 变质 霉变 [cd]级危房 危房 超载 有偿补课 挪用 贪污 瞒报 霸凌 欺凌
  过期(?:食品|食材|牛奶|肉|大米|食用油|面包|调料|原料)
  (?:食品|食材|牛奶|肉类?|大米|食用油|调料|原料)已?(?:过期|变质|发霉|霉变|腐烂|发臭)
  (?:安全出口|疏散通道|疏散门|消防通道|逃生门|宿舍楼门|安全门)[^,。;\\s]{0,6}(?:锁|焊|封死|封闭)
  消防(?:设施|系统)(?:全部|完全)?(?:瘫痪|失效)
`
