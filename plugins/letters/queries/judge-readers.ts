import type { PayloadRequest } from 'payload'

import { peopleToWriteTo, type PersonToWriteTo } from '#plugins/crm'
import { addressMarks } from '#plugins/work'
import type { LetterReader } from '../domain/letter-fields'
import { whyNotWrittenTo } from '../domain/why-not-written-to'

export type JudgedReader = { person: PersonToWriteTo; why: string | null }

/**
 * The people of a letter in the order they were given, each with why they are left out. Of several who
 * read the same mailbox the first is written to. Callers have checked who may write to them.
 *
 * @param clientId whose order the letter is about
 */
export const judgeReaders = async ({
  req,
  reader,
  ids,
  clientId,
  isNews,
}: {
  req: PayloadRequest
  reader: LetterReader
  ids: readonly string[]
  clientId: string | null
  isNews: boolean
}): Promise<JudgedReader[]> => {
  const people = await peopleToWriteTo({ req, kind: reader, ids, clientId })
  const marks = await addressMarks({
    req,
    addresses: people.flatMap(({ address }) => (address ? [address] : [])),
  })
  const byId = new Map(people.map((person) => [person.id, person]))
  const taken = new Set<string>()
  return [...new Set(ids)].flatMap((id) => {
    const person = byId.get(id)
    if (!person) return []
    const mark = person.address ? marks.get(person.address) : undefined
    const why = whyNotWrittenTo({
      standing: {
        ...person,
        hasAddress: person.address !== null,
        isAddressGone: mark?.isGone ?? false,
        wantsNoMailings: mark?.wantsNoMailings ?? false,
      },
      isNews,
    })
    if (why !== null || person.address === null) return [{ person, why }]
    const isSecond = taken.has(person.address)
    taken.add(person.address)
    return [{ person, why: isSecond ? 'Shares the address of somebody before.' : null }]
  })
}
