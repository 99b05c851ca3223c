import { existsSync } from 'node:fs'
import { contentsOf } from '#db/file.ts'
import { wordsInForce } from '#db/lexicon.ts'
import { openToRead } from '#db/node.ts'
import { lastTick } from '#db/last-tick.ts'
import { backlog, failedSince } from '#db/outbox.ts'
import { loadedWorkingDays } from '#db/working-days.ts'
import type { Db } from '#db/store.ts'
import { dayOf, monthOf, plusMs, yearOf, DAY_MS, type Instant } from '#src/domain/day.ts'
import { rootCause } from '#src/domain/errors.ts'
import { well, wrong, type Finding } from './finding.ts'

/** The database itself, and what it tells about the assistant that works with it. */
export async function checkDatabase(path: string, now: Instant): Promise<Finding[]> {
  const file = checkFile(path)
  if (file.mend !== null) return [file]
  const { db, close } = openToRead(path)
  try {
    return [
      file,
      await checkCalendar(db, now),
      await checkLexicon(db),
      ...(await checkOutbox(db, now)),
      await checkTick(db, now),
    ]
  } finally {
    close()
  }
}

function checkFile(path: string): Finding {
  const name = '数据库'
  if (!existsSync(path))
    return wrong(name, `没有 ${path}`, '请核对 DATABASE_PATH；第一次使用请先启动助手，再导入名册。')
  const restore = '请停掉助手，用 npm run dudao -- restore 恢复最近的备份。'
  try {
    const { integrity, kind, isNewer, isOlder } = contentsOf(path, { quick: true })
    if (integrity !== 'ok') return wrong(name, `${path} 已损坏（${integrity}）`, restore)
    if (kind !== 'live')
      return wrong(name, `${path} 是示例数据库`, '请用 DATABASE_PATH 指定另一个文件，正式数据不与示例混用。')
    if (isNewer) return wrong(name, `${path} 属于更新的版本`, '请把程序升级到写出它的版本。')
    if (isOlder) return wrong(name, `${path} 还是旧版本的结构`, '请重新启动助手，启动时会自动更新。')
    return well(name, `${path} 完好`)
  } catch (error) {
    return wrong(name, `${path} 不能读取（${rootCause(error)}）`, restore)
  }
}

/** The State Council arranges the next year in November: from December on it must be there. */
async function checkCalendar(db: Db, now: Instant): Promise<Finding> {
  const name = '工作日'
  const { known } = await loadedWorkingDays(db)
  const year = yearOf(dayOf(now))
  const isLate = monthOf(dayOf(now)) === 12
  const missing = [year, year + 1].filter((each) => !known(each))
  if (missing.length === 0) return well(name, `${year}、${year + 1} 年的节假日安排已载入`)
  const found = `${missing.join('、')} 年的节假日安排没有载入`
  return missing.includes(year) || isLate
    ? wrong(name, `${found}，期限按周末和法定节假日推算`, '请升级督导助手，新版本带有国务院公布的安排。')
    : well(name, `${year} 年的节假日安排已载入，${year + 1} 年的尚未公布`)
}

const checkLexicon = async (db: Db): Promise<Finding> =>
  well('词表', `在用 ${(await wordsInForce(db)).length} 个自己加的词`)

/** Longer than a message waits when the platform is well. */
const STUCK_MS = 30 * 60_000
const SHOWN = 5

async function checkOutbox(db: Db, now: Instant): Promise<Finding[]> {
  const { waiting, oldest } = await backlog(db)
  const isStuck = oldest !== null && now - oldest > STUCK_MS
  const since = Math.round((now - (oldest ?? now)) / 60_000)
  const stuck = `${waiting} 条消息在等待，最早的已等 ${since} 分钟`
  const queue = isStuck
    ? wrong('待发消息', stuck, '请看上面“令牌”一项和助手的日志（setting_to_mend）；接口恢复后会自动补发。')
    : well('待发消息', `${waiting} 条在等待`)
  return [queue, await checkFailed(db, now)]
}

async function checkFailed(db: Db, now: Instant): Promise<Finding> {
  const failed = await failedSince(db, plusMs(now, -7 * DAY_MS))
  if (failed.length === 0) return well('未送达', '最近七天没有')
  const people = new Map(
    failed.map((each) => [each.recipient, `${each.name ?? '名册上没有的人'} ${each.recipient}`]),
  )
  const whom = [...people.values()].slice(0, SHOWN).join('、')
  const found = `最近七天有 ${failed.length} 条消息没有送达 ${people.size} 人（${whom}）：${failed.at(-1)?.why ?? ''}`
  return wrong('未送达', found, '请在企业微信后台核对这些成员的账号、应用可见范围和接口许可，再更新名册。')
}

const TICK_LATE_MS = 5 * 60_000

async function checkTick(db: Db, now: Instant): Promise<Finding> {
  const last = await lastTick(db)
  const mend = '提醒和补发都靠它：请确认助手正在运行，并看日志里的 tick_failed。'
  if (last === null) return wrong('定时任务', '还没有运行过（刚启动请等一分钟）', mend)
  const minutes = Math.round((now - last) / 60_000)
  return now - last <= TICK_LATE_MS
    ? well('定时任务', '每分钟都在运行')
    : wrong('定时任务', `上次运行在 ${minutes} 分钟前`, mend)
}
