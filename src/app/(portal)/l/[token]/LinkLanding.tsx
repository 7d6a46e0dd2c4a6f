import { ButtonLink, Notice, SubmitButton, TargetForm } from '#themes/base'
import { Card, PortalHead } from '#themes/portal'
import { PortalFrame } from '../../portal/portal-frame'

/** What somebody sees who followed a link from a mail: one button, or why it leads nowhere any more. */
export const LinkLanding = ({
  token,
  label,
  isUsable,
}: {
  token: string
  label: string | null
  isUsable: boolean
}) => (
  <PortalFrame>
    {isUsable && label ? (
      <Card>
        <PortalHead title={label} lead="This link is personal: it opens only this, only for you." />
        <TargetForm target={{ action: `/l/${token}/open` }}>
          <SubmitButton label="Open" isWide />
        </TargetForm>
      </Card>
    ) : (
      <Card>
        <PortalHead title="This link no longer works" />
        <Notice tone="warn">
          <p>
            It was used, has expired or was replaced by a newer one. We gladly send you another.
          </p>
        </Notice>
        <ButtonLink href="/portal" label="Go to the portal" />
      </Card>
    )}
  </PortalFrame>
)
