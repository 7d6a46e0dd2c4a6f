import type { z } from 'zod'

import type { CommandContext } from '#plugins/kernel'
import { ok, refuseInput, refuseRight, type Actor, type Result } from '#plugins/kernel/domain'
import { receiverAddress } from '../adapters/receiver-address'
import type { webhookInput } from '../domain'
import { integrationsOf } from '../options'
import { isChoosable } from '../queries/sendable-events'

type Wish = z.output<typeof webhookInput>

/** Whether an address may be sent to, the events exist, and the scopes are the colleague's own. */
export const judgeWebhook = ({
  wish,
  ctx: { actor, payload },
}: {
  wish: Wish
  ctx: CommandContext
}): Result<{ owner: Extract<Actor, { kind: 'staff' }>; data: Wish }> => {
  if (actor.kind !== 'staff') return refuseRight('A webhook acts for a colleague: sign in first.')
  const address = receiverAddress({
    text: wish.url,
    allowed: integrationsOf(payload).allowedReceivers,
  })
  if (!address.ok) return refuseInput({ url: address.failure })
  const unknown = wish.events.filter((choice) => !isChoosable({ config: payload.config, choice }))
  if (unknown.length > 0) return refuseInput({ events: `There is no event ${unknown.join(', ')}.` })
  const beyond = wish.scopes.filter((scope) => !actor.permissions.has(scope))
  if (beyond.length > 0)
    return refuseInput({ scopes: `You do not have these rights yourself: ${beyond.join(', ')}.` })
  return ok({
    owner: actor,
    data: {
      ...wish,
      url: address.value.href,
      events: [...new Set(wish.events)],
      scopes: [...new Set(wish.scopes)],
    },
  })
}
