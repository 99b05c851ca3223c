import type { Files } from './rows.ts'

const SEATS = [
  ...['分管教育工作的市政府领导', '市政府副秘书长', '市教育局局长', '市教育局总督学'],
  ...['市委组织部', '市委宣传部', '市委统战部', '市委编办', '市发改委', '市教育局', '市科技局', '市公安局'],
  ...['市财政局', '市人社局', '市自然资源局', '市住建局', '市农业农村局', '市卫健委', '市应急管理局'],
  ...['市审计局', '市市场监管局', '市体育局', '市统计局', '市扶贫办', '市大数据发展管理局', '团市委'],
]

/** A2: the rows of `seat_list` that are built in for the city, unless a file has a row with the same key. */
export function withBuiltInSeats(files: Files): Files {
  const given = files.seat_list ?? []
  const city = ['city', files.places?.find((row) => row.level === 'city')?.name]
  const builtIn = SEATS.filter((seat) => !given.some((row) => row.seat === seat && city.includes(row.place)))
  const rows = builtIn.map((seat) => ({ place: 'city', seat, valid_from: '2020-01-01' }))
  return { ...files, seat_list: [...rows, ...given] }
}
