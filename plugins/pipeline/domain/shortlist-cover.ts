/** The mail that brings a shortlist, as the plugin that sends it calls it. */
export const coverKind = 'shortlist.sent'

/** What somebody wrote for the mail of one shortlist instead of the words of its template. */
export type Cover = { subject: string | null; text: string | null }

/** The parts of the template that are replaced. */
export const writtenCover = ({ subject, text }: Cover): { subject?: string; opening?: string } => ({
  ...(subject === null ? {} : { subject }),
  ...(text === null ? {} : { opening: text }),
})

/** How many candidates it is about, as the mail says it. */
export const coverValues = (count: number): { 'shortlist.candidates': string } => ({
  'shortlist.candidates': count === 1 ? '1 candidate' : `${count} candidates`,
})
