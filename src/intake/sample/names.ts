import type { Chance } from './chance.ts'

const SURNAMES =
  '李li 王wang 张zhang 刘liu 陈chen 杨yang 黄huang 赵zhao 周zhou 吴wu 徐xu 孙sun 胡hu 朱zhu 高gao 林lin 何he 郭guo 马ma 罗luo 钟zhong 谢xie 曾zeng 赖lai 温wen 邱qiu 廖liao 肖xiao 邓deng 叶ye 卢lu 袁yuan 蔡cai 潘pan 彭peng 余yu 范fan 方fang 石shi 田tian'

const GIVEN =
  '伟wei 芳fang 敏min 静jing 丽li 强qiang 磊lei 军jun 洋yang 勇yong 艳yan 杰jie 娟juan 涛tao 明ming 超chao 霞xia 平ping 刚gang 英ying 华hua 玉yu 兰lan 红hong 梅mei 萍ping 志zhi 远yuan 文wen 斌bin 春chun 晓xiao 云yun 海hai 燕yan 波bo 建jian 国guo 庆qing 林lin 秀xiu 珍zhen 福fu 生sheng 荣rong 金jin 辉hui 东dong 宁ning 安an'

/** A character and how it is read in a userid. */
type Sign = readonly [sign: string, reading: string]

const signs = (table: string): Sign[] => table.split(' ').map((each) => [each.slice(0, 1), each.slice(1)])

/** Makes up people, each with a userid of his own such as `li_wei_0132`. */
export function namer(chance: Chance): () => { userid: string; name: string } {
  const [surnames, given] = [signs(SURNAMES), signs(GIVEN)]
  let number = 0
  return () => {
    const [first, second] = [chance.pick(given), chance.pick(given)]
    const name: Sign[] = [
      chance.pick(surnames),
      first,
      ...(chance.between(1, 3) > 1 && second !== first ? [second] : []),
    ]
    const [surname, ...rest] = name.map(([, reading]) => reading)
    number++
    return {
      userid: `${surname}_${rest.join('')}_${String(number).padStart(4, '0')}`,
      name: name.map(([sign]) => sign).join(''),
    }
  }
}
