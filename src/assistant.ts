import { isOnRoster } from '#db/people.ts'
import type { Store } from '#db/store.ts'
import { createRosterKeeper, type RosterMemory } from './bot/roster.ts'
import { takeTurn, type TurnDeps } from './bot/turn.ts'
import { createWecomApi } from './channels/wecom/api.ts'
import { createWecomChannel } from './channels/wecom/channel.ts'
import type { WecomConfig } from './channels/wecom/config.ts'
import { fitsInline } from './channels/wecom/reply.ts'
import { wecomRoutes } from './channels/wecom/routes.ts'
import type { TokenMemory } from './channels/wecom/token.ts'
import { createPlainUserIds } from './channels/wecom/userids.ts'
import { unknownPlaces } from './channels/wecom/webhooks.ts'
import { createDelivery } from './delivery/delivery.ts'
import { createPhotoFetcher } from './delivery/photos.ts'
import type { Instant } from './domain/day.ts'
import type { Clock, Files, Ids, Model, Pictures } from './domain/ports.ts'
import { withDrawn } from './files/drawn-files.ts'
import { newBreakerMemory, type BreakerMemory } from './model/breaker.ts'
import { tick, type TickDeps } from './schedule/tick.ts'
import type { Watch } from './watch/watch.ts'

export type AssistantDeps = {
  store: Store
  wecom: WecomConfig
  files: Files
  /** Draws what comes along with an answer; without it answers are words alone. */
  pictures?: Pictures
  /** Business time; a rehearsal may move it. */
  clock: Clock
  machine: Clock
  ids: Ids
  watch: Watch
  fetch: typeof globalThis.fetch
  /** Asked where the rules are unsure. */
  model?: Model
  /** Where an assistant is made for each event, what it takes over from the last. */
  memory?: Memory
}

/** Values only: on Workers no event may wait for the promise of another. */
export type Memory = { roster: RosterMemory; token: TokenMemory; breaker: BreakerMemory }

export const newMemory = (): Memory => ({
  roster: { known: null },
  token: { held: null },
  breaker: newBreakerMemory(),
})

/** The whole assistant above its host: callbacks in, turns, messages and pictures out. Used by both entries and by tests. */
export function createAssistant(deps: AssistantDeps) {
  const { store, watch, machine, wecom, memory = newMemory() } = deps
  const api = createWecomApi({
    config: wecom,
    fetch: deps.fetch,
    clock: machine,
    watch,
    memory: memory.token,
  })
  const drawing = withDrawn(deps.files, deps.pictures)
  const channel = createWecomChannel({
    config: wecom,
    api,
    fetch: deps.fetch,
    files: drawing.files,
    clock: machine,
  })
  const delivery = createDelivery({ ...deps, channel, draw: drawing.draw, hold: drawing.hold })
  const photos = createPhotoFetcher({ ...deps, channel, wake: () => delivery.wake() })
  const known = createRosterKeeper(store.db, memory.roster)
  const turn: TurnDeps & TickDeps = {
    ...deps,
    known,
    groups: [...(wecom.webhooks?.keys() ?? [])],
    fitsInline,
    wake() {
      delivery.wake()
      photos.wake()
    },
  }
  const routes = wecomRoutes({
    config: wecom,
    accept: (incoming) => takeTurn(turn, incoming),
    clock: machine,
    watch,
    plainUserId: createPlainUserIds(api, (userid) => isOnRoster(store.db, userid)),
  })
  /** Everything that was set in motion and need not wait for its time comes to rest. */
  const settle = async () => {
    await photos.drain()
    await delivery.drain()
  }
  /** Reads the roster ahead, so that the first to write is answered as fast as the next; names what does not fit it. */
  const warmUp = async () => {
    const { roster } = await known()
    for (const place of unknownPlaces(wecom.webhooks ?? new Map(), roster.counties))
      watch.log('error', 'unknown_place', {
        place,
        mend: 'WECOM_DIGEST_WEBHOOKS names a place that the roster does not have: write it as the places file does',
      })
  }
  return {
    routes,
    delivery,
    photos,
    wake: turn.wake,
    tick: (now: Instant) => tick(turn, now),
    settle,
    warmUp,
  }
}
