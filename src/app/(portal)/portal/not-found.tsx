import { ButtonLink } from '#themes/base'
import { Card, PortalHead } from '#themes/portal'
import { PortalFrame } from './portal-frame'

/** The same for what is not there and for what belongs to somebody else. */
const NotFound = () => (
  <PortalFrame>
    <Card>
      <PortalHead
        title="This page is not here for you"
        lead="Did you come by a link in a mail? Open the newest mail once more. If you have a login, sign in first."
      />
      <div className="pw-actions">
        <ButtonLink href="/portal" label="Go to the portal" />
        <ButtonLink href="/" label="Home" look="quiet" />
      </div>
    </Card>
  </PortalFrame>
)

export default NotFound
