import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'

import { portalAccountKind, portalLoginPurpose } from '#plugins/agency/domain'
import { isUuid } from '#plugins/kernel/domain'
import { Card, PortalHead } from '#themes/portal'
import { becomeActorFor, currentVisit } from '../../../../shared/visit'
import { signInByLink } from '../../login-actions'
import { PortalFrame } from '../../portal-frame'
import { ButtonForm } from '../../shared/ButtonForm'

export const metadata: Metadata = { title: 'Welcome' }

/** Looking at this page signs nobody in; the button does, and spends the link. */
const Page = async ({ params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params
  if (!isUuid(id)) notFound()
  const visit = await currentVisit()
  if (visit.actor.kind === 'portal' && visit.actor.id === id) redirect('/portal')
  const actor = await becomeActorFor({
    visit,
    purpose: portalLoginPurpose,
    subject: { kind: portalAccountKind, id },
  })
  if (actor.kind !== 'link') notFound()
  return (
    <PortalFrame>
      <Card>
        <PortalHead
          title="Welcome"
          lead="One step more, and you are in for two weeks on this device."
        />
        <ButtonForm
          action={signInByLink.bind(null, id)}
          label="Sign in"
          pendingLabel="Signing in…"
          isWide
        />
      </Card>
    </PortalFrame>
  )
}

export default Page
