import type { Payload } from 'payload'

import { daysBetween } from '#plugins/kernel/domain'
import { billClients } from './bill-clients'
import { collectHours } from './collect-hours'
import { foundAgency, type Login } from './found-agency'
import { meetCandidates, meetClients, openPortals } from './meet-people'
import { hire } from './place-people'
import { putForward, moveCard } from './put-forward'
import { createStory, type Story } from './story'
import { hearRequests, loseOrders, winNightShift, winOrders } from './win-orders'
import { workPipeline } from './work-pipeline'

/**
 * Plays the story of the demo agency into an empty database and returns the logins with the
 * passwords made for it. Every step is a command of the product; no mail leaves the house.
 */
export const seedDemo = async ({ payload }: { payload: Payload }): Promise<Login[]> => {
  const story = await createStory({ payload })
  const logins = await foundAgency(story)
  await meetClients(story)
  await meetCandidates(story)
  await placeNightShift(story)
  await winOrders(story)
  await placePeople(story)
  const portals = await openPortals(story)
  await workPipeline(story)
  await loseOrders(story)
  await collectHours(story)
  await endPlacements(story)
  await billClients(story)
  await hearRequests(story)
  await story.end()
  return [...logins, ...portals]
}

/** Two nurses from before the clocks were changed; a third candidate hears that the team is complete. */
const placeNightShift = async (story: Story): Promise<void> => {
  const { calendar } = story
  const since = daysBetween({ from: calendar.clockChange, to: calendar.today })
  const night = { story, as: 'maya', order: 'night-nurse' }
  await winNightShift({ story, daysAgo: since + 28 })
  await story.at(since + 26, '10:00')
  await putForward({ ...night, candidate: 'hannah-lindqvist' })
  await moveCard({ ...night, candidate: 'hannah-lindqvist', to: 'client_review' })
  const startsOn = calendar.day(-since - 13)
  await hire({
    ...night,
    candidate: 'zofia-zolc',
    placedAgo: since + 18,
    startsOn,
    until: 'active',
  })
  await hire({
    ...night,
    candidate: 'amara-nwosu',
    placedAgo: since + 17,
    startsOn,
    endsOn: calendar.day(-8),
    until: 'active',
  })
}

/** Placements in every state but the ends, which come after the hours. */
const placePeople = async (story: Story): Promise<void> => {
  const { calendar } = story
  const longAgo = calendar.monday(-4)
  const people = [
    ['siobhan', 'design-engineer', 'catherine-ashworth', 42, calendar.day(-41), 'active'],
    ['diego', 'warehouse', 'tomas-herrera', 34, longAgo, 'active'],
    ['diego', 'warehouse', 'yolanda-begay', 33, longAgo, 'active'],
    ['diego', 'warehouse', 'andre-baptiste', 32, longAgo, 'active'],
    ['diego', 'forklift', 'luis-angel-robles', 31, longAgo, 'active'],
    ['diego', 'supply-room', 'tomas-herrera', 29, calendar.monday(-3), 'active'],
    ['kwame', 'front-desk', 'keisha-washington', 28, calendar.monday(-3), 'active'],
    ['siobhan', 'commissioning', 'rhys-llewellyn', 24, calendar.monday(-3), 'active'],
    ['diego', 'warehouse', 'rosa-delgado', 12, calendar.monday(-1), 'ready'],
    ['diego', 'forklift', 'hrvoje-simic', 9, calendar.monday(1), 'ready'],
    ['diego', 'forklift', 'darnell-price', 6, calendar.monday(1), 'ready'],
    ['diego', 'warehouse', 'curtis-boone', 4, calendar.monday(1), 'confirmed'],
    ['diego', 'warehouse', 'fatima-al-hashimi', 1, calendar.monday(2), 'pending'],
  ] as const
  for (const [as, order, candidate, placedAgo, startsOn, until] of people)
    await hire({
      story,
      as,
      order,
      candidate,
      placedAgo,
      startsOn,
      until,
      ...(order === 'design-engineer' ? { salaryMinor: 62_000_00 } : {}),
    })
}

/** How assignments end: as agreed, early, by notice, before they began, or by nobody coming. */
const endPlacements = async (story: Story): Promise<void> => {
  const { calendar, ids } = story
  const end = async ({
    key,
    lastDayOn,
    reason,
  }: {
    key: string
    lastDayOn: string
    reason: string
  }) =>
    await story.staff({
      as: 'diego',
      command: 'end-placement',
      input: { placementId: ids.of(`placement:${key}`), lastDayOn, reason },
    })
  await story.at(14, '09:00')
  await end({
    key: 'warehouse:andre-baptiste',
    lastDayOn: calendar.day(-14),
    reason: 'Found a permanent job nearer to home.',
  })
  await story.at(7, '10:00')
  await end({
    key: 'night-nurse:amara-nwosu',
    lastDayOn: calendar.day(-8),
    reason: 'The assignment has come to its agreed end.',
  })
  await story.at(3, '17:20')
  await end({
    key: 'warehouse:yolanda-begay',
    lastDayOn: calendar.day(12),
    reason: 'Moves to Tucson at the end of the month.',
  })
  for (const { key, reason, isNoShow } of [
    { key: 'warehouse:rosa-delgado', reason: 'Did not come on the first day.', isNoShow: true },
    {
      key: 'forklift:hrvoje-simic',
      reason: 'The client needs one operator less.',
      isNoShow: false,
    },
  ])
    await story.staff({
      as: 'diego',
      command: 'cancel-placement',
      input: { placementId: ids.of(`placement:${key}`), reason, isNoShow },
    })
}
