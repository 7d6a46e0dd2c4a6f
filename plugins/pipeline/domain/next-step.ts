/** What a card needs to know to say what happens next. */
export type CardFacts = {
  interview: { state: string; startsAt: string; zone: string } | null
  offer: { state: string } | null
  /** The client's answer on the latest shortlist that is out. */
  decision: string | null
  /** How many of the client’s people are for and against, by their scorecards. */
  scorecards?: { for: number; against: number }
}

/**
 * What happens next with a candidate on an order, in a few words; null when it is simply the
 * recruiter's turn. An offer outweighs an interview, an interview the client's review.
 */
export const nextStepOf = ({
  facts: { interview, offer, decision, scorecards = { for: 0, against: 0 } },
  locale,
}: {
  facts: CardFacts
  locale: string
}): string | null => {
  if (offer?.state === 'accepted') return 'Offer accepted'
  if (offer?.state === 'extended') return 'Offer with the candidate'
  if (offer?.state === 'awaiting_approval') return 'Offer waits for approval'
  if (offer?.state === 'not_approved') return 'Offer not approved'
  if (offer?.state === 'countered') return 'Candidate wishes other terms'
  if (offer?.state === 'declined') return 'Offer declined'
  if (offer?.state === 'expired') return 'Offer expired'
  if (interview) {
    const at = new Intl.DateTimeFormat(locale, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: 'numeric',
      minute: '2-digit',
      timeZone: interview.zone,
    }).format(new Date(interview.startsAt))
    return interview.state === 'scheduled' ? `Interview ${at}` : `Interview proposed for ${at}`
  }
  if (scorecards.for + scorecards.against > 0)
    return `Scorecards: ${scorecards.for} for, ${scorecards.against} against`
  switch (decision) {
    case 'approve':
      return 'Approved by the client'
    case 'interview':
      return 'The client wants to meet'
    case 'maybe':
      return 'The client says maybe'
    case 'question':
      return 'The client asks'
    case 'pending':
      return 'With the client'
    default:
      return null
  }
}
