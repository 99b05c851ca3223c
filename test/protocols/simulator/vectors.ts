/**
 * Published vectors of WeCom's callback crypto: V1 and V2 are the worked example of D90968, V3 and V4 come from
 * xen0n/go-workwx, V5 and V6 from wechatpy; V7 was computed with @wecom/crypto 1.0.1.
 */
export type Vector = {
  name: string
  token: string
  key: string
  receiveId: string
  timestamp: string
  nonce: string
  signature: string
  encrypted: string
  message: string
  /** The 16 bytes in front of the message, where encryption is to be repeated byte for byte. */
  prefix?: string
}

export const VECTORS: Vector[] = [
  {
    name: 'V1',
    token: 'QDG6eK',
    key: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
    receiveId: 'wx5823bf96d3bd56c7',
    timestamp: '1409659589',
    nonce: '263014780',
    signature: '5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3',
    encrypted: 'P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==',
    message: '1616140317555161061',
    prefix: 'c41b64491c2468d0',
  },
  {
    name: 'V2',
    token: 'QDG6eK',
    key: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
    receiveId: 'wx5823bf96d3bd56c7',
    timestamp: '1409659813',
    nonce: '1372623149',
    signature: '477715d11cdb4164915debcba66cb864d751f3e6',
    encrypted:
      'RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/sYYvuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q==',
    message:
      '<xml><ToUserName><![CDATA[wx5823bf96d3bd56c7]]></ToUserName>\n<FromUserName><![CDATA[mycreate]]></FromUserName>\n<CreateTime>1409659813</CreateTime>\n<MsgType><![CDATA[text]]></MsgType>\n<Content><![CDATA[hello]]></Content>\n<MsgId>4561255354251345929</MsgId>\n<AgentID>218</AgentID>\n</xml>',
    prefix: '0960688932c47ef1',
  },
  {
    name: 'V3',
    token: 'kjr2TKI8umCBfVF3wAHk8JiPwma5VBme',
    key: '4Ma3YBrSBbX2aez8MJpXGBne5LSDwgGqHbhM9WPYIws',
    receiveId: 'ww6a112864f8022910',
    timestamp: '1583940690',
    nonce: 'VHh7ymSeb0jc4lSb',
    signature: '1ba3cb09c0d2c2b3ed6900d37f91a6efae6cb011',
    encrypted: '6KmUQuPVu7UhjyVqRdbo5SfcRqaHvbUlKSHFvBV2ZuR6TIlKsygcfeSd1GDplg1C5KSKr6UPHCaC/nIX3ZNt9w==',
    message: '94966531020182955848408',
  },
  {
    name: 'V4',
    token: 'kz7Yx62CH8SaLN',
    key: 'cD0d7jx4tYvVtzqrmh3Dm3QFCXe6f8SlHoMtMh3qQEP',
    receiveId: 'ww6a112864f8022910',
    timestamp: '1583995625',
    nonce: '1584392382',
    signature: 'f265ae551b1932727204c3d707628d01376a6940',
    encrypted:
      'EUCt7xMcNiyASzZj0Hjc5yDjFQrCum6AfQ3ntHiUzjGQ51xieKmbvtrZ40/EcB2W/W8yH0n4Lqx48gJl/T9HD/R309I0P/r5pIZucK3lyEn48FYMr4YdE0QdL2jIJ3xkcXUr6uzefzCxG6lMvwpAJaOyVCzN7sRRw47njfxy5EIqU6R9ZBhlTzfdnhhOhK/nTwzrZX3SoGlXFA9OBeZ6ru1NWpXFk76x9DUMe0lcxPPiUqK8ctnQcYXSGUHVqC6DfG7E7mab0OmruNN8cBZY5d3dYOBA4OgaH55Q0AJmUpdT8vNiXpXx+6TxT3TIjySXpDrHVyrsb772aYywgg/Nu4kUmGkALwFZlzhjNegR7wDwb9lr4ERXsSSS8JZ8lbBmaQ3F2Tq584xoPj5rIhXAF734ynm4no1g+SdHiNqR328=',
    message:
      '<xml><ToUserName><![CDATA[ww6a112864f8022910]]></ToUserName><FromUserName><![CDATA[foobar]]></FromUserName><CreateTime>1583995625</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[x123]]></Content><MsgId>2018405441</MsgId><AgentID>1000002</AgentID></xml>',
  },
  {
    name: 'V5',
    token: '123456',
    key: 'kWxPEV2UEDyxWpmPdKC3F4dgPDmOvfKX1HGnEUDS1aR',
    receiveId: 'wx49f0ab532d5d035a',
    timestamp: '1411443780',
    nonce: '437374425',
    signature: 'dd6b9c95b495b3f7e2901bfbc76c664930ffdb96',
    encrypted: '4ByGGj+sVCYcvGeQYhaKIk1o0pQRNbRjxybjTGblXrBaXlTXeOo1+bXFXDQQb1o6co6Yh9Bv41n7hOchLF6p+Q==',
    message: '5927782489442352469',
  },
  {
    name: 'V6',
    token: '123456',
    key: 'kWxPEV2UEDyxWpmPdKC3F4dgPDmOvfKX1HGnEUDS1aR',
    receiveId: 'wx49f0ab532d5d035a',
    timestamp: '1411525903',
    nonce: '461056294',
    signature: '407518b7649e86ef23978113f92d27afa9296533',
    encrypted:
      '9s4gMv99m88kKTh/H8IdkOiMg6bisoy3ypwy9H4hvSPe9nsGaqyw5hhSjdYbcrKk+j3nba4HMOTzHrluLBYqxgNcBqGsL8GqxlhZgURnAtObvesEl5nZ+uBE8bviY0LWke8Zy9V/QYKxNV2FqllNXcfmstttyIkMKCCmVbCFM2JTF5wY0nFhHZSjPUL2Q1qvSUCUld+/WIXrx0oyKQmpB6o8NRrrNrsDf03oxI1p9FxUgMnwKKZeOA/uu+2IEvEBtb7muXsVbwbgX05UPPJvFurDXafG0RQyPR+mf1nDnAtQmmNOuiR5MIkdQ39xn1vWwi1O5oazPoQJz0nTYjxxEE8kv3kFxtAGVRe3ypD3WeK2XeFYFMNMpatF9XiKzHo3',
    message:
      '<xml>\n<MsgType><![CDATA[text]]></MsgType>\n<Content><![CDATA[test]]></Content>\n<FromUserName><![CDATA[wx49f0ab532d5d035a]]></FromUserName>\n<ToUserName><![CDATA[messense]]></ToUserName>\n<AgentID>1</AgentID>\n<CreateTime>1411525903</CreateTime>\n</xml>',
    prefix: '1234567890123456',
  },
  {
    name: 'V7',
    token: 'bottoken01',
    key: '4Ma3YBrSBbX2aez8MJpXGBne5LSDwgGqHbhM9WPYIws',
    receiveId: '',
    timestamp: '1700000000',
    nonce: 'nonce123',
    signature: 'd9b04569c5b38cc1f6acf9bfbecfac7db4442a59',
    encrypted:
      'E9vhCQD4evxU1iSmFO0VU/Ad1JVeGFeoRUSqYASZsXTVS3aHWsYFu6vknACHFzB/iQx6+XhqyAyRalSZ5GiT80MVjvFXd3yI2zvfepELJYWC4lGHm0mEc0H+5g0Fd5zh',
    message: '{"msgtype":"stream","stream":{"id":"s1","finish":true,"content":"好"}}',
    prefix: 'abcdefghijklmnop',
  },
]
