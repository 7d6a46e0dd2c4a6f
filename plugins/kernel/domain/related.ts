import type { SubjectRef } from './actor'

/** Whose stories a record of this kind belongs to, as events name them. */
export type Related = { person: SubjectRef | null; clientId: string | null; orderId: string | null }

/**
 * The person, client and order that something about a record is told of: a record that is none of
 * these tells of itself only.
 */
export const relatedTo = (subject: SubjectRef | null): Related => ({
  person:
    subject?.kind === 'candidate' || subject?.kind === 'client-contact'
      ? { kind: subject.kind, id: subject.id }
      : null,
  clientId: subject?.kind === 'client' ? subject.id : null,
  orderId: subject?.kind === 'job-order' ? subject.id : null,
})
