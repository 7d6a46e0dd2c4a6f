import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf, sqlOf } from '#plugins/kernel'
import { can, holdsLink, isUuid } from '#plugins/kernel/domain'
import { canBePutForward } from '../domain/candidate-workflow'
import { keepGrounds, type KeepGround } from '../domain/keeping'
import { textInForce } from './text-in-force'

type KeepingForCandidate = {
  name: string
  /** The words they agree to by saying yes, in their language. */
  text: string
  /** The day until which the profile is kept as things stand; null while it is far away. */
  untilOn: string | null
  ground: KeepGround | null
  isOver: boolean
  /** The agency works with this record no longer. */
  isClosed: boolean
  contact: { name: string; email: string; phone: string | null } | null
}

const isGround = (text: string): text is KeepGround => Object.hasOwn(keepGrounds, text)

/** What a candidate is asked about being kept; null for everybody but them, their link and colleagues. */
export const keepingForCandidate = async ({
  req,
  candidateId,
}: {
  req: PayloadRequest
  candidateId: string
}): Promise<KeepingForCandidate | null> => {
  if (!isUuid(candidateId) || !mayRead({ req, candidateId })) return null
  const found = await sqlOf(req).first({
    schema: z.object({
      name: z.string(),
      locale: z.string(),
      state: z.string(),
      until_on: z.string().nullable(),
      ground: z.string().refine(isGround).nullable(),
      is_over: z.boolean(),
      owner_name: z.string().nullable(),
      owner_email: z.string().nullable(),
      owner_phone: z.string().nullable(),
    }),
    text: `select concat_ws(' ', c.first_name, c.last_name) as name, c.locale, c.state,
        c.keep_until_on as until_on, c.keep_ground::text as ground,
        c.unusable_since is not null as is_over,
        owner.name as owner_name, owner.email as owner_email, owner.phone as owner_phone
      from candidates c left join users owner on owner.id = c.owner_id
      where c.id = $1 and c.deleted_at is null and c.state <> 'anonymised'`,
    values: [candidateId],
  })
  if (!found) return null
  const { text } = await textInForce({ req, purpose: 'talent-pool', locale: found.locale })
  return {
    name: found.name,
    text,
    untilOn: found.until_on,
    ground: found.ground,
    isOver: found.is_over,
    isClosed: !canBePutForward(found.state),
    contact:
      found.owner_name && found.owner_email
        ? { name: found.owner_name, email: found.owner_email, phone: found.owner_phone }
        : null,
  }
}

const mayRead = ({ req, candidateId }: { req: PayloadRequest; candidateId: string }): boolean => {
  const actor = actorOf(req)
  if (actor.kind === 'portal') return actor.candidateId === candidateId
  return (
    can({ actor, permission: 'candidates.read' }) ||
    holdsLink({
      actor,
      purpose: 'keeping.answer',
      subject: { kind: 'candidate', id: candidateId },
    })
  )
}
