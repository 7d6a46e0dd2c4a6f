import type { Metadata } from 'next'
import { redirect } from 'next/navigation'

import { env } from '#env'
import { EmptyState } from '#themes/portal'
import { currentVisit } from '../../shared/visit'
import { LoginForms } from './LoginForms'
import { sendLink, signInByPassword } from './login-actions'
import { PortalFrame } from './portal-frame'
import { siteOfVisit } from '../../shared/site-of-visit'

export const metadata: Metadata = { title: 'Sign in' }

/** The way in: whoever is signed in goes on to their own pages. */
const Page = async () => {
  const { actor } = await currentVisit()
  if (actor.kind === 'portal' && actor.contactId) redirect('/portal/client')
  if (actor.kind === 'portal' && actor.candidateId) redirect('/portal/candidate')
  if (actor.kind === 'portal')
    return (
      <PortalFrame>
        <EmptyState
          title="There is nothing here for you yet"
          text="Your login is not connected to an application or a company. Please tell your recruiter."
        />
      </PortalFrame>
    )
  const site = await siteOfVisit()
  return (
    <PortalFrame>
      <LoginForms
        sendLink={sendLink}
        signInByPassword={signInByPassword}
        agencyName={site?.name ?? env.AGENCY_NAME}
      />
    </PortalFrame>
  )
}

export default Page
