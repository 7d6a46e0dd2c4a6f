import type { Metadata } from 'next'

import { consentsOfPerson } from '#plugins/crm'
import { consentTexts } from '#plugins/crm/domain'
import { formatInstant } from '#plugins/kernel/domain'
import { Card, EmptyState, PortalHead } from '#themes/portal'
import { PortalFrame } from '../../portal-frame'
import { currentReader } from '../../shared/reader'
import { candidateVisit } from '../../shared/signed-in'
import { askForCopy, takeConsentBack } from './actions'
import { CopyForm, TakeBackForm } from './PrivacyForms'

export const metadata: Metadata = { title: 'Privacy' }

/** What a candidate agreed to, in the words they saw, and the way to take it back. */
const Page = async () => {
  const { req } = await candidateVisit()
  const consents = await consentsOfPerson({ req })
  const reader = await currentReader()
  return (
    <PortalFrame current="/portal/candidate/privacy">
      <PortalHead title="Privacy" lead="What you agreed to, and what we keep about you." />
      <h2>What you agreed to</h2>
      {consents.length === 0 ? (
        <EmptyState title="Nothing yet" text="What you agree to appears here, word for word." />
      ) : (
        consents.map(({ id, purpose, text, version, givenAt, withdrawnAt }) => (
          <Card
            key={id}
            headingLevel={3}
            title={consentTexts[purpose].name}
            meta={`Given ${formatInstant({ instant: givenAt, ...reader })}, version ${version}`}
            status={
              withdrawnAt
                ? { label: 'Taken back', tone: 'neutral' }
                : { label: 'In force', tone: 'good' }
            }
          >
            <p>{text}</p>
            {withdrawnAt ? (
              <p>Taken back {formatInstant({ instant: withdrawnAt, ...reader })}.</p>
            ) : (
              <TakeBackForm
                action={takeConsentBack.bind(null, id)}
                name={consentTexts[purpose].name}
              />
            )}
          </Card>
        ))
      )}
      <h2>What we keep about you</h2>
      <p>
        We send a link to your e-mail address. It fetches a copy of everything once: a page to read,
        data for programs, and your files.
      </p>
      <CopyForm action={askForCopy} />
    </PortalFrame>
  )
}

export default Page
