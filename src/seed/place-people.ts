import { z } from 'zod'

import { daysBetween, type Day } from '#plugins/kernel/domain'
import { answerOffer, moveCard, offer, putForward } from './put-forward'
import type { Story } from './story'

type Hire = {
  story: Story
  as: string
  order: string
  candidate: string
  /** Days ago on which they were placed. */
  placedAgo: number
  startsOn: Day
  endsOn?: Day
  salaryMinor?: number
  approver?: string
  /** How far the placement has come. */
  until: 'pending' | 'confirmed' | 'ready' | 'active'
}

const placed = z.object({ placementId: z.string() })

/** From the recruiter's list to the first day: offer by link, opening filled, papers, start. */
export const hire = async (wish: Hire): Promise<void> => {
  const { story, as, order, candidate, placedAgo, startsOn, endsOn, salaryMinor, until } = wish
  await story.at(placedAgo + 2, '10:15')
  await putForward(wish)
  await moveCard({ ...wish, to: 'client_review' })
  const offerId = await offer({
    story,
    as,
    order,
    candidate,
    startsOn,
    ...(endsOn ? { endsOn } : {}),
    ...(salaryMinor ? { salaryMinor } : {}),
  })
  await story.at(placedAgo + 1, '18:40')
  await answerOffer({ story, offerId, answer: 'accept' })
  await story.at(placedAgo, '09:30')
  const { placementId } = await story.staff({
    as,
    command: 'place-candidate',
    input: {
      submissionId: story.ids.of(`submission:${order}:${candidate}`),
      startsOn,
      ...(endsOn ? { endsOn } : {}),
      ...(wish.approver ? { approverId: story.ids.of(`contact:${wish.approver}`) } : {}),
    },
    result: placed,
  })
  story.ids.keep(`placement:${order}:${candidate}`, placementId)
  if (until === 'pending') return
  await story.staff({ as, command: 'confirm-placement', input: { placementId } })
  if (until === 'confirmed') return
  await tickOff({ story, as, placementId })
  if (until === 'ready') return
  await story.at(daysBetween({ from: startsOn, to: story.calendar.today }), '09:00')
  await story.staff({ as, command: 'start-placement', input: { placementId } })
}

/** Somebody of the agency has seen the papers. */
const tickOff = async ({
  story,
  as,
  placementId,
}: {
  story: Story
  as: string
  placementId: string
}): Promise<void> => {
  const { docs } = await story.payload.find({
    collection: 'readiness-items',
    where: { placement: { equals: placementId }, state: { in: ['missing', 'submitted'] } },
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  for (const { id } of docs)
    await story.staff({ as, command: 'verify-readiness-item', input: { itemId: id } })
}
