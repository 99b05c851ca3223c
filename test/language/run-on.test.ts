import { OUR_LEXICON } from '#src/language/lexicon/lexicon.ts'
import { runOn } from '#src/language/visits/run-on.ts'
import { expect, test } from 'vitest'

const cut = (text: string): string =>
  runOn({ plain: text, lexicon: OUR_LEXICON }, [0, text.length])
    .map(([from, to]) => text.slice(from, to))
    .join('|')

test.each([
  '食堂留样不全|消防通道堵了|灭火器过期三具',
  '门禁损坏|玻璃破碎|走廊蜘蛛网',
  '超计划招生|屋顶漏雨|配电箱未上锁',
  '家长会未召开|学生仪容不整|危化品未双人双锁',
  '课后服务收费未公示|餐具消毒记录缺失',
  '学籍台账不符|毛巾未一人一巾',
  '宿舍楼二楼应急灯坏了三个|学生寝室有人抽烟|门卫登记本没填完',
  '冰柜里面的肉没有贴日期|问了食堂的师傅他说是昨天进的货',
  '门口没有硬质隔离栏|车乱停',
  '灭火器压力不足|要求学校尽快更换',
  '教室投影仪坏了两个月没人修|老师上课都是念书',
])('%s', (parts) => expect(cut(parts.replaceAll('|', ''))).toBe(parts))

test.each([
  '消防通道堆了桌椅',
  '监控有3个摄像头黑屏',
  '小卖部卖过期食品',
  '教师体罚学生',
  '屋顶漏水导致教室墙面发霉',
  '没有安全出口标志',
  '宿舍使用大功率电器',
  '未对食堂人员进行健康检查',
])('%s is one problem', (clause) => expect(cut(clause)).toBe(clause))
