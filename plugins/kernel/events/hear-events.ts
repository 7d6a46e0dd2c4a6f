import type { Payload } from 'payload'

import { listen } from '../jobs/listen'
import { processWide } from '../registry/process-wide'

type Ear = {
  hear: (message: string) => void
  /** From now on nothing that is committed is missed; once per ear. */
  begin: () => void
  /** The connection broke: what is committed until it is back is heard by nobody. */
  lose: () => void
}

type Line = { ears: Set<Ear>; isHeard: boolean }

/**
 * Committed events of every process, over one database connection per process. Returns the way out.
 * An ear that has lost the line is told nothing more and comes again.
 */
export const hearEvents = ({
  payload,
  databaseUrl,
  ear,
}: {
  payload: Payload
  databaseUrl: string
  ear: Ear
}): (() => void) => {
  const line = processWide({
    name: 'event-line',
    make: () => startListening({ payload, databaseUrl }),
  })
  line.ears.add(ear)
  if (line.isHeard) ear.begin()
  return () => {
    line.ears.delete(ear)
  }
}

const startListening = ({
  payload,
  databaseUrl,
}: {
  payload: Payload
  databaseUrl: string
}): Line => {
  const line: Line = { ears: new Set(), isHeard: false }
  listen({
    databaseUrl,
    payload,
    channel: 'placewright_events',
    hear: (message) => {
      for (const ear of line.ears) ear.hear(message)
    },
    isHeard: (is) => {
      const wasHeard = line.isHeard
      line.isHeard = is
      if (is) for (const ear of line.ears) ear.begin()
      // Who came while the database was away goes on waiting for the beginning.
      else if (wasHeard)
        for (const ear of line.ears) {
          line.ears.delete(ear)
          ear.lose()
        }
    },
  })
  return line
}
