import type { Metadata } from 'next'

import { findLinkByToken, registryOf } from '#plugins/kernel'
import { currentVisit } from '../../../shared/visit'
import { LinkLanding } from './LinkLanding'

export const metadata: Metadata = {
  title: 'Your link',
  robots: { index: false },
}

/** Opening the link changes nothing: mail scanners open links too. The button opens it. */
const Page = async ({ params }: { params: Promise<{ token: string }> }) => {
  const { token } = await params
  const visit = await currentVisit()
  const link = await findLinkByToken({ req: visit.req, token })
  const purpose = link ? registryOf(visit.payload).links.get(link.purpose) : undefined
  return (
    <LinkLanding token={token} label={purpose?.label ?? null} isUsable={link?.usable ?? false} />
  )
}

export default Page
