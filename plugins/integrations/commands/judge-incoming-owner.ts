import { z } from 'zod'

import { permissions } from '#plugins/agency/domain'
import { ok, refuseInput, refuseRight, type Actor, type Result } from '#plugins/kernel/domain'
import { incomingPurposes, type IncomingPurpose } from '../domain'

export const endpointName = z
  .string('Name the program that sends.')
  .trim()
  .min(1, 'Name the program that sends.')
  .max(80, 'At most 80 characters.')

/** Whether a colleague could do by hand what the messages will do; the id of whom they act for. */
export const judgeIncomingOwner = ({
  actor,
  purpose,
}: {
  actor: Actor
  purpose: IncomingPurpose
}): Result<string> => {
  if (actor.kind !== 'staff')
    return refuseRight('An incoming webhook acts for a colleague: sign in first.')
  const { permission } = incomingPurposes[purpose]
  return actor.permissions.has(permission)
    ? ok(actor.id)
    : refuseInput({
        purpose: `You do not have this right yourself: “${permissions[permission]}”. Let a colleague who has it do this.`,
      })
}
