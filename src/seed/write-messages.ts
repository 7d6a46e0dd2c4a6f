import type { Happening, Story } from './story'

/** What Meridian and the agency wrote to each other about the nurses; the last word waits to be read. */
export const writtenMessages = (story: Story): Happening[] => {
  const jobOrderId = story.ids.of('order:night-nurse')
  const agencyWrites = (text: string) => async () => {
    await story.staff({ as: 'maya', command: 'write-to-client', input: { jobOrderId, text } })
  }
  const clientWrites = (text: string) => async () =>
    await story.byLink({
      purpose: 'order.conversation',
      subject: { kind: 'job-order', id: jobOrderId },
      command: 'write-to-agency',
      input: { jobOrderId, text },
    })
  return [
    {
      daysAgo: 2,
      time: '09:15',
      play: agencyWrites(
        'Zofia asks whether she may change the nights of Friday and Saturday for Sunday and Monday next week. Would that suit the ward?',
      ),
    },
    {
      daysAgo: 2,
      time: '14:40',
      play: clientWrites(
        'Yes, Sunday and Monday are fine. Please tell her to ask for Joan at the desk.',
      ),
    },
    {
      daysAgo: 1,
      time: '08:50',
      play: agencyWrites('Thank you, she knows. I shall send the new plan this afternoon.'),
    },
    {
      daysAgo: 1,
      time: '15:55',
      play: clientWrites(
        'One more thing: from January we need a fourth nurse for the nights. Can you put somebody forward this month?',
      ),
    },
  ]
}
