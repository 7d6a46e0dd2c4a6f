import type { Access, PayloadRequest } from 'payload'

import { noRows } from '#plugins/agency'
import { actorOf } from '#plugins/kernel'
import { can, type Actor } from '#plugins/kernel/domain'

/** One's own tasks and those one has given away; with `tasks.oversee` those of all colleagues. */
export const ownTasks: Access = ({ req }) => {
  const actor = actorOf(req)
  if (can({ actor, permission: 'tasks.oversee' })) return true
  if (actor.kind === 'portal') return noRows
  if (actor.kind !== 'staff' || !actor.permissions.has('tasks.write')) return false
  return { or: [{ owner: { equals: actor.id } }, { assignedBy: { equals: actor.id } }] }
}

/** The same for a task at hand. */
export const mayActOn = ({
  actor,
  task,
}: {
  actor: Actor
  task: { ownerId: string; assignedById: string | null }
}): boolean =>
  can({ actor, permission: 'tasks.oversee' }) ||
  (can({ actor, permission: 'tasks.write' }) &&
    [task.ownerId, task.assignedById].includes(actor.id))

/** Whose day somebody may look at: their own, with `tasks.oversee` anybody's. Null: nobody's. */
export const dayInReach = ({
  req,
  ownerId,
}: {
  req: PayloadRequest
  ownerId: string | null
}): string | null => {
  const actor = actorOf(req)
  if (actor.kind !== 'staff' || !actor.permissions.has('tasks.write')) return null
  if (ownerId === null || ownerId === actor.id) return actor.id
  return actor.permissions.has('tasks.oversee') ? ownerId : null
}
