import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { findPrivate, maskPrivate } from '#src/language/privacy.ts'

describe('masked', () => {
  test.each<[string, string]>([
    ['学生张三被打', '学生张某被打'],
    ['三年级2班李明华在楼梯摔伤', '三年级2班李某某在楼梯摔伤'],
    ['三（2）班的学生王小明没吃药', '三（2）班的学生王某某没吃药'],
    ['家长王女士反映食堂不卫生', '家长某女士反映食堂不卫生'],
    ['举报人李四，电话13812345678', '举报人李某，电话1**********'],
    ['孩子名叫欧阳小雨，呕吐', '孩子名叫欧某某某，呕吐'],
    ['三年级2班张小明楼梯摔伤', '三年级2班张某某楼梯摔伤'],
    ['王小明同学骨折', '王某某同学骨折'],
    ['身份证36070220140312001X核对过', '身份证******************核对过'],
    ['联系家长 138-1234-5678', '联系家长 1************'],
  ])('%s', (text, masked) => {
    expect(maskPrivate(text)).toBe(masked)
    expect(masked).toHaveLength(text.length)
  })
})

describe('nobody is named by', () => {
  test.each([
    '学生宿舍楼应急灯不亮',
    '学生安全没有人管',
    '学生高年级作业多',
    '家长方面有意见',
    '三年级2班黄老师没有教案',
    '章督整〔2026〕12号改好了',
    '留样不足125克，2025年11月18日',
    '同学周一没来',
    '学生文具盒不合格',
  ])('%s', (text) => expect(findPrivate(text)).toEqual([]))

  test('any sentence that the other tests hear', () => {
    for (const file of [
      'sentences.ts',
      'frames.ts',
      'visits.test.ts',
      'clauses.test.ts',
      'other-intents.test.ts',
    ])
      for (const line of readFileSync(`${import.meta.dirname}/${file}`, 'utf8').split('\n'))
        expect(findPrivate(line), line).toEqual([])
  })
})
