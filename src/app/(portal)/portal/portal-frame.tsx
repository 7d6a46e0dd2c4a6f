import type { ReactNode } from 'react'

import { env } from '#env'
import { PortalShell } from '#themes/portal'
import { currentVisit } from '../../shared/visit'
import { siteOfVisit } from '../../shared/site-of-visit'

/** The frame of a portal page: the agency of this host, who is signed in, where one can go. */
export const PortalFrame = async ({
  current,
  children,
}: {
  /** Path of the page in the navigation that is shown. */
  current?: string
  children: ReactNode
}) => {
  const { actor } = await currentVisit()
  const site = await siteOfVisit()
  const isSignedIn = actor.kind === 'portal'
  const nav = isSignedIn ? navOf(actor) : []
  return (
    <PortalShell
      agencyName={site?.name ?? env.AGENCY_NAME}
      homeHref={isSignedIn ? '/portal' : '/'}
      {...(site?.logo ? { logo: site.logo } : {})}
      {...(isSignedIn ? { person: { name: actor.email } } : {})}
      nav={nav.map((item) => ({ ...item, isCurrent: item.href === current }))}
      {...(isSignedIn
        ? { signOut: { target: { action: '/portal/sign-out' }, label: 'Sign out' } }
        : {})}
      {...(site?.phone ? { help: `Questions? Call us: ${site.phone}` } : {})}
    >
      {children}
    </PortalShell>
  )
}

const navOf = ({
  candidateId,
  contactId,
}: {
  candidateId: string | null
  contactId: string | null
}) => [
  ...(candidateId
    ? [
        { label: 'Applications', href: '/portal/candidate' },
        { label: 'Hours', href: '/portal/candidate/hours' },
        { label: 'Documents', href: '/portal/candidate/documents' },
        { label: 'Privacy', href: '/portal/candidate/privacy' },
      ]
    : []),
  ...(contactId
    ? [
        { label: 'Orders', href: '/portal/client' },
        { label: 'Candidates', href: '/portal/client/shortlists' },
        { label: 'Timesheets', href: '/portal/client/timesheets' },
        { label: 'Invoices', href: '/portal/client/invoices' },
      ]
    : []),
]
