import type { PayloadRequest, SanitizedConfig } from 'payload'

import { defaultRoles } from '#plugins/agency/domain'
import type { Actor } from '#plugins/kernel/domain'

const staffId = '0190a000-0000-7000-8000-00000000000a'

/** Everybody the matrix asks for: nobody, the two kinds of outside person, each default role of staff. */
export const people: Readonly<Record<string, Actor>> = {
  anonymous: { kind: 'anonymous', id: 'anonymous' },
  candidate: {
    kind: 'portal',
    id: '0190a000-0000-7000-8000-00000000000b',
    email: 'candidate@people.test',
    candidateId: '0190a000-0000-7000-8000-0000000000cb',
    contactId: null,
    clientId: null,
    zone: 'Europe/London',
    locale: 'en-GB',
  },
  'client-contact': {
    kind: 'portal',
    id: '0190a000-0000-7000-8000-00000000000c',
    email: 'contact@people.test',
    candidateId: null,
    contactId: '0190a000-0000-7000-8000-0000000000cc',
    clientId: '0190a000-0000-7000-8000-0000000000c1',
    zone: 'Europe/London',
    locale: 'en-GB',
  },
  ...Object.fromEntries(
    Object.entries(defaultRoles).map(([key, { name, permissions }]): [string, Actor] => [
      key,
      {
        kind: 'staff',
        id: staffId,
        name,
        email: `${key}@agency.test`,
        permissions: new Set(permissions),
        zone: 'Europe/London',
        locale: 'en-GB',
      },
    ]),
  ),
}

/** A program with this one scope, acting for somebody who may do everything. */
export const keyWith = (scope: string): Actor => ({
  kind: 'staff',
  id: staffId,
  name: 'Admin',
  email: 'admin@agency.test',
  permissions: new Set([scope]),
  zone: 'Europe/London',
  locale: 'en-GB',
  viaKey: { id: '0190a000-0000-7000-8000-00000000000d', name: 'Program' },
})

/** What an access function reads of a request; some ask the config what else the actor may see. */
export const requestOf = (actor: Actor, config?: SanitizedConfig): PayloadRequest => {
  const collection = actor.kind === 'staff' ? 'users' : 'portal-accounts'
  const user = actor.kind === 'anonymous' ? null : { id: actor.id, collection }
  return { context: { actor }, user, payload: { config } } as unknown as PayloadRequest
}
