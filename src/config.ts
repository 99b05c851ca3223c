import { z } from 'zod'
import { ConfigError } from './domain/errors.ts'
import type { WecomConfig } from './channels/wecom/config.ts'
import type { ModelConfig } from './model/config.ts'
import { DigestWebhooks } from './channels/wecom/webhooks.ts'

/** What a deployment is told by its environment. Without WeCom's five values it runs the sample city. */
export type Config = {
  host: string
  port: number
  publicUrl: string | null
  databasePath: string
  metricsToken: string | null
  wecom: WecomConfig | null
  model: ModelConfig | null
}

type Setting = { name: string; where: string }

const APP: readonly Setting[] = [
  { name: 'WECOM_CORP_ID', where: '管理后台「我的企业」→ 企业ID' },
  { name: 'WECOM_AGENT_ID', where: '「应用管理」→ 自建应用 → AgentId' },
  { name: 'WECOM_SECRET', where: '「应用管理」→ 自建应用 → Secret' },
  { name: 'WECOM_TOKEN', where: '自建应用 →「接收消息」→ API接收消息 → Token' },
  { name: 'WECOM_ENCODING_AES_KEY', where: '自建应用 →「接收消息」→ API接收消息 → EncodingAESKey' },
]
const BOT: readonly Setting[] = [
  { name: 'WECOM_BOT_TOKEN', where: '智能机器人 → API模式 → Token' },
  { name: 'WECOM_BOT_ENCODING_AES_KEY', where: '智能机器人 → API模式 → EncodingAESKey' },
]
const WEBHOOKS: Setting = { name: 'WECOM_DIGEST_WEBHOOKS', where: '企业微信群 → 群机器人 → Webhook 地址' }
const ADDRESSES = ['PUBLIC_URL', 'WECOM_API_BASE', 'LLM_BASE_URL']
const WHERE = new Map([...APP, ...BOT, WEBHOOKS].map((setting) => [setting.name, setting.where]))

const aesKey = z.string().regex(/^[A-Za-z0-9]{43}$/, '应为 43 位字母和数字')
const token = z.string().regex(/^[A-Za-z0-9]{1,32}$/, '应为不超过 32 位的字母和数字')

const Environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce
    .number('应为端口号')
    .int('应为端口号')
    .min(0, '应为端口号')
    .max(65535, '应为端口号')
    .default(3000),
  PUBLIC_URL: z.string().optional(),
  DATABASE_PATH: z.string().optional(),
  METRICS_TOKEN: z.string().min(16, '至少 16 个字符').optional(),
  WECOM_API_BASE: z.string().default('https://qyapi.weixin.qq.com'),
  WECOM_CORP_ID: z.string().optional(),
  WECOM_AGENT_ID: z.coerce.number('应为数字').int('应为整数').positive('应为正整数').optional(),
  WECOM_SECRET: z.string().optional(),
  WECOM_TOKEN: token.optional(),
  WECOM_ENCODING_AES_KEY: aesKey.optional(),
  WECOM_BOT_TOKEN: token.optional(),
  WECOM_BOT_ENCODING_AES_KEY: aesKey.optional(),
  WECOM_BOT_NAME: z.string().optional(),
  WECOM_DIGEST_WEBHOOKS: DigestWebhooks.optional(),
  LLM_BASE_URL: z.string().optional(),
  LLM_MODEL: z.string().optional(),
  LLM_API_KEY: z.string().optional(),
})

type Environment = z.infer<typeof Environment>

/** Reads the environment once; throws a ConfigError that names every missing or wrong value with the page that shows it. */
export function parseConfig(env: Env): Config {
  const faults = configFaults(env)
  if (faults.length > 0) throw new ConfigError(faults.join('\n'))
  const data = Environment.parse(filledIn(env))
  const wecom = isForWecom(filledIn(env)) ? wecomOf(data) : null
  return {
    host: data.HOST,
    port: data.PORT,
    publicUrl: data.PUBLIC_URL ? withoutSlash(data.PUBLIC_URL) : null,
    databasePath: data.DATABASE_PATH ?? (wecom ? 'data/dudao.db' : 'data/sample.db'),
    metricsToken: data.METRICS_TOKEN ?? null,
    wecom,
    model: modelOf(data),
  }
}

/** Everything that is wrong with the settings, each in its own words; none where the assistant can start with them. */
export function configFaults(env: Env): string[] {
  const filled = filledIn(env)
  const wrong = (Environment.safeParse(filled).error?.issues ?? []).map(problem)
  const addresses = ADDRESSES.map((name) => addressFault(name, filled[name]))
  return [
    ...wrong,
    ...addresses.filter((fault) => fault !== null),
    ...missing(filled),
    ...missingOfModel(filled),
  ]
}

