import { z } from 'zod'

/** How long a clock gives, when it warns, and when somebody who can help is told. */
export type ClockTimes = {
  /** Working minutes. */
  minutes: number
  /** Amber at this share of them. */
  amberPercent: number
  /** Working minutes after they ran out; 0 is at once. */
  escalateAfterMinutes: number
}

/** What holds until an agency chooses its own: amber at three quarters, help at once. */
export const usualAmberPercent = 75
export const usualEscalateAfterMinutes = 0

const wholeMinutes = z.number('Write a number of minutes.').int('Write whole minutes.')

/** Twenty working days of eight and a half hours: clocks are reckoned no further ahead. */
const mostMinutes = 10_200

export const clockTimesInput = z.object({
  minutes: wholeMinutes
    .min(5, 'At least 5 minutes.')
    .max(mostMinutes, `At most ${mostMinutes} minutes, which is twenty working days.`),
  amberPercent: z
    .number('Write a number from 1 to 99.')
    .int('Write a whole number from 1 to 99.')
    .min(1, 'At least 1 %.')
    .max(99, 'At most 99 %: amber comes before the time is gone.'),
  escalateAfterMinutes: wholeMinutes
    .min(0, 'Not before the time is gone: 0 or more.')
    .max(mostMinutes, `At most ${mostMinutes} minutes, which is twenty working days.`),
})
