import type { Payload } from 'payload'

import { registryOf } from '../registry/registry'
import type { AnyJob } from './define-job'
import { reactionJob } from './reaction-job'

/** Every queue of the product: its jobs and one per reaction. */
export const allJobs = (payload: Payload): AnyJob[] => {
  const registry = registryOf(payload)
  return [...registry.jobs.values(), ...registry.reactions.map(reactionJob)]
}
