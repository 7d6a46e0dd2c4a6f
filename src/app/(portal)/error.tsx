'use client'

import { SubmitButton } from '#themes/base'
import { Card, PortalHead, PortalShell } from '#themes/portal'

/** A failure of ours, not the reader's: nothing of it is shown, trying again is one press away. */
const ErrorPage = ({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) => (
  <PortalShell agencyName="Portal" homeHref="/portal">
    <Card>
      <PortalHead
        title="Something went wrong on our side"
        lead="Nothing you did caused this, and nothing was lost. Please try again; if it stays, call us."
      />
      {error.digest ? <p>Reference: {error.digest}</p> : null}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          reset()
        }}
      >
        <SubmitButton label="Try again" />
      </form>
    </Card>
  </PortalShell>
)

export default ErrorPage
