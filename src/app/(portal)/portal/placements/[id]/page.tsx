import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { formatDay, isUuid } from '#plugins/kernel/domain'
import { placementForCandidate } from '#plugins/placements'
import { placementWorkflow } from '#plugins/placements/domain'
import { ButtonLink } from '#themes/base'
import { Card, FactList, PortalHead } from '#themes/portal'
import { becomeActorFor, currentVisit } from '../../../../shared/visit'
import { PortalFrame } from '../../portal-frame'
import { payWords } from '../../shared/pay-words'
import { placeText } from '../../shared/place-text'
import { currentReader } from '../../shared/reader'
import { statusOf } from '../../shared/status'

export const metadata: Metadata = { title: 'Your assignment' }

/** An assignment for its worker, with the letter to keep. */
const Page = async ({ params }: { params: Promise<{ id: string }> }) => {
  const { id } = await params
  if (!isUuid(id)) notFound()
  const visit = await currentVisit()
  const actor = await becomeActorFor({
    visit,
    purpose: 'placement.letter',
    subject: { kind: 'placement', id },
    isReading: true,
  })
  const placement = await placementForCandidate({ req: visit.req, placementId: id })
  if (!placement) notFound()
  const { locale } = await currentReader()
  const pay = payWords({ pay: placement, locale })
  return (
    <PortalFrame current="/portal/candidate">
      <PortalHead
        title={placement.title}
        lead={placement.clientName}
        status={statusOf({ workflow: placementWorkflow, state: placement.state })}
        {...(actor.kind === 'portal'
          ? { back: { label: 'My applications', href: '/portal/candidate' } }
          : {})}
      />
      <Card>
        <FactList
          layout="grid"
          facts={[
            { label: 'Reference', value: placement.ref },
            { label: 'Where', value: placeText(placement.placeName, placement.placeCity) || null },
            { label: 'From', value: formatDay({ day: placement.startsOn, locale }) },
            {
              label: 'Until',
              value: placement.endsOn ? formatDay({ day: placement.endsOn, locale }) : 'Open',
            },
            { label: 'Pay', value: pay },
            { label: 'Approves your hours', value: placement.approverName },
          ].filter(({ value }) => value !== null)}
        />
        {placement.letterId ? (
          <ButtonLink
            href={`/portal/documents/${placement.letterId}?placement=${id}`}
            label="Download the assignment letter"
            icon="file"
          />
        ) : null}
      </Card>
    </PortalFrame>
  )
}

export default Page
