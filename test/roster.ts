/** A small made-up city for stories: names that clash, a person in every role, schools with nobody. */
export const SCHOOLS = `code,name,county,stage,ownership,students,aliases
S01,文清路小学,章贡区,primary,public,1200,文清|文小
S02,第七中学,章贡区,junior,public,1800,七中
S03,第三中学,章贡区,complete,public,2400,三中
S04,第四中学,章贡区,junior,public,1500,四中
S05,实验小学,章贡区,primary,public,1600,实小|实验
S06,实验中学,章贡区,junior,public,1700,实中|实验
S07,沙石中心小学,章贡区,primary,public,600,沙石|沙石中心
S08,蓝天幼儿园,章贡区,kindergarten,private,200,蓝天
S09,阳明小学,章贡区,primary,public,900,阳明
S10,潭口中学,南康区,junior,public,1100,潭口
`

export const PEOPLE = `userid,name,role,county,school_code,assigned_school_codes,unit
Li_Min,李敏,inspector_part,章贡区,S03,S01|S02|S05|S07|S08,
wang_qiang,王强,inspector_full,章贡区,,S04|S06|S09,
liao_nan,廖楠,inspector_full,南康区,,S10,
chen_yuan,陈源,principal,章贡区,S01,,
liu_fang,刘芳,school_contact,章贡区,S01,,
gao_qi,高琪,principal,章贡区,S02,,
he_si,何思,principal,章贡区,S04,,
zhou_wen,周文,county_office,章贡区,,,
sun_li,孙立,county_office,章贡区,,,
nan_ban,南办,county_office,南康区,,,
shi_ban,施办,city_office,,,,
zong_du,宗督,chief_inspector,,,,
zhang_ren,张任,committee_director,,,,
ji_jian,季建,bureau_section,章贡区,,,基建科
`

/** The two files as they would be imported. */
export const rosterFiles = ({
  schools = SCHOOLS,
  people = PEOPLE,
}: { schools?: string; people?: string } = {}) => [
  { name: 'schools.csv', bytes: Buffer.from(schools) },
  { name: 'people.csv', bytes: Buffer.from(people) },
]

/** Who has a phone: everybody on file, and a stranger. */
export const peopleOf = (csv = PEOPLE) =>
  csv
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [userid = '', name = '', role = '', unit = ''] = line.split(',')
      return { userid, name, role, unit }
    })
    .concat([{ userid: 'stranger_x', name: '路人', role: '', unit: '' }])
