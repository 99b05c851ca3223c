import { parseArgs } from 'node:util'
import { parseConfig } from '#src/config.ts'
import { ids, machine } from '#src/machine.ts'
import type { Command } from './command.ts'
import { checkCallbacks } from './doctor/callback.ts'
import { checkDatabase } from './doctor/database.ts'
import { checkDisk, freeBytes } from './doctor/disk.ts'
import type { Finding } from './doctor/finding.ts'
import { checkPlatform } from './doctor/platform.ts'
import { checkSettings } from './doctor/settings.ts'

/** Looks at everything that a running assistant needs, one line a check, and never prints a secret. */
export const doctorCommand: Command = {
  usage: '',
  zh: '体检：配置、时钟、磁盘、数据库、回调、令牌、节假日、待发消息、定时任务，逐项说明对错和改法。',
  en: 'Check settings, clock, disk, database, callback, token, calendar, outbox and the minute, and say how to mend what is wrong.',
  async run(args, { out }) {
    parseArgs({ args })
    const findings = await examine(process.env)
    for (const { name, found, mend } of findings)
      out(mend === null ? `✓ ${name}：${found}` : `✗ ${name}：${found}\n    ${mend}`)
    const faults = findings.filter(({ mend }) => mend !== null).length
    out(faults === 0 ? '一切正常。' : `有 ${faults} 项要处理。`)
    return faults === 0 ? 0 : 1
  },
}

/** Without good settings there is nothing to ask about the rest; `free` tells the room on a disk. */
export async function examine(env: NodeJS.ProcessEnv, free = freeBytes): Promise<Finding[]> {
  const settings = checkSettings(env)
  if (settings.some(({ mend }) => mend !== null)) return settings
  const config = parseConfig(env)
  const checks = [
    checkDisk(config.databasePath, free).then((each) => [each]),
    checkDatabase(config.databasePath, machine.now()),
    ...(config.wecom
      ? [checkCallbacks(config, config.wecom, { machine, ids }), checkPlatform(config.wecom, machine.now)]
      : []),
  ]
  return [...settings, ...(await Promise.all(checks)).flat()]
}
