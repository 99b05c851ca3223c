const BASE = '/simulator/api'
const POLL_MS = 700

/** Shows a sentence at the foot of the page; an empty one takes it away. */
export function notify(sentence) {
  document.querySelector('#notice').textContent = sentence
}

/** Calls `draw` with the state, now and whenever it has changed. `wanted` names the people whose phones are shown. */
export async function follow(wanted, draw) {
  let tag = ''
  for (;;) {
    try {
      const query = new URLSearchParams({ phones: wanted().join(), since: tag })
      const response = await fetch(`${BASE}/state?${query}`)
      if (response.status === 200) {
        const state = await response.json()
        tag = state.tag
        draw(state)
      }
      recovered()
    } catch {
      lost()
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
}

const LOST = '与服务的连接已断开，正在重试…'
const lost = () => notify(LOST)
const recovered = () => document.querySelector('#notice').textContent === LOST && notify('')

export const findPeople = async (words) => {
  const response = await fetch(`${BASE}/people?${new URLSearchParams({ q: words })}`)
  return response.json()
}

/** Does something on a phone; what went wrong is shown. */
export const act = (body) => post('act', JSON.stringify(body), { 'content-type': 'application/json' })

export const sendPhoto = (query, photo) =>
  post(`photo?${new URLSearchParams(query)}`, photo, { 'content-type': photo.type })

async function post(path, body, headers) {
  notify('')
  try {
    const response = await fetch(`${BASE}/${path}`, { method: 'POST', body, headers })
    if (response.ok) return report(await response.json())
    notify(
      response.status === 413
        ? '图片不能超过 10 MB。'
        : ((await response.json()).error ?? '操作没有成功，请重试。'),
    )
  } catch {
    lost()
  }
}

/** What the assistant answered wrongly would be lost in silence; here somebody should see it. */
function report(outcome) {
  if (outcome.status === null) notify('助手没有应答：请看服务是否在运行。')
  else if (outcome.reached !== undefined)
    notify(`时钟已拨到 ${outcome.reached}，途中到时的提醒和小结都已发出。`)
  else if (outcome.status !== undefined && outcome.status !== 200)
    notify(`助手应答了 ${outcome.status}，消息未被接受。`)
  else if (outcome.reply?.kind === 'refused') notify(`助手的回复不合企业微信的规定：${outcome.reply.why}`)
}
