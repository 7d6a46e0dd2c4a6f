import { env } from '#env'
import { takeDataArchive } from '#plugins/crm'
import { isSameOrigin } from '#plugins/kernel'
import { isUuid } from '#plugins/kernel/domain'
import { becomeActorFor, newVisit } from '../../../../../shared/visit'
import { privateDownload } from '../../../shared/private-download'

/** The copy of a person's data, once: a form posts here, since mail scanners follow links. */
export const POST = async (
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> => {
  const { id } = await params
  if (!isSameOrigin({ headers: request.headers, allowedOrigins: [env.ADMIN_URL, env.siteUrl] }))
    return new Response('This request came from another site.', { status: 403 })
  if (!isUuid(id)) return privateDownload(null)
  const visit = await newVisit()
  await becomeActorFor({
    visit,
    purpose: 'privacy.archive',
    subject: { kind: 'data-archive', id },
  })
  return privateDownload(await takeDataArchive({ req: visit.req, archiveId: id }))
}
