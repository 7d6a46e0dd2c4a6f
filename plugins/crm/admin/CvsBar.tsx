import { createLocalReq, type BeforeListTableServerProps } from 'payload'

import { actorOf } from '#plugins/kernel'
import { can } from '#plugins/kernel/domain'

/** Above the list of candidates: the way to the CVs, and how many wait to be looked at. */
export const CvsBar = async ({ payload, user }: BeforeListTableServerProps) => {
  if (!user) return null
  const req = await createLocalReq({ user }, payload)
  if (!can({ actor: actorOf(req), permission: 'candidates.write' })) return null
  const { totalDocs } = await payload.count({
    collection: 'cv-drafts',
    where: { state: { equals: 'parsed' } },
    req,
    overrideAccess: false,
  })
  return (
    <p className="pwa-cv__bar">
      <a className="pwa-btn" href="/admin/cvs">
        Add CVs
      </a>
      {totalDocs > 0 ? <a href="/admin/cvs">{totalDocs} to review</a> : null}
    </p>
  )
}
