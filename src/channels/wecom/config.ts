/** What a deployment says about its WeCom app, and about its AI bot where it has one. */
export type WecomConfig = {
  corpId: string
  agentId: number
  secret: string
  token: string
  encodingAesKey: string
  /** `https://qyapi.weixin.qq.com`, or the address of a private deployment or a relay. */
  apiBase: string
  /** The key of the robot in the group of a place (`city` for the city's), by place. A secret, like the rest. */
  webhooks?: ReadonlyMap<string, string>
  bot?: { token: string; encodingAesKey: string; name?: string }
}
