import { documentForPerson } from '#plugins/crm'
import { isUuid, type SubjectRef } from '#plugins/kernel/domain'
import { becomeActorFor, newVisit } from '../../../../shared/visit'
import { privateDownload } from '../../shared/private-download'

/** The records whose link also opens their papers: the name in the address, the purpose of the link. */
const linkedPapers: Readonly<Record<string, { purpose: string; kind: string }>> = {
  invoice: { purpose: 'invoice.pay', kind: 'invoice' },
  placement: { purpose: 'placement.letter', kind: 'placement' },
}

/** A private file, for whoever it is meant for and for nobody else. */
export const GET = async (
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> => {
  const { id } = await params
  return privateDownload(
    isUuid(id) ? await fileFor({ id, query: new URL(request.url).searchParams }) : null,
  )
}

const fileFor = async ({ id, query }: { id: string; query: URLSearchParams }) => {
  const visit = await newVisit()
  const linked = linkedSubject(query)
  if (linked) await becomeActorFor({ visit, ...linked, isReading: true })
  const byLink = await documentForPerson({ req: visit.req, documentId: id })
  if (byLink || !linked) return byLink
  // The link is of another paper; the person may still have a login that may see it.
  delete visit.req.context.actor
  return await documentForPerson({ req: visit.req, documentId: id })
}

const linkedSubject = (query: URLSearchParams): { purpose: string; subject: SubjectRef } | null => {
  for (const [name, { purpose, kind }] of Object.entries(linkedPapers)) {
    const subjectId = query.get(name)
    if (subjectId && isUuid(subjectId)) return { purpose, subject: { kind, id: subjectId } }
  }
  return null
}
