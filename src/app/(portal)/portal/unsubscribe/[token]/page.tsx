import type { Metadata } from 'next'

import { unsubscribeOf } from '#plugins/letters'
import { Notice, SubmitButton, TargetForm } from '#themes/base'
import { Card, PortalHead } from '#themes/portal'
import { currentVisit } from '../../../../shared/visit'
import { PortalFrame } from '../../portal-frame'

export const metadata: Metadata = {
  title: 'No more mailings',
  robots: { index: false },
}

/** Whoever followed the link of a mailing: opening it changes nothing, the button does. */
const Page = async ({ params }: { params: Promise<{ token: string }> }) => {
  const { token } = await params
  const { req } = await currentVisit()
  const found = await unsubscribeOf({ req, token })
  if (!found)
    return (
      <PortalFrame>
        <Card>
          <PortalHead title="This link no longer works" />
          <Notice tone="warn">
            <p>Please use the link of a newer mail, or simply answer to one: we shall see to it.</p>
          </Notice>
        </Card>
      </PortalFrame>
    )
  return (
    <PortalFrame>
      <Card>
        {found.isOut ? (
          <>
            <PortalHead title="You get no more mailings" />
            <Notice tone="good">
              <p>
                We send no more news to {found.address}. Letters about your own matters, such as an
                application or hours to approve, still reach you.
              </p>
            </Notice>
          </>
        ) : (
          <>
            <PortalHead
              title="No more mailings?"
              lead={`We then send no more news to ${found.address}. Letters about your own matters still reach you.`}
            />
            <TargetForm target={{ action: `/api/unsubscribe/${token}` }}>
              <SubmitButton label="Send me no more" isWide />
            </TargetForm>
          </>
        )}
      </Card>
    </PortalFrame>
  )
}

export default Page
