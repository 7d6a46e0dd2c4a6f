import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'

import { intakeForms } from '#plugins/pipeline'
import { ButtonLink } from '#themes/base'
import { siteOf, type Params } from '../site-of'
import { RequestStaffForm } from './RequestStaffForm'
import { sendRequest } from './send-request'

export const metadata: Metadata = {
  title: 'Request staff',
  description: 'Tell us whom you need. A consultant answers the same working day.',
}

const Page = async ({ params }: Params) => {
  const { site, theme, req } = await siteOf((await params).host)
  const forms = await intakeForms({ req })
  const { PageHead, Section, Steps } = theme.parts
  return (
    <>
      <PageHead
        title="Whom do you need?"
        lead="Two minutes now save a week later. A consultant answers the same working day."
      />
      <Section width="reading">
        {forms.length > 0 ? (
          <nav aria-label="Forms for a field of work" className="pw-form-links">
            <p>Is it one of these? Its own form asks what matters there.</p>
            <ul className="pw-actions">
              {forms.map(({ slug, name }) => (
                <li key={slug}>
                  <ButtonLink
                    href={`/request-staff/${slug}`}
                    label={name}
                    look="quiet"
                    icon="arrow"
                  />
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
        <RequestStaffForm
          action={sendRequest.bind(null, site.id)}
          requestKey={randomUUID()}
          currency={site.currency}
        />
      </Section>
      <Steps
        title="What happens next"
        steps={[
          { title: 'You get a confirmation', text: 'With a reference, at once, by e-mail.' },
          { title: 'We call you', text: 'To get the must-haves, pay and dates right.' },
          { title: 'You see people', text: 'A short list you can decide on from your phone.' },
        ]}
      />
    </>
  )
}

export default Page
