import type { Metadata } from 'next'

import { findResettable } from '#plugins/agency'
import { ButtonLink, Notice } from '#themes/base'
import { Card, PortalHead } from '#themes/portal'
import { currentVisit } from '../../../../shared/visit'
import { choosePassword } from '../../login-actions'
import { PortalFrame } from '../../portal-frame'
import { ResetForm } from './ResetForm'

export const metadata: Metadata = { title: 'Choose a password' }

/** Looking at this page spends nothing; saving the new password does. */
const Page = async ({ params }: { params: Promise<{ token: string }> }) => {
  const { token } = await params
  const { req } = await currentVisit()
  const account = await findResettable({ req, token })
  return (
    <PortalFrame>
      <Card>
        <PortalHead title="Choose a new password" />
        {account ? (
          <ResetForm action={choosePassword.bind(null, token)} />
        ) : (
          <>
            <Notice tone="warn" title="This link no longer works">
              <p>It was used before or has expired. You can have another at once.</p>
            </Notice>
            <ButtonLink href="/portal/forgot" label="Send me another" />
          </>
        )}
      </Card>
    </PortalFrame>
  )
}

export default Page
