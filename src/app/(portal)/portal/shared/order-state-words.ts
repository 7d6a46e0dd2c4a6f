/** The state of an order as its client reads it. */
export const orderStateWords = {
  intake: 'Received',
  qualifying: 'Being prepared',
  active: 'Searching',
  covered: 'Candidates found',
  closed_lost: 'Closed',
  closed_cancelled: 'Cancelled',
} as const
