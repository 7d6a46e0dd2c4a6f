export type Waiting = { href: string; label: string; isUrgent: boolean }

/** What the client has to do, in the order of its urgency; nothing that is zero. */
export const waitingForClient = ({
  candidates,
  sheets,
  invoices,
  overdue,
  messages = [],
  scorecards = [],
}: {
  /** Candidates without a yes or no. */
  candidates: number
  /** Timesheets to approve. */
  sheets: number
  /** Open invoices, overdue ones included. */
  invoices: number
  overdue: number
  /** Orders with messages that nobody of the client has read. */
  messages?: readonly { jobOrderId: string; title: string }[]
  /** Interviews of which the reader has not said what they thought. */
  scorecards?: readonly { interviewId: string; candidateName: string }[]
}): Waiting[] => [
  ...messages.map(({ jobOrderId, title }) => ({
    href: `/portal/orders/${jobOrderId}`,
    label: `New message: ${title}`,
    isUrgent: true,
  })),
  ...scorecards.map(({ interviewId, candidateName }) => ({
    href: `/portal/scorecards/${interviewId}`,
    label: `Your scorecard: ${candidateName}`,
    isUrgent: true,
  })),
  ...[
    {
      count: overdue,
      href: '/portal/client/invoices',
      label: `${overdue} overdue ${overdue === 1 ? 'invoice' : 'invoices'}`,
      isUrgent: true,
    },
    {
      count: candidates,
      href: '/portal/client/shortlists',
      label: `${candidates} ${candidates === 1 ? 'candidate' : 'candidates'} to decide on`,
      isUrgent: true,
    },
    {
      count: sheets,
      href: '/portal/client/timesheets',
      label: `${sheets} ${sheets === 1 ? 'timesheet' : 'timesheets'} to approve`,
      isUrgent: true,
    },
    {
      count: invoices - overdue,
      href: '/portal/client/invoices',
      label: `${invoices - overdue} ${invoices - overdue === 1 ? 'invoice' : 'invoices'} to pay`,
      isUrgent: false,
    },
  ].flatMap(({ count, ...waiting }) => (count > 0 ? [waiting] : [])),
]
