import { hear } from '#src/language/hear.ts'
import type { Act } from '#src/language/rectifications/reason-words.ts'
import { reasonFor } from '#src/language/rectifications/reasons.ts'
import { expect, test } from 'vitest'
import { listening, REGISTRY } from './city.ts'

test.each<[Act, string, string | null]>([
  ['extension', '供货没到能不能宽限到下周三', '供货没到'],
  ['extension', '因下雨无法施工申请延期到月底', '下雨无法施工'],
  ['extension', '想延到12月1号厂家说没货', '厂家说没货'],
  ['extension', '工人都回老家了，车棚能不能宽到明年3月1号', '工人都回老家了'],
  ['extension', '四中想把说明拖到12月5日交 因为校长外地培训', '校长外地培训'],
  ['extension', '申请延长至12月5日，原因是排产紧张、物流受限', '排产紧张、物流受限'],
  ['extension', '期限能往后挪到下周五么？配件要从外地调', '配件要从外地调'],
  ['extension', '来不及，再缓一个星期吧', null],
  ['objection', '对监控坏了这条有异议，是当天停电', '是当天停电'],
  ['objection', '说我们消防沙桶空，那是当天正在换沙，我们不服', '那是当天正在换沙'],
  ['objection', '食谱过期？拍的是旧栏，不认', '拍的是旧栏'],
  ['objection', '我们园不认可，滑梯是好的，督学没看清', '滑梯是好的，督学没看清'],
  ['rejection', '四中报来的材料不通过 账还是乱的', '账还是乱的'],
  ['rejection', '文清的说明我看了，驳回，煤气阀没换', '煤气阀没换'],
  ['rejection', '四中的整改报告太敷衍，驳回重报', '整改报告太敷衍'],
  ['rejection', '退回四中整改报告，缺少照片', '缺少照片'],
  ['cancellation', '昨天四中那条记错学校了，删掉', '记错学校了'],
  ['cancellation', '刚才那条发重了 撤回', '发重了'],
  ['cancellation', '明天的复查取消，因为学校放假', '学校放假'],
  ['cancellation', '阳明那个算了 不改了 意义不大', '意义不大'],
  ['nomination', '推荐四中，劳动课有特色', '劳动课有特色'],
  ['nomination', '四中经验值得全县推广，列进表扬名单吧', '经验值得全县推广'],
  ['nomination', '四中课题拿了省奖 值得表彰一下', '课题拿了省奖'],
  ['nomination', '建议通报表扬四中', null],
  ['interview', '就体罚学生问题约谈了四中熊校长', '体罚学生问题'],
  ['interview', '已约谈四中校长，主要是整改拖延，要求一周内整改', '整改拖延'],
  ['interview', '四中约谈记录请存档，防火门上锁', '防火门上锁'],
])('%s: %s', (act, text, reason) =>
  expect(reasonFor(act, hear(text, REGISTRY, listening()))?.value ?? null).toBe(reason),
)

test('where the words of a reason stood is known', () => {
  const text = '四中课题拿了省奖 值得表彰一下'
  const reason = reasonFor('nomination', hear(text, REGISTRY, listening()))
  expect(text.slice(...reason!.span)).toBe('课题拿了省奖')
})
