import { redirect } from 'next/navigation'

import type { Actor } from '#plugins/kernel/domain'
import { currentVisit, type Visit } from '../../../shared/visit'

type PortalActor = Extract<Actor, { kind: 'portal' }>

/** The visit of a signed-in candidate; anybody else is led to the login. */
export const candidateVisit = async (): Promise<Visit & { actor: PortalActor }> => {
  const visit = await currentVisit()
  const { actor } = visit
  if (actor.kind !== 'portal' || !actor.candidateId) redirect('/portal')
  return { ...visit, actor }
}

/** The visit of a signed-in contact of a client; anybody else is led to the login. */
export const clientVisit = async (): Promise<Visit & { actor: PortalActor }> => {
  const visit = await currentVisit()
  const { actor } = visit
  if (actor.kind !== 'portal' || !actor.contactId || !actor.clientId) redirect('/portal')
  return { ...visit, actor }
}
