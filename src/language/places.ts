import { baseOf } from './schools/campus-names.ts'

/**
 * A school's name without its places, each as short as people say it: 赣州, 章贡, 沙石. Where it bears the name of its
 * township, `core` keeps that (石塘镇初级中学), and `rest` is what follows.
 */
export type PlacedName = {
  core: string
  city: string | null
  places: string[]
  town: string | null
  rest: string | null
}

const SUFFIX = /(?:特别行政区|自治县|新区|开发区|县|区|市|镇|乡|街道)$/
const CITY = /^([一-龥]{2,3}?)市(?=[一-龥])/
const NOT_A_CITY = /^(?:城|都|集|县|本|全|我)/
const TOWNSHIP = /^([一-龥]{2,4}?)(?:镇|乡(?!村)|街道)(?=[一-龥])/
/** 沙石中心小学 names a township without the word for one. */
const CENTRAL = /^([一-龥]{2,4}?)(?=中心(?:小学|幼儿园|学校|校|完小))/
/** A teaching point under the name of the school that it belongs to. */
const POINT = /^中心(?:小学|校|完小)(?=[一-龥]{2,}教学点$)/
const ONLY_KIND =
  /^(?:中心)?(?:小学|中学|幼儿园|学校|学院|教学点|高级中学|初级中学|初中|高中|完全小学|完小|校|九年一贯制(?:实验)?学校|九年制学校)$/

/** A zone is said without the city that its name begins with: 经开区 for 赣州经开区. */
const ZONES: readonly (readonly [RegExp, string])[] = [
  [/.(?:经济技术开发区|经济开发区|经开区)$/, '经开'],
  [/.(?:高新技术产业开发区|高新技术开发区|高新区)$/, '高新'],
  [/^.{3,}(?<!开发)工业园区$/, '工业园'],
]

/** 章贡 for 章贡区, 经开 for 赣州经开区; 赣县区 is 赣县, since 赣 alone is no place one says. */
export function shortPlace(place: string): string {
  const zone = ZONES.find(([pattern]) => pattern.test(place))
  if (zone) return zone[1]
  const short = place.replace(SUFFIX, '')
  return short.length >= 2 ? short : place.replace(/[区市]$/, '')
}

/** Takes province, city, county and township off a folded name, as far as a name of its own remains. */
export function placedName(folded: string, counties: readonly string[]): PlacedName {
  const places: string[] = []
  let core = folded.replace(/^[一-龥]{2,3}省/, '')
  const take = (place: string, length: number): void => {
    places.push(shortPlace(place))
    core = core.slice(length)
  }
  const city = CITY.exec(core)
  const isCity = city !== null && !NOT_A_CITY.test(city[1]!) && !counties.includes(city[0])
  if (isCity) core = core.slice(city[0].length)
  const county = counties.find((each) => core.startsWith(each) && core.length > each.length)
  if (county) take(county, county.length)
  const placed = { city: isCity ? city[1]! : null, places }
  const township = TOWNSHIP.exec(core) ?? CENTRAL.exec(core)
  if (!township) return { core, ...placed, town: null, rest: null }
  const [whole, town] = [core, township[1]!]
  take(township[0], township[0].length)
  core = core.replace(POINT, '')
  const rest = baseOf(core) ?? core
  return ONLY_KIND.test(rest) ? { core: whole, ...placed, town, rest } : { core, ...placed, town, rest: null }
}

/** 于都实验中学 in 于都县 is 实验中学 there; 南康中学 keeps its name. */
export function withoutShortCounty(core: string, county: string): string {
  const short = shortPlace(county)
  const rest = core.startsWith(short) ? core.slice(short.length) : core
  return ONLY_KIND.test(baseOf(rest) ?? rest) ? core : rest
}
