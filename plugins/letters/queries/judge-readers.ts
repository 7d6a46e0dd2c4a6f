import type { PayloadRequest } from 'payload'

import { peopleToWriteTo, type PersonToWriteTo } from '#plugins/crm'
import { addressMarks } from '#plugins/work'
import type { LetterReader } from '../domain/letter-fields'
import type { Recipient } from '../domain/recipient'
import { whyNotWrittenTo } from '../domain/why-not-written-to'
import type { LetterFrame, LetterFrames } from './letter-frame'

export type JudgedReader = {
  person: PersonToWriteTo
  recipient: Recipient
  frame: LetterFrame
  why: string | null
}

/**
 * The people of a letter in the order they were given, each with why they are left out. Of several who
 * read the same mailbox the first is written to. Callers have checked who may write to them.
 */
export const judgeReaders = async ({
  req,
  reader,
  recipients,
  frames,
  isNews,
}: {
  req: PayloadRequest
  reader: LetterReader
  recipients: readonly Recipient[]
  /** Of the orders of the recipients. */
  frames: LetterFrames
  isNews: boolean
}): Promise<JudgedReader[]> => {
  const people = await peopleOf({ req, reader, recipients, frames })
  const marks = await addressMarks({
    req,
    addresses: people.flatMap(({ person }) => (person.address ? [person.address] : [])),
  })
  const taken = new Map<string, string>()
  return people.map((one) => {
    const { person, recipient } = one
    const mark = person.address ? marks.get(person.address) : undefined
    const why = whyNotWrittenTo({
      standing: {
        ...person,
        isWithdrawn: recipient.isPutForward && person.hasWithdrawn,
        hasAddress: person.address !== null,
        isAddressGone: mark?.isGone ?? false,
        wantsNoMailings: mark?.wantsNoMailings ?? false,
      },
      isNews,
    })
    if (why !== null || person.address === null) return { ...one, why }
    const before = taken.get(person.address)
    taken.set(person.address, before ?? person.id)
    if (before === undefined) return { ...one, why: null }
    return {
      ...one,
      why:
        before === person.id ? 'Gets this mail already.' : 'Shares the address of somebody before.',
    }
  })
}

type Read = Omit<JudgedReader, 'why'>

/** Blocks count between somebody and the client of their order: asked for each client once. */
const peopleOf = async ({
  req,
  reader,
  recipients,
  frames,
}: {
  req: PayloadRequest
  reader: LetterReader
  recipients: readonly Recipient[]
  frames: LetterFrames
}): Promise<Read[]> => {
  const keyOf = ({ personId, orderId }: Recipient) => `${personId} ${orderId ?? ''}`
  const read = new Map<string, Read>()
  const clients = new Set([...frames.values()].map((frame) => frame.order?.clientId ?? null))
  for (const clientId of clients) {
    const theirs = recipients.filter(
      ({ orderId }) => (frames.get(orderId)?.order?.clientId ?? null) === clientId,
    )
    const people = await peopleToWriteTo({
      req,
      kind: reader,
      ids: theirs.map(({ personId }) => personId),
      clientId,
    })
    const byId = new Map(people.map((person) => [person.id, person]))
    for (const recipient of theirs) {
      const person = byId.get(recipient.personId)
      const frame = frames.get(recipient.orderId)
      if (person && frame) read.set(keyOf(recipient), { person, recipient, frame })
    }
  }
  return [...new Set(recipients.map(keyOf))].flatMap((key) => read.get(key) ?? [])
}
