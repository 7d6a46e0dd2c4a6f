import type { PayloadRequest } from 'payload'

import type { Actor } from '../domain/actor'

/**
 * Who acts in this request. Server code that knows better than the session (a job, a link, the seed)
 * puts the actor into the request's context; nothing a browser sends can.
 */
export const actorOf = (req: PayloadRequest): Actor => {
  const given: unknown = req.context.actor
  if (isActor(given)) return given
  const { user } = req
  if (!user) return { kind: 'anonymous', id: 'anonymous' }
  if (user.collection !== 'users') return portalActor(user)
  return isHalfSignedIn(user) ? { kind: 'anonymous', id: 'anonymous' } : staffActorOf(user)
}

type SessionUser = NonNullable<PayloadRequest['user']>

/** A colleague as they act, read with their roles; a disabled one is nobody. */
export const staffActorOf = (user: { id: number | string }): Actor => {
  if (field(user, 'isDisabled') === true) return { kind: 'anonymous', id: 'anonymous' }
  const granted = permissionsOf(user)
  const key = keyOf(user)
  return {
    kind: 'staff',
    id: String(user.id),
    name: text(user, 'name'),
    email: text(user, 'email'),
    permissions: key
      ? new Set([...granted].filter((permission) => key.scopes.has(permission)))
      : granted,
    zone: text(user, 'zone') || 'UTC',
    locale: text(user, 'locale') || 'en',
    ...(key ? { viaKey: { id: key.id, name: key.name } } : {}),
  }
}

/** A session whose second factor is still owed; a key was made within one that had proven it. */
const isHalfSignedIn = (user: object): boolean =>
  keyOf(user) === null && secondFactorDemandOf(user) !== 'none'

/** The API key that the sign-in strategy found; a stored account has no such field. */
const keyOf = (user: object): { id: string; name: string; scopes: ReadonlySet<string> } | null => {
  const key = field(user, 'apiKey')
  if (typeof key !== 'object' || key === null) return null
  const scopes: unknown = Reflect.get(key, 'scopes')
  return {
    id: text(key, 'id'),
    name: text(key, 'name'),
    scopes: new Set(Array.isArray(scopes) ? scopes.map(String) : []),
  }
}

const portalActor = (user: SessionUser): Actor => {
  if (field(user, 'isDisabled') === true) return { kind: 'anonymous', id: 'anonymous' }
  return {
    kind: 'portal',
    id: String(user.id),
    email: text(user, 'email'),
    candidateId: idOf(user, 'candidate'),
    contactId: idOf(user, 'contact'),
    clientId: idOf(user, 'client'),
    zone: text(user, 'zone') || 'UTC',
    locale: text(user, 'locale') || 'en',
  }
}

/**
 * What a signed-in colleague still owes before the session is theirs: a code, because their account
 * has a second factor, or setting one up, because a role asks for it. Until then they are nobody.
 */
export const secondFactorDemandOf = (user: object): 'none' | 'prove' | 'set-up' => {
  if (field(user, 'secondFactorAt')) {
    const proven = field(user, 'provenSessions')
    const session = field(user, '_sid')
    return typeof session === 'string' && Array.isArray(proven) && proven.includes(session)
      ? 'none'
      : 'prove'
  }
  const roles = field(user, 'roles')
  const isDemanded =
    Array.isArray(roles) &&
    roles.some((role: unknown) => Reflect.get(Object(role), 'requiresSecondFactor') === true)
  return isDemanded ? 'set-up' : 'none'
}

/** The permissions of all roles; roles are populated with the session, so a change holds at once. */
export const permissionsOf = (user: object): ReadonlySet<string> => {
  const roles = field(user, 'roles')
  if (!Array.isArray(roles)) return new Set()
  return new Set(
    roles.flatMap((role: unknown) => {
      if (typeof role !== 'object' || role === null) return []
      const permissions: unknown = Reflect.get(role, 'permissions')
      return Array.isArray(permissions) ? permissions.map(String) : []
    }),
  )
}

const field = (user: object, name: string): unknown => Reflect.get(user, name)

const text = (user: object, name: string): string => {
  const value = field(user, name)
  return typeof value === 'string' ? value : ''
}

const idOf = (user: object, name: string): string | null => {
  const value = field(user, name)
  if (typeof value === 'string') return value
  if (typeof value === 'object' && value !== null) return String(Reflect.get(value, 'id'))
  return null
}

const isActor = (value: unknown): value is Actor =>
  typeof value === 'object' &&
  value !== null &&
  typeof Reflect.get(value, 'kind') === 'string' &&
  typeof Reflect.get(value, 'id') === 'string'
