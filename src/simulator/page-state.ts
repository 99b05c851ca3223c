import { clockText, dayOf, dayText, instant, momentText } from '#src/domain/day.ts'
import { findPerson, type Core } from './core.ts'
import type { SimPerson } from './options.ts'
import type { Phones } from './phones.ts'
import type { Message } from './world.ts'

const PEOPLE_LISTED = 40
/** Whose phones stand first where nobody said: an inspector, a principal, the office. */
const FIRST_ROLES = [/(?<!总)督学/, /校|园/, /督导办/]

/** All that the page draws. `tag` is the same as long as nothing has changed. */
export async function pageState(core: Core, phones: Phones, wanted: string[]) {
  const people = await core.options.people()
  const shown = wanted.flatMap((userid) => findPerson(people, userid) ?? [])
  const owners = shown.length > 0 ? shown : firstPhones(people, core.options.phones)
  const clock = momentText(instant(core.shownTime()))
  return {
    tag: `${core.boot}.${core.version()}.${clock}.${owners.map((one) => one.userid).join()}`,
    clock: { text: clock, movable: core.options.clock !== undefined },
    appName: core.options.appName ?? '督导助手',
    phones: await Promise.all(owners.map((person) => phoneState(core, phones, person))),
    group: core.options.bot === undefined ? null : groupState(core, phones, people),
  }
}

async function phoneState(core: Core, phones: Phones, person: SimPerson) {
  const { userid, name, role, unit } = person
  const examples = (await core.options.examples?.(userid)) ?? []
  const messages = timed(core, phones.inbox(userid))
  return { userid, name, role, unit, examples: examples.slice(0, 3), messages }
}

function groupState(core: Core, phones: Phones, people: readonly SimPerson[]) {
  const messages = timed(core, phones.groupInbox())
  return {
    name: core.options.group?.name ?? '督学工作群',
    mention: core.options.bot?.name,
    messages: messages.map((one) => ({
      ...one,
      name: one.from === null ? undefined : findPerson(people, one.from)?.name,
    })),
  }
}

/** Each message with the time as a phone writes it: today's without the day. */
function timed(core: Core, messages: Message[]) {
  const today = dayOf(instant(core.shownTime()))
  return messages.map((message) => {
    const on = dayOf(instant(message.at))
    const clock = clockText(instant(message.at))
    return { ...message, time: on === today ? clock : `${dayText(on, today)} ${clock}` }
  })
}

function firstPhones(people: readonly SimPerson[], named: readonly string[] = []): SimPerson[] {
  const chosen = named.flatMap((userid) => findPerson(people, userid) ?? [])
  if (chosen.length > 0) return chosen
  const typical = FIRST_ROLES.flatMap((role) => people.find((one) => role.test(one.role)) ?? [])
  return typical.length > 0 ? typical : people.slice(0, FIRST_ROLES.length)
}

/** People by name, role, unit or userid; every word must be found. */
export async function searchPeople(core: Core, query: string): Promise<SimPerson[]> {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const fits = (person: SimPerson) => {
    const all = `${person.name} ${person.role} ${person.unit} ${person.userid}`.toLowerCase()
    return words.every((word) => all.includes(word))
  }
  return (await core.options.people()).filter(fits).slice(0, PEOPLE_LISTED)
}
