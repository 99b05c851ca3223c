import { present } from './severities.ts'
import { anyOf } from '../text.ts'

// Somebody is hurt, or will be the next moment: what the city's chief inspector hears of at once (policy.md 8.5).
const HARM = new RegExp(
  anyOf(`
    受伤 伤亡 骨折 流血 出血 昏迷 休克 晕倒 死亡 遇难 抢救 送医院? 救护车 被困 失踪 失联 走失
    中毒 食源性 拉肚子 腹泻 呕吐 集体(?:发烧|不适)
    要倒 快倒 即将倒 倒塌 坍塌 垮塌 塌方 塌陷 塌了 泥石流 山体滑坡
    着火 起火 失火 火灾 明火 爆炸 触电 一氧化碳
    溺水 落水 坠落 坠楼 跳楼 轻生 自杀 割腕 踩踏 车祸 被[^,。;\\s]{0,3}撞
    持刀 砍人 行凶 歹徒 绑架 劫持 持枪 开枪 枪支 炸药 围殴 性侵 猥亵
  `),
  'g',
)

/** Harm to people, done or about to be: injury, many pupils ill, collapse, fire, violence. 无人受伤 is none. */
export const isSeriousHarm = (text: string): boolean => present(text, HARM)
