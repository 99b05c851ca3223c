import { describe, expect, test } from 'vitest'
import { parseConfig } from '#src/config.ts'
import { unknownPlaces } from '#src/channels/wecom/webhooks.ts'
import { ConfigError } from '#src/domain/errors.ts'

const [CITY, COUNTY] = ['0f3a6c1e-4e6b-9c55-7f3b-aaaaaaaaaaaa', '5d2a1c88-4e6b-9c55-0f3a-bbbbbbbbbbbb']
const APP = {
  WECOM_CORP_ID: 'ww1',
  WECOM_AGENT_ID: '1000002',
  WECOM_SECRET: 's',
  WECOM_TOKEN: 'token1',
  WECOM_ENCODING_AES_KEY: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
}
const webhooksIn = (written: string) =>
  parseConfig({ ...APP, WECOM_DIGEST_WEBHOOKS: written }).wecom?.webhooks

function problemIn(written: string, app: object = APP): string {
  try {
    parseConfig({ ...app, WECOM_DIGEST_WEBHOOKS: written })
    return ''
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
}

describe('WECOM_DIGEST_WEBHOOKS', () => {
  test.each([
    `city=${CITY};章贡区=${COUNTY}`,
    ` city = ${CITY} ；章贡区=${COUNTY}；`,
    `city=${CITY}\n章贡区=${COUNTY}\n`,
  ])('%j', (written) =>
    expect([...webhooksIn(written)!]).toEqual([
      ['city', CITY],
      ['章贡区', COUNTY],
    ]),
  )

  test('every wrong entry is named, and no key', () => {
    const said = problemIn(`city=${CITY}?;${COUNTY};章贡区=;city=${CITY};city=${COUNTY}`)
    expect(said.match(/第 \d 项.*?。/g)).toEqual([
      '第 1 项「city」的 KEY 不对，请复制机器人 Webhook 地址里 key= 后面的部分。',
      '第 2 项应写成「地区=KEY」，全市写 city=KEY。',
      '第 3 项「章贡区」的 KEY 不对，请复制机器人 Webhook 地址里 key= 后面的部分。',
      '第 5 项「city」写了两次。',
    ])
    expect(said).not.toMatch(/0f3a6c1e|5d2a1c88/)
  })

  test('a made-up city does not speak in real groups', () =>
    expect(problemIn(`city=${CITY}`, {})).toContain('企业微信自建应用的配置不完整'))

  test('places that the roster does not have', () =>
    expect(unknownPlaces(webhooksIn(`city=${CITY};章贡县=${COUNTY}`)!, ['章贡区'])).toEqual(['章贡县']))
})
