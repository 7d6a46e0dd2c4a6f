import { shortlistPdf } from '#plugins/pipeline'
import { becomeActorFor, newVisit } from '../../../../../shared/visit'
import { privateDownload } from '../../../shared/private-download'
import { currentReader } from '../../../shared/reader'

/** The shortlist as a file, for whoever may see its page. */
export const GET = async (
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> => {
  const { id } = await params
  const visit = await newVisit()
  await becomeActorFor({
    visit,
    purpose: 'shortlist.decide',
    subject: { kind: 'shortlist', id },
    isReading: true,
  })
  const { locale } = await currentReader()
  return privateDownload(await shortlistPdf({ req: visit.req, shortlistId: id, locale }))
}