type Env = Record<string, string | undefined>
type Filled = Record<string, string>

const filledIn = (env: Env): Filled =>
  Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => !!entry[1] && entry[1].trim() !== ''),
  )

function problem(issue: z.core.$ZodIssue): string {
  const name = String(issue.path[0])
  const where = WHERE.get(name)
  return `${name} 不对：${issue.message}。${where ? `请从${where}复制。` : ''}`
}

/** A made-up city has nothing to tell to real groups. */
const isForWecom = (filled: Filled): boolean =>
  [...APP, ...BOT, WEBHOOKS].some(({ name }) => filled[name] !== undefined)

/** The five go together, and the two of the bot: half a set would start and then lose what it cannot answer. */
function missing(filled: Filled): string[] {
  if (!isForWecom(filled)) return []
  const lacking = (settings: readonly Setting[]) => settings.filter(({ name }) => filled[name] === undefined)
  const [app, bot] = [lacking(APP), lacking(BOT)]
  return [
    ...(app.length > 0 ? [incomplete('企业微信自建应用', app)] : []),
    ...(bot.length === 1 ? [incomplete('智能机器人', bot)] : []),
  ]
}

/** Address and name go together; a local model needs no key. */
function missingOfModel({ LLM_BASE_URL: baseUrl, LLM_MODEL: name, LLM_API_KEY: key }: Filled): string[] {
  if (baseUrl === undefined && name === undefined && key === undefined) return []
  if (baseUrl !== undefined && name !== undefined) return []
  return ['模型的配置不完整：LLM_BASE_URL 和 LLM_MODEL 要一起填；都不填则不使用模型（docs/model.md）。']
}

const modelOf = (env: Environment): ModelConfig | null =>
  env.LLM_BASE_URL === undefined || env.LLM_MODEL === undefined
    ? null
    : { baseUrl: withoutSlash(env.LLM_BASE_URL), model: env.LLM_MODEL, apiKey: env.LLM_API_KEY ?? null }

function wecomOf(env: Environment): WecomConfig {
  const webhooks = env.WECOM_DIGEST_WEBHOOKS
  return {
    corpId: env.WECOM_CORP_ID as string,
    agentId: env.WECOM_AGENT_ID as number,
    secret: env.WECOM_SECRET as string,
    token: env.WECOM_TOKEN as string,
    encodingAesKey: env.WECOM_ENCODING_AES_KEY as string,
    apiBase: withoutSlash(env.WECOM_API_BASE),
    ...(webhooks ? { webhooks } : {}),
    ...(env.WECOM_BOT_TOKEN ? { bot: botOf(env) } : {}),
  }
}

const botOf = (env: Environment) => ({
  token: env.WECOM_BOT_TOKEN as string,
  encodingAesKey: env.WECOM_BOT_ENCODING_AES_KEY as string,
  ...(env.WECOM_BOT_NAME ? { name: env.WECOM_BOT_NAME } : {}),
})

const incomplete = (what: string, settings: readonly Setting[]): string =>
  `${what}的配置不完整，还缺：\n${settings.map(({ name, where }) => `  ${name}（${where}）`).join('\n')}\n全部填好后再启动；都不填则启动示例。`

/** https anywhere; plain http only where nobody can listen in: loopback and private networks. */
function addressFault(name: string, written: string | undefined): string | null {
  if (written === undefined) return null
  if (!URL.canParse(written)) return `${name} 不是网址：请写成 https://… 的完整地址。`
  const { protocol, hostname } = new URL(written)
  const isSafe = protocol === 'https:' || (protocol === 'http:' && isPrivateHost(hostname))
  return isSafe ? null : `${name} 应以 https:// 开头；只有本机和内网地址可以用 http://。`
}

const withoutSlash = (address: string): string => address.replace(/\/+$/, '')

/** Whether the address leads back to this very machine: a stand-in of the platform, not the platform. */
export const isLoopback = (address: string | undefined): boolean =>
  address !== undefined && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(address).hostname)

const PRIVATE = [
  /^localhost$/,
  /^127\./,
  /^10\./,
  /^192\.168\./,
  /^172\.(1[6-9]|2\d|3[01])\./,
  /^169\.254\./,
  /^\[::1\]$/,
  /^\[f[cd][0-9a-f]{2}:/,
  /\.(local|internal|lan)$/,
]

/** Loopback and the private ranges of RFC 1918 and 4193; a name without a dot is one of the local network. */
export const isPrivateHost = (host: string): boolean =>
  PRIVATE.some((pattern) => pattern.test(host)) || (!host.includes('.') && !host.includes(':'))
