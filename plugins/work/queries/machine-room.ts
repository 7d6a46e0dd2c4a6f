import type { PayloadRequest } from 'payload'

import { systemState, type SystemState } from '#plugins/kernel'
import { ok, type Result } from '#plugins/kernel/domain'
import { mailState, type MailState } from './mail-state'

export type MachineRoom = SystemState & {
  /** Null for somebody who may not see mails. */
  mails: MailState | null
}

/** Everything that the System screen shows, at one moment. */
export const machineRoom = async ({
  req,
}: {
  req: PayloadRequest
}): Promise<Result<MachineRoom>> => {
  const system = await systemState({ req })
  if (!system.ok) return system
  const mails = await mailState({ req })
  return ok({ ...system.value, mails: mails.ok ? mails.value : null })
}
