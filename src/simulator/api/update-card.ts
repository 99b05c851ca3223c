import { z } from 'zod'
import { cardIn, checkCode, deaden, replaceCard, useCode } from '../cards.ts'
import { cardComplaint, isInteractive, type CardBody } from '../card-rules.ts'
import type { Core } from '../core.ts'
import { appChat, type Message } from '../world.ts'
import { ok, refuse, type Answer } from './answer.ts'
import type { ApiCall } from './call.ts'
import { readJson, refuseAgent } from './read.ts'

const MOST_USERS = 1000

const UpdateBody = z.looseObject({
  userids: z.array(z.string()).optional(),
  atall: z.literal([0, 1]).optional(),
  agentid: z.unknown().optional(),
  response_code: z.string().min(1),
  button: z.looseObject({ replace_name: z.string().min(1) }).optional(),
  template_card: z.unknown().optional(),
})
type UpdateBody = z.infer<typeof UpdateBody>

/** message/update_template_card (WeCom D94888). A refused call leaves its code unused. */
export async function updateCard(call: ApiCall): Promise<Answer> {
  const read = readJson(await call.text(), UpdateBody)
  if ('refused' in read) return read.refused
  const { body } = read
  const refusal = refuseAgent(call.core, body.agentid) ?? refuseForm(body) ?? refuseCard(call.core, body)
  if (refusal !== null) return refusal
  const code = checkCode(call.core, body.response_code)
  if ('wrong' in code) return refuse(40058, code.wrong)
  return update(call, body, code.card)
}

function refuseForm({ userids = [], atall, button, template_card }: UpdateBody): Answer | null {
  if (userids.length > MOST_USERS) return refuse(40032)
  if (userids.length === 0 && atall !== 1) return refuse(81012, 'userids or atall')
  if ((button === undefined) === (template_card === undefined))
    return refuse(40058, 'either button or template_card')
  return null
}

function refuseCard(core: Core, { template_card }: UpdateBody): Answer | null {
  if (template_card === undefined) return null
  const complaint = cardComplaint(template_card, { channel: 'app', strict: core.strict, update: true })
  return complaint === null ? null : refuse(40058, complaint)
}

function update(call: ApiCall, body: UpdateBody, card: string): Answer {
  const { core } = call
  const receivers = core.world.cards.get(card) ?? []
  const named = body.atall === 1 ? receivers : (body.userids ?? []).map((userid) => userid.toLowerCase())
  const reached = named.filter((userid) => receivers.includes(userid) && !call.unreachable.includes(userid))
  const cards = reached.flatMap((userid) => cardIn(core, appChat(userid), card.slice('app:'.length)) ?? [])
  if (body.button !== undefined && cards.some((one) => !hasButtons(one)))
    return refuse(40058, 'button.replace_name is for cards with buttons')
  useCode(core, body.response_code)
  for (const one of cards) apply(core, body, one)
  return ok({ invaliduser: named.filter((userid) => !reached.includes(userid)) })
}

const hasButtons = (message: Message): boolean => message.card !== undefined && isInteractive(message.card)

function apply(core: Core, body: UpdateBody, message: Message): void {
  if (body.button !== undefined) deaden(core, message, body.button.replace_name)
  else replaceCard(core, message, body.template_card as CardBody)
}
