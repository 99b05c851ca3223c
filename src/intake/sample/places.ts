/** A place of county tier with the number of schools that it runs. */
export type SamplePlace = { name: string; code: string; schools: number; townships: readonly string[] }

/** The made-up city has the shape of Ganzhou: its 18 counties by name, and two zones that do not exist. */
export const CITY = { name: '赣州市', code: '360700' }

export const ZONES: Readonly<Record<string, string>> = { 贡水新区: '章贡区', 云峰高新区: '南康区' }

// Some names stand in two counties, as in life.
const TOWNSHIPS = {
  章贡区: '沙石 松岭 苇坪 芦桥 金坪 麦塘',
  南康区: '龙口 上坪 松湾 杏峰 金陂 松坑 鹭源 莲岭 银陂 杏源 杉田 石陂',
  赣县区: '莲湾 竹峰 樟埠 碧峰 麦坑 禾坑 雁岭 荷桥 泉塘 鹤坪 金洲',
  瑞金市: '大桥 东江 荷洲 鹤塘 柳湾 荷岭 杉溪 鹤源 樟桥 杏岭 麦洲',
  龙南市: '白沙 梅岭 禾岭 荷峰 碧口 银洲 云湾 梅源',
  信丰县: '长坪 松溪 麦岭 芦坪 鹭岭 竹岭 苇湾 银湾 荷埠 榕口 芦源 麦田',
  大余县: '龙口 上坪 柳塘 石洲 清口 杉峰 枫田 柳口',
  上犹县: '黄田 鹤口 杉湾 杏桥 莲洲 清岭 雁坑 杉坪',
  崇义县: '大桥 东江 银坪 金源 枫岭 泉源 荷陂',
  安远县: '新圩 玉溪 杉洲 金塘 银峰 石湾 榕坪 桂坪 鹭湾',
  定南县: '长坪 禾桥 麦桥 茶桥 杏塘 鹤陂',
  全南县: '高楼 鹭溪 鹭坑 茶洲 柳田 泉溪',
  宁都县: '黄田 苇溪 松桥 雁源 茶峰 莲埠 金岭 兰埠 竹溪 泉洲 杏坑 樟口',
  于都县: '枫溪 芦岭 竹湾 松洲 云桥 雁陂 清桥 榕源 芦埠 榕坑 玉坪 樟岭 莲坪 松塘 桂岭',
  兴国县: '新圩 碧岭 禾洲 桂湾 云洲 泉田 银口 桂溪 莲田 苇口 樟塘 苇岭 梅桥',
  会昌县: '松岭 碧塘 杏洲 云口 玉洲 竹埠 杏湾 银埠 桂田 禾坪',
  寻乌县: '高楼 泉湾 雁坪 苇埠 茶坪 柳桥 杉岭 石峰',
  石城县: '莲湾 清坪 雁溪 清陂 竹塘 竹陂 杏田 竹田',
  贡水新区: '枫溪 苇塘 禾溪 芦口 茶田',
  云峰高新区: '白沙 兰源 杏坪 竹桥',
}

const SIZES: readonly (readonly [keyof typeof TOWNSHIPS, string, number])[] = [
  ['章贡区', '360702', 230],
  ['南康区', '360703', 245],
  ['赣县区', '360704', 190],
  ['瑞金市', '360781', 195],
  ['龙南市', '360783', 120],
  ['信丰县', '360722', 210],
  ['大余县', '360723', 115],
  ['上犹县', '360724', 120],
  ['崇义县', '360725', 95],
  ['安远县', '360726', 140],
  ['定南县', '360728', 90],
  ['全南县', '360729', 90],
  ['宁都县', '360730', 240],
  ['于都县', '360731', 280],
  ['兴国县', '360732', 240],
  ['会昌县', '360733', 170],
  ['寻乌县', '360734', 120],
  ['石城县', '360735', 130],
  ['贡水新区', '360791', 150],
  ['云峰高新区', '360792', 115],
]

export const PLACES: readonly SamplePlace[] = SIZES.map(([name, code, schools]) => ({
  name,
  code,
  schools,
  townships: TOWNSHIPS[name].split(' '),
}))
