import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { holdsLink, isUuid } from '#plugins/kernel/domain'
import { Notice } from '#themes/base'
import { PortalHead } from '#themes/portal'
import { becomeActorFor, currentVisit } from '../../../../shared/visit'
import { PortalFrame } from '../../portal-frame'

export const metadata: Metadata = { title: 'Your data', robots: { index: false } }

/** Where the link of a copy leads: looking spends nothing, the button fetches it. */
const Page = async ({ params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params
  const visit = await currentVisit()
  const subject = { kind: 'data-archive', id }
  const held = { visit, purpose: 'privacy.archive', subject }
  if (!isUuid(id)) notFound()
  const reader = await becomeActorFor({ ...held, isReading: true })
  if (!holdsLink({ actor: reader, purpose: 'privacy.archive', subject })) notFound()
  const actor = await becomeActorFor(held)
  const isUsable =
    holdsLink({ actor, purpose: 'privacy.archive', subject }) && actor.id === reader.id
  return (
    <PortalFrame>
      <PortalHead
        title="Your data"
        lead="Everything that we keep about you: a page to read, data for programs, and your files."
      />
      {isUsable ? (
        <form method="post" action={`/portal/archives/${id}/file`} className="pw-form">
          <p>The copy is made now and kept nowhere. This link fetches it once.</p>
          <button type="submit" className="pw-button pw-button--primary">
            Download my data
          </button>
        </form>
      ) : (
        <Notice tone="info" title="This link was used">
          It fetches the copy once. Ask us for another, or fetch one under Privacy in the portal.
        </Notice>
      )}
    </PortalFrame>
  )
}

export default Page
