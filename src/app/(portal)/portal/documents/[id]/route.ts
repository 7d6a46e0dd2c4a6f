import { documentForPerson, privateFileHeaders } from '#plugins/crm'
import { isUuid, type SubjectRef } from '#plugins/kernel/domain'
import { becomeActorFor, newVisit } from '../../../../shared/visit'
import { cvOfShortlist } from './cv-of-shortlist'
import { attachmentHeader } from './attachment-header'

/** The records whose link also opens their papers: the name in the address, the purpose of the link. */
const linkedPapers: Readonly<Record<string, { purpose: string; kind: string }>> = {
  invoice: { purpose: 'invoice.pay', kind: 'invoice' },
  placement: { purpose: 'placement.letter', kind: 'placement' },
}

/**
 * A private file, for whoever it is meant for and for nobody else. It is always a download, run by no
 * browser and kept by nobody on the way.
 */
export const GET = async (
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> => {
  const { id } = await params
  const file = isUuid(id) ? await fileFor({ id, query: new URL(request.url).searchParams }) : null
  if (!file)
    return new Response('This file is not here for you.', {
      status: 404,
      headers: { ...privateFileHeaders, 'Content-Type': 'text/plain; charset=utf-8' },
    })
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      ...privateFileHeaders,
      'Content-Type': file.mimeType,
      'Content-Length': String(file.bytes.byteLength),
      'Content-Disposition': attachmentHeader(file.filename),
    },
  })
}

const fileFor = async ({ id, query }: { id: string; query: URLSearchParams }) => {
  const visit = await newVisit()
  const shortlistId = query.get('shortlist')
  if (shortlistId) return await cvOfShortlist({ visit, shortlistId, documentId: id })
  const linked = linkedSubject(query)
  if (linked) await becomeActorFor({ visit, ...linked, isReading: true })
  const byLink = await documentForPerson({ req: visit.req, documentId: id })
  if (byLink || !linked) return byLink
  // The link is of another paper; the person may still have a login that may see it.
  delete visit.req.context.actor
  return await documentForPerson({ req: visit.req, documentId: id })
}

const linkedSubject = (
  query: URLSearchParams,
): { purpose: string; subject: SubjectRef } | null => {
  for (const [name, { purpose, kind }] of Object.entries(linkedPapers)) {
    const subjectId = query.get(name)
    if (subjectId && isUuid(subjectId)) return { purpose, subject: { kind, id: subjectId } }
  }
  return null
}
