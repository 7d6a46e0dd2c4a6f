import type { Payload } from 'payload'
import pg from 'pg'

const pauseMs = 1_000

/** Hears notifications on a connection of its own and comes back when the database was away. */
export const listen = ({
  databaseUrl,
  payload,
  channel,
  hear,
  isHeard,
}: {
  databaseUrl: string
  payload: Payload
  channel: 'placewright_jobs' | 'placewright_events'
  hear: (message: string) => void
  /** Told each time from when on nothing is missed, and from when on something may be. */
  isHeard?: (is: boolean) => void
}): { stop: () => Promise<void> } => {
  let stopped = false
  let client: pg.Client | null = null
  let retry: NodeJS.Timeout | null = null

  const connect = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: databaseUrl, keepAlive: true })
    client = next
    next.on('error', (error) => {
      payload.logger.warn({ err: error, msg: 'The connection for notifications broke', channel })
    })
    // The one place that tries again: a failed connect ends the client too.
    next.once('end', () => {
      isHeard?.(false)
      if (!stopped) retry = setTimeout(() => void connect(), pauseMs)
    })
    next.on('notification', ({ payload: message }) => hear(message ?? ''))
    try {
      await next.connect()
      await next.query(`listen ${channel}`)
      isHeard?.(true)
    } catch (error) {
      payload.logger.warn({ err: error, msg: 'Listening failed; trying again', channel })
      await next.end()
    }
  }
  void connect()
  return {
    stop: async () => {
      stopped = true
      if (retry) clearTimeout(retry)
      await client?.end()
    },
  }
}
