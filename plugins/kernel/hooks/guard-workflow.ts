import { APIError, ValidationError, type CollectionBeforeChangeHook } from 'payload'

import { actorOf } from '../commands/actor-of'
import { can } from '../domain/actor'
import type { Failure } from '../domain/result'
import { judgeMove, stateFrom, type Workflow } from '../domain/workflow'

/**
 * Lets a record move only along its workflow table. By hand (REST, admin form) only moves that name a
 * permission are possible; the others belong to commands, which have checked their own right.
 */
export const guardWorkflow =
  (workflow: Workflow): CollectionBeforeChangeHook =>
  ({ collection, data, operation, originalDoc, req }) => {
    const actor = actorOf(req)
    if (operation === 'create') {
      data.state ??= workflow.initial
      if (data.state !== workflow.initial && actor.kind !== 'system')
        throw asError({
          collection: collection.slug,
          failure: {
            kind: 'input',
            code: 'wrong-first-state',
            message: `A new record begins as “${workflow.states[workflow.initial]?.label}”.`,
            fields: { state: 'Leave the state out when creating.' },
          },
        })
      return data
    }
    if (data.state === undefined) return data
    const from = stateFrom({ workflow, value: originalDoc?.state })
    const to = stateFrom({ workflow, value: data.state })
    // A stored state that the table does not know is older than the table: only a migration may touch it.
    if (!from || !to)
      throw asError({
        collection: collection.slug,
        failure: {
          kind: 'input',
          code: 'unknown-state',
          message: 'This state does not exist.',
          fields: { state: `Choose one of: ${Object.keys(workflow.states).join(', ')}.` },
        },
      })
    const byHand = req.context.command === undefined && actor.kind !== 'system'
    const move = from === to ? undefined : workflow.states[from]?.next[to]
    // First of all: who may not make the move need not learn what it would take.
    if (byHand && move && !(move.permission && can({ actor, permission: move.permission })))
      throw asError({
        collection: collection.slug,
        failure: {
          kind: move.permission ? 'right' : 'state',
          code: move.permission ? 'not-allowed' : 'by-command-only',
          message: move.permission
            ? 'You are not allowed to make this move.'
            : 'This move is made by its own action, not by editing the state.',
        },
      })
    const judged = judgeMove({
      workflow,
      from,
      to,
      record: { ...originalDoc, ...data },
      reason: reasonIn(req.context),
    })
    if (!judged.ok) throw asError({ collection: collection.slug, failure: judged.failure })
    return data
  }

export const reasonIn = (context: Record<string, unknown>): string | null =>
  typeof context.reason === 'string' ? context.reason : null

/** A refusal as the error that Payload turns into an answer beside the field. */
const asError = ({ collection, failure }: { collection: string; failure: Failure }): Error => {
  if (failure.kind === 'input' && failure.fields)
    return new ValidationError({
      collection,
      errors: Object.entries(failure.fields).map(([path, message]) => ({ path, message })),
    })
  return new APIError(failure.message, failure.kind === 'right' ? 403 : 409, null, true)
}
