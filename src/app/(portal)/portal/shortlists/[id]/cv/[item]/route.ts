import { cvForClient } from '#plugins/pipeline'
import { becomeActorFor, newVisit } from '../../../../../../shared/visit'
import { privateDownload } from '../../../../shared/private-download'

/** The CV of one candidate of this shortlist, for the client it was sent to. */
export const GET = async (
  _request: Request,
  { params }: { params: Promise<{ id: string; item: string }> },
): Promise<Response> => {
  const { id, item } = await params
  const visit = await newVisit()
  await becomeActorFor({
    visit,
    purpose: 'shortlist.decide',
    subject: { kind: 'shortlist', id },
    isReading: true,
  })
  return privateDownload(await cvForClient({ req: visit.req, shortlistId: id, itemId: item }))
}
