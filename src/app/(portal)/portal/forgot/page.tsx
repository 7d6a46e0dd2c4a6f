import type { Metadata } from 'next'

import { Card, PortalHead } from '#themes/portal'
import { askForPassword } from '../login-actions'
import { PortalFrame } from '../portal-frame'
import { ForgotForm } from './ForgotForm'

export const metadata: Metadata = { title: 'Choose a password' }

const Page = () => (
  <PortalFrame>
    <Card>
      <PortalHead
        title="Choose a new password"
        lead="We send you a mail with a link. Until you use it, the old password stays."
        back={{ label: 'Sign in', href: '/portal' }}
      />
      <ForgotForm action={askForPassword} />
    </Card>
  </PortalFrame>
)

export default Page
