import { z } from 'zod'

import { letterReaders } from './letter-fields'

/** As many as somebody can tick and look through before they agree. */
const mostReaders = 200

/** As many as one mailing goes to by a label, a pool or a search. */
export const mostInMailing = 20_000

/** As many as are shown with their words before sending. */
export const mostShown = 50

export const letterInput = z.object({
  reader: z.enum(letterReaders, 'Choose whom it goes to.'),
  readerIds: z
    .array(z.uuid('Choose people from the list.'))
    .max(mostReaders, `At most ${mostReaders} at once; give more people a label and write to it.`)
    .default([]),
  /** Candidates of submissions, each about the order they are put forward for. */
  submissionIds: z
    .array(z.uuid('Choose submissions from the list.'))
    .max(mostReaders, `At most ${mostReaders} at once.`)
    .default([]),
  /** Everybody who carries it, instead of chosen ones. */
  labelId: z.uuid('Choose a label.').nullish(),
  /** Everybody in the talent pool, instead of chosen ones. */
  poolId: z.uuid('Choose a talent pool.').nullish(),
  /** Everybody whom the saved search finds, instead of chosen ones. */
  savedSearchId: z.uuid('Choose a saved search.').nullish(),
  jobOrderId: z.uuid('Choose a job order.').nullish(),
  /** The mail it answers, which it goes on with. */
  answersId: z.uuid('Choose a mail.').nullish(),
  /** News carries a way out and respects who took it; a letter is meant for its reader. */
  isNews: z.boolean().default(false),
  subject: z.string().trim().min(1, 'Please fill in the subject.').max(200, 'At most 200 letters.'),
  text: z.string().trim().min(1, 'Please fill in the text.').max(5_000, 'At most 5,000 letters.'),
  isPreview: z.boolean().default(false),
})

export type LetterInput = z.output<typeof letterInput>

/** Whether its readers were chosen one by one. */
export const isToChosen = ({
  labelId,
  poolId,
  savedSearchId,
}: Pick<LetterInput, 'labelId' | 'poolId' | 'savedSearchId'>): boolean =>
  !labelId && !poolId && !savedSearchId
