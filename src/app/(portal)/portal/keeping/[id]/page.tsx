import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { env } from '#env'
import { keepingForCandidate } from '#plugins/crm'
import { formatDay, isUuid } from '#plugins/kernel/domain'
import { Notice } from '#themes/base'
import { OfferPaper } from '#themes/portal'
import { siteOfVisit } from '../../../../shared/site-of-visit'
import { becomeActorFor, currentVisit } from '../../../../shared/visit'
import { PortalFrame } from '../../portal-frame'
import { currentReader } from '../../shared/reader'
import { Recruiter } from '../../shared/Recruiter'
import { leave, stay } from './actions'
import { LeaveForm, StayForm } from './StayForms'

export const metadata: Metadata = { title: 'May we keep your profile?', robots: { index: false } }

/** A candidate says whether the agency keeps their profile, and may change their mind. */
const Page = async ({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) => {
  const [{ id }, { said }] = [await params, await searchParams]
  if (!isUuid(id)) notFound()
  const visit = await currentVisit()
  await becomeActorFor({
    visit,
    purpose: 'keeping.answer',
    subject: { kind: 'candidate', id },
    isReading: true,
  })
  const asked = await keepingForCandidate({ req: visit.req, candidateId: id })
  if (!asked) notFound()
  const [reader, site] = [await currentReader(), await siteOfVisit()]
  const hasLeft = asked.ground === 'refused'
  const hasStayed = said === 'stay' && !asked.isOver
  return (
    <PortalFrame current="/portal/candidate">
      <OfferPaper
        agencyName={site?.name ?? env.AGENCY_NAME}
        title="May we keep your profile?"
        addressed={`For ${asked.name}`}
        terms={
          asked.untilOn && !hasLeft
            ? [
                {
                  label: asked.isOver ? 'We kept it until' : 'We keep it until',
                  value: formatDay({ day: asked.untilOn, locale: reader.locale }),
                },
              ]
            : []
        }
        body={
          hasStayed || hasLeft || asked.isClosed ? null : (
            <>
              <p>With a yes you agree to this:</p>
              <blockquote>{asked.text}</blockquote>
              <p>You can take it back at any time.</p>
            </>
          )
        }
      >
        {hasStayed ? (
          <Notice tone="good" title="Thank you, we keep your profile">
            <p>We tell you when a job fits, and ask you again before the time is over.</p>
          </Notice>
        ) : null}
        {hasLeft ? (
          <Notice tone="info" title="We do not keep your profile">
            <p>Nobody here finds it any more. If you change your mind, say so below.</p>
          </Notice>
        ) : null}
        {asked.isClosed ? (
          <Notice tone="warn" title="This can no longer be answered">
            <p>Please call us.</p>
          </Notice>
        ) : (
          <>
            {hasStayed ? null : <StayForm stay={stay.bind(null, id)} />}
            {hasLeft ? null : <LeaveForm leave={leave.bind(null, id)} />}
          </>
        )}
      </OfferPaper>
      <Recruiter contact={asked.contact} />
    </PortalFrame>
  )
}

export default Page
