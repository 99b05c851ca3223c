import { anyOf } from '../text.ts'

const NONE = anyOf('没有? 没得 未 无 冇得? 莫得 不存在 零 挑不 找不 看不 查不')
const NOTHING = anyOf(
  '问题 毛病 毛并 隐患 异常 岔子 刺 不妥 不对 么子 啥子?(?=$|[\\s,。]|好挑|可) 要改 要整改 整改的 可补充 可挑 好挑 挑的 意见$',
)
const NO_ISSUE = new RegExp(
  `${NONE}(?:一?[个条点])?[^,。;]{0,7}?${NOTHING}|(?:问题|毛病|隐患|意见)[^,。;]{0,4}?(?:没有|没得|没见|没记|没看|没发现|没查|没挑|冇得|都没|为?零|0)|(?:^|[\\s,。])ok(?:$|[\\s,。!])|没挑出|一切(?:都)?(?:正常|很?好)`,
)

/** Where words among others say that nothing was wrong: 走廊宿舍都规规矩矩一个问题也没有. For messages that tell of no problem. */
export const saysNoIssue = (plain: string): boolean => NO_ISSUE.test(plain)
