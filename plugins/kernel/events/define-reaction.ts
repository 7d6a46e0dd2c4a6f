import type { Sql } from '../database/sql'
import type { WorkContext } from '../jobs/define-job'
import type { StoredEvent } from './stored-event'

/**
 * What should happen soon after an event. It runs in a job whose transaction holds the effect and the
 * completion of the job, so the effect happens once however often the job is tried. It lives with the
 * effect, not with the cause.
 */
export type Reaction = {
  /** kebab-case and unique; also the name of its queue. */
  name: string
  on: readonly string[]
  /** Hears every event, those of plugins that are not written yet included. */
  isOnEvery?: true
  /** Asked in the transaction of the cause, for a reaction that seldom has something to do. */
  isWanted?: (cause: { sql: Sql; eventName: string }) => Promise<boolean>
  run: (work: WorkContext & { event: StoredEvent }) => Promise<void>
}

export const defineReaction = (reaction: Reaction): Reaction => reaction
