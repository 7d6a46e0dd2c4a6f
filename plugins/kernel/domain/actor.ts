/** An outside person as a plain row: the same person may be both, by one portal account. */
export type PersonRef = { kind: 'candidate' | 'client-contact'; id: string }

/** A record, named without knowing which plugin owns it. */
export type SubjectRef = { kind: string; id: string }

/** What happened to the installation as a whole: backups and restores. */
export const installation: SubjectRef = { kind: 'installation', id: 'this' }

/**
 * Who is signed in where a link acts. A forwarded link gives its right, but does not make two people
 * out of one.
 */
export type Beside = {
  people: readonly PersonRef[]
  email: string | null
}

/** Who acts. Commands and queries decide by it and by nothing else. */
export type Actor =
  | {
      kind: 'staff'
      id: string
      name: string
      email: string
      /** Of the roles; by an API key only those that are also its scopes. */
      permissions: ReadonlySet<string>
      zone: string
      locale: string
      /** A program acts for the colleague, by this API key. */
      viaKey?: { id: string; name: string }
    }
  | {
      kind: 'portal'
      id: string
      email: string
      candidateId: string | null
      contactId: string | null
      clientId: string | null
      zone: string
      locale: string
    }
  | {
      kind: 'link'
      id: string
      purpose: string
      subject: SubjectRef
      person: PersonRef | null
      /** Who is signed in at the same browser, where that is known. */
      beside?: Beside
    }
  | { kind: 'system'; id: string }
  | { kind: 'anonymous'; id: string }

export const can = ({ actor, permission }: { actor: Actor; permission: string }): boolean =>
  actor.kind === 'system' || (actor.kind === 'staff' && actor.permissions.has(permission))

/** The link opened for exactly this purpose and record. */
export const holdsLink = ({
  actor,
  purpose,
  subject,
}: {
  actor: Actor
  purpose: string
  subject: SubjectRef
}): boolean =>
  actor.kind === 'link' &&
  actor.purpose === purpose &&
  actor.subject.kind === subject.kind &&
  actor.subject.id === subject.id

/** Who is counted and remembered for repeated calls: a key apart from the colleague it acts for. */
export const callerOf = (actor: Actor): string =>
  actor.kind === 'staff' ? (actor.viaKey?.id ?? actor.id) : actor.id
