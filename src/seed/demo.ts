import type { Payload } from 'payload'

import { addDays, daysBetween, type Day } from '#plugins/kernel/domain'
import { billClients } from './bill-clients'
import { broughtData } from './bring-data'
import { collectHours } from './collect-hours'
import { catchUp } from './catch-up'
import { connectedPrograms, leaveTraces } from './connect-programs'
import { droppedCvs } from './drop-cvs'
import { keptPools } from './keep-pools'
import { metTwice } from './meet-twice'
import { foundAgency, type Login } from './found-agency'
import { guardedData } from './guard-data'
import { meetCandidates, meetClients, openPortals } from './meet-people'
import { hire } from './place-people'
import { putLabels } from './put-labels'
import { notedTasks } from './note-tasks'
import { putForward, moveCard } from './put-forward'
import { setClocks } from './set-clocks'
import { savedSearches } from './save-searches'
import { createStory, playInOrder, type Story } from './story'
import { hearRequests, loseOrders, winNightShift, winOrders } from './win-orders'
import { workPipeline } from './work-pipeline'
import { writtenLetters } from './write-letters'
import { writtenMessages } from './write-messages'
import { writtenNotes } from './write-notes'

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
  await catchUp(story)
  await playInOrder({
    story,
    happenings: [
      ...writtenNotes(story),
      ...notedTasks(story),
      ...writtenMessages(story),
      ...writtenLetters(story),
      ...connectedPrograms(story),
      ...guardedData(story),
      ...broughtData(story),
      ...droppedCvs(story),
      ...savedSearches(story),
      ...metTwice(story),
      ...keptPools(story),
    ],
  })
  await putLabels(story)
  await story.end()
  await leaveTraces(story)
  await setClocks({ payload })
  return [...logins, ...portals]
}

/** A nurse for the week in which the clocks were changed, before everything else. */
const placeNightShift = async (story: Story): Promise<void> => {
  const { calendar } = story
  const since = daysBetween({ from: calendar.clockChange, to: calendar.today })
  await winNightShift({ story, daysAgo: since + 20 })
  await hire({
    story,
    as: 'maya',
    order: 'night-nurse',
    candidate: 'amara-nwosu',
    placedAgo: since + 10,
    startsOn: calendar.day(-since - 6),
    endsOn: calendar.clockChange,
    until: 'active',
  })
}

/** Placements in every state but the ends, which come after the hours. */
const placePeople = async (story: Story): Promise<void> => {
  const { calendar } = story
  const begun = calendar.monday(-2)
  const next = calendar.monday(1)
  const people = [
    ['siobhan', 'design-engineer', 'catherine-ashworth', 45, calendar.day(-41), 'active'],
    ['diego', 'warehouse', 'tomas-herrera', 34, begun, 'active'],
    ['diego', 'warehouse', 'yolanda-begay', 33, begun, 'active'],
    ['diego', 'warehouse', 'andre-baptiste', 32, begun, 'active'],
    ['diego', 'forklift', 'luis-angel-robles', 31, begun, 'active'],
    ['diego', 'supply-room', 'tomas-herrera', 29, begun, 'active'],
    ['kwame', 'front-desk', 'keisha-washington', 28, begun, 'active'],
    ['siobhan', 'commissioning', 'rhys-llewellyn', 24, begun, 'active'],
    ['maya', 'night-nurse', 'zofia-zolc', 23, begun, 'active'],
    ['diego', 'warehouse', 'rosa-delgado', 12, calendar.monday(-1), 'ready'],
    ['diego', 'forklift', 'hrvoje-simic', 9, next, 'ready'],
    ['diego', 'forklift', 'darnell-price', 6, next, 'ready'],
    ['diego', 'warehouse', 'curtis-boone', 4, next, 'confirmed'],
    ['diego', 'warehouse', 'fatima-al-hashimi', 1, calendar.monday(2), 'pending'],
  ] as const
  // Still with the client when the last opening is filled: she hears of it.
  await story.at(24, '10:00')
  const late = { story, as: 'maya', order: 'night-nurse', candidate: 'hannah-lindqvist' }
  await putForward(late)
  await moveCard({ ...late, to: 'client_review' })
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
      ...(candidate === 'andre-baptiste' ? { endsOn: calendar.day(40) } : {}),
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
      as: key.startsWith('night-nurse') ? 'maya' : 'diego',
      command: 'end-placement',
      input: { placementId: ids.of(`placement:${key}`), lastDayOn, reason },
    })
  const ago = (day: Day) => daysBetween({ from: day, to: calendar.today })
  await story.at(ago(calendar.clockChange) - 1, '10:00')
  await end({
    key: 'night-nurse:amara-nwosu',
    lastDayOn: calendar.clockChange,
    reason: 'The assignment has come to its agreed end.',
  })
  const wednesday = addDays({ day: calendar.monday(-2), days: 2 })
  await story.at(ago(wednesday) - 1, '09:00')
  await end({
    key: 'warehouse:andre-baptiste',
    lastDayOn: wednesday,
    reason: 'Found a permanent job nearer to home.',
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
