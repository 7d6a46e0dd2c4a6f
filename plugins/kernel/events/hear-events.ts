import type { Payload } from 'payload'

import { listen } from '../jobs/listen'
import { processWide } from '../registry/process-wide'

type Ear = (message: string) => void

/** Committed events of every process, over one database connection per process. Returns the way out. */
export const hearEvents = ({
  payload,
  databaseUrl,
  hear,
}: {
  payload: Payload
  databaseUrl: string
  hear: Ear
}): (() => void) => {
  const ears = processWide({
    name: 'event-ears',
    make: () => startListening({ payload, databaseUrl }),
  })
  ears.add(hear)
  return () => {
    ears.delete(hear)
  }
}

const startListening = ({
  payload,
  databaseUrl,
}: {
  payload: Payload
  databaseUrl: string
}): Set<Ear> => {
  const ears = new Set<Ear>()
  listen({
    databaseUrl,
    payload,
    channel: 'placewright_events',
    hear: (message) => {
      for (const ear of ears) ear(message)
    },
  })
  return ears
}
