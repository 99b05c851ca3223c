import { anyOf } from '../text.ts'

const ON_THE_SPOT = anyOf('当场 现场 当面 当即 我说完')
const MEND = anyOf(
  '改 整改 换 清 搬 补 处理 修 撤 收 没收 关 擦 扫 打扫 拆 戴 缝 摘 移 纠正 解决 弄 整理 下架 倒 拿走 盖',
)
const MENDED = new RegExp(
  `^(?:这个?|那个?|这些|都|也|就|全|已经?|园?[校园]长|老师|阿姨|他们)*${ON_THE_SPOT}(?:就|都|也|已经?|全)*${MEND}[^,。;]{0,4}了?$`,
)

/** 当场改了, 那个当场移走了: what was told before it is no problem any more, and none is written. */
export const wasMended = (clause: string): boolean => MENDED.test(clause)
