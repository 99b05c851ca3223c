import { beforeEach, describe, expect, test } from 'vitest'
import { fileRecords } from '#test/records.ts'
import { stage } from '#test/stage.ts'

const { world, person } = stage()

const PLACES = `name,level,government,valid_from,valid_to
赣州市,city,,,
章贡区,county,,,
南康区,county,,,
`
/** 128,640 students in 章贡区: thirteen full-time inspectors are needed, two are there. */
const STUDENTS = `place,stage,as_of,count
章贡区,kindergarten,2025-09-20,28640
章贡区,primary,2025-09-20,60000
章贡区,junior,2025-09-20,40000
南康区,primary,2025-09-20,9000
`
const INSPECTORS = `userid,place,kind,appointed_on,term_start,term_end,term_no,retired,retired_on,stages
Li_Min,章贡区,part_time,2017-01-01,2023-01-01,2025-12-31,3,true,2016-05-01,
wang_qiang,章贡区,full_time,2020-03-01,,,,false,,compulsory
liao_nan,南康区,full_time,2021-03-01,,,,false,,compulsory|preschool|senior
`

describe('enough full-time inspectors (C9.1, C9.2)', () => {
  test('a county reads its students with their day, need, have, what is short, and where it stands', async () => {
    await fileRecords(world, { places: PLACES, student_numbers: STUDENTS, inspectors: INSPECTORS })
    const zhou = person('zhou_wen')
    await zhou.says('章贡区督学够不够')
    zhou.sees(
      '章贡区专职督学配备：未达标',
      '学生 128,640 人（9月20日（周六）统计）',
      '应配 13—25 名',
      '现有 1 名，缺 12 名',
      '缺学前、高中（含中职）学段专职督学',
      '依据：赣市办字〔2020〕26号第9条',
    )
  })

  test('the city reads every county beside its own sum, and what nobody has counted is not called enough', async () => {
    await fileRecords(world, { places: PLACES, student_numbers: STUDENTS, inspectors: INSPECTORS })
    const zong = person('zong_du')
    await zong.says('全市专职督学配备情况 哪些县没达标')
    zong.sees('全市合计：', /· 章贡区：.*（未达标）[^]*· 南康区：学生数不全.*（数据不足）/)
  })

  test('without records nothing is 达标', async () => {
    await person('zhou_wen').says('章贡区督学够不够')
    person('zhou_wen').sees('数据不足')
  })

  test('a county office reads its own county only', async () => {
    await person('zhou_wen').says('南康区督学够不够')
    person('zhou_wen').sees('您可以查询章贡区的情况')
  })
})

describe('the share of the retired (C10.1)', () => {
  test('now, and after two more', async () => {
    await fileRecords(world, { places: PLACES, inspectors: INSPECTORS })
    await person('zhou_wen').says('退休的占比超了没 再聘2个退休的行不行')
    person('zhou_wen').sees(
      '督学 2 名，其中退休 1 名，占 50%',
      '未达标',
      '再聘 2 名退休督学后：3/4，占 75%，超过 40%',
      '没有退休日期的不能聘',
      '赣市办字〔2020〕26号第10条',
    )
  })
})

const TRAINING = `userid,title,form,organizer_level,start_on,end_on,hours,verified
Li_Min,春季培训,concentrated,city,2025-03-10,2025-03-12,26,true
Li_Min,秋季培训,concentrated,county,2025-10-22,2025-10-24,8,false
Li_Min,平台网课,online,national,2025-05-01,2025-05-20,20,true
`

describe('forty hours (C11.1)', () => {
  beforeEach(() => fileRecords(world, { places: PLACES, inspectors: INSPECTORS, training: TRAINING }))

  test('an inspector reads what is counted, what waits, what is left', async () => {
    await person('Li_Min').says('我学时够了吗')
    person('Li_Min').sees('已核 26 / 40，待核 8，还差 14', '网络研修 20 不计入', '赣市办字〔2020〕26号第11条')
  })

  test('the office reads its inspectors, the fewest hours first', async () => {
    await person('zhou_wen').says('督学学时情况')
    person('zhou_wen').sees('督学 2 名', /王强：已核 0 \/ 40[^]*李敏：已核 26 \/ 40/)
  })

  test('another one’s hours are not his to read: he is told what he may ask', async () => {
    await person('wang_qiang').says('李敏学时够了吗')
    person('wang_qiang').sees('这个问题由督导办查询', '我学时够了吗')
    expect(person('wang_qiang').reads().join()).not.toContain('已核 26')
  })

  test('the office may name one', async () => {
    await person('zhou_wen').says('李敏学时够了吗')
    person('zhou_wen').sees('李敏2025年集中培训学时', '已核 26 / 40')
  })
})

describe('terms (C10.5)', () => {
  beforeEach(() => fileRecords(world, { places: PLACES, inspectors: INSPECTORS }))

  test('whose ends in the time that is named; a third cannot be renewed', async () => {
    await person('zhou_wen').says('下半年哪些督学聘期到了')
    person('zhou_wen').sees(
      '李敏：第 3 届',
      '12月31日（周三）到期，还有 43 天',
      '已满 3 届，不能再续聘',
      '《教育督导条例》第六条',
    )
  })

  test('an inspector reads his own', async () => {
    await person('Li_Min').says('我的聘期什么时候到期')
    person('Li_Min').sees('李敏的聘期', '第 3 届')
  })
})

describe('schools with nobody (C5.1)', () => {
  test('those without anybody, those that are new, and those whose inspector has no card', async () => {
    await fileRecords(world, { places: PLACES, inspectors: INSPECTORS })
    await person('zhou_wen').says('哪些学校没挂牌')
    person('zhou_wen').sees('学校 9 所，已有责任督学 8 所', '第三中学：没有责任督学（未达标）')
  })

  test('a school is told what it may ask', async () => {
    await person('chen_yuan').says('哪些学校没挂牌')
    person('chen_yuan').sees('学校可以问')
    expect(person('chen_yuan').reads().join()).not.toContain('第三中学')
  })
})
