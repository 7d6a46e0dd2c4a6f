import type { CollectionAfterReadHook } from 'payload'
import { z } from 'zod'

import { sqlOf } from '#plugins/kernel'
import { livePerson } from '../database/live-person'
import { idOf } from '../domain/relation'

/**
 * A login acts for those only with whom the agency still works: the session is read from the account,
 * and the account names nobody else, whoever changed the person and by whatever way.
 */
export const deriveLivePeople: CollectionAfterReadHook = async ({ doc, req }) => {
  const people = peopleIn.safeParse(doc)
  if (!people.success) return doc
  const candidateId = idOf(people.data.candidate)
  const contactId = idOf(people.data.contact)
  if (!candidateId && !contactId) return doc
  const live = await sqlOf(req).first({
    schema: z.object({ candidate: z.boolean(), contact: z.boolean() }),
    text: `select
      exists (select 1 from candidates person
        where person.id = $1 and ${livePerson.candidate}) as candidate,
      exists (select 1 from client_contacts person
        where person.id = $2 and ${livePerson.contact}) as contact`,
    values: [candidateId, contactId],
  })
  return {
    ...doc,
    ...(live?.candidate ? {} : { candidate: null }),
    ...(live?.contact ? {} : { contact: null, client: null }),
  }
}

const relation = z.union([z.string(), z.object({ id: z.string() })]).nullish()
const peopleIn = z.object({ candidate: relation, contact: relation })
