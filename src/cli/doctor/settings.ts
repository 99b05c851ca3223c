import { configFaults } from '#src/config.ts'
import { well, wrong, type Finding } from './finding.ts'

const NAME = '配置'

/** Every setting, by the same rules as the start; all faults, not only the first. */
export function checkSettings(env: Record<string, string | undefined>): Finding[] {
  const faults = configFaults(env)
  if (faults.length > 0)
    return faults.map((fault) => wrong(NAME, fault.replaceAll(/\s*\n\s*/g, ' '), '改好环境变量后重新启动。'))
  if (!env['WECOM_CORP_ID'])
    return [
      wrong(
        NAME,
        '没有填企业微信的五项，启动的是示例城市。',
        '正式使用请按 README.zh-CN.md“环境变量”一节填写以 WECOM_ 开头的五项。',
      ),
    ]
  return [well(NAME, '都已填写，格式正确')]
}
