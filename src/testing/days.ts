import { addDays, dayIn } from '#plugins/kernel/domain'

/** Where people work in `makeWorld`, unless a test says otherwise. */
const zone = 'America/New_York'

/** The day at the place of work, which late in the day is not that of UTC. */
export const today = (): string => dayIn({ instant: new Date().toISOString(), zone })

export const inDays = (days: number): string => addDays({ day: today(), days })
