import type { CommandAction, CommandField } from '#plugins/kernel/admin'
import { minorDigitsOf } from '#plugins/kernel/domain'
import { mostSlots } from '../domain/interview-times'
import { rejectReasonLabels, rejectReasons } from '../domain/reasons'
import type { BoardRights, ShownBoard } from './board-types'

type Order = ShownBoard['order']

const reasonField: CommandField = {
  name: 'reason',
  label: 'Reason',
  type: 'select',
  isRequired: true,
  options: rejectReasons.map((value) => ({ value, label: rejectReasonLabels[value] })),
}

export const rejectAction = (submissionId: string): CommandAction => ({
  command: 'reject-submission',
  label: 'Reject…',
  input: { submissionId },
  text: 'The reason stays inside the agency and in the figures; the candidate is told kindly.',
  fields: [
    reasonField,
    {
      name: 'rejectedBy',
      label: 'Who said no',
      type: 'select',
      isRequired: true,
      options: [
        { value: 'agency', label: 'The agency' },
        { value: 'client', label: 'The client' },
      ],
    },
    { name: 'note', label: 'Note', type: 'textarea' },
  ],
  tone: 'danger',
  done: 'Rejected.',
})

export const withdrawAction = (submissionId: string): CommandAction => ({
  command: 'withdraw-submission',
  label: 'Withdrawn by candidate…',
  input: { submissionId },
  text: 'For a candidate who no longer wants this job.',
  fields: [{ name: 'reason', label: 'Why', type: 'textarea' }],
  tone: 'danger',
  done: 'Withdrawn.',
})

export const askRightAction = (submissionId: string): CommandAction => ({
  command: 'ask-right-to-represent',
  label: 'Ask for right to represent…',
  input: { submissionId },
  text: 'The candidate gives or refuses it by a link in a mail. The words, the time and the name are kept as proof.',
  fields: [
    { name: 'openForDays', label: 'Open for days', type: 'number', value: 7, least: 1, most: 60 },
  ],
  done: 'The question is on its way.',
})

export const termsAction = ({
  order,
  submissionId,
  rights,
  terms = {},
}: {
  order: Order
  submissionId: string
  rights: BoardRights
  terms?: {
    payRateE4?: number | null
    salaryMinor?: number | null
    billRateE4?: number | null
    noticeDays?: number | null
    availableOn?: string | null
  }
}): CommandAction => ({
  command: 'note-submission-terms',
  label: 'Note terms…',
  input: { submissionId },
  text: 'What the candidate agreed to for this order. What the client first saw is kept with it.',
  fields: [
    order.isPermanent
      ? {
          name: 'salaryMinor',
          label: 'Salary per year',
          type: 'amount',
          scale: minorDigitsOf(order.currency),
          unit: order.currency,
          ...(terms.salaryMinor ? { value: terms.salaryMinor } : {}),
        }
      : {
          name: 'payRateE4',
          label: 'Pay per hour',
          type: 'amount',
          scale: 4,
          unit: order.currency,
          ...(terms.payRateE4 ? { value: terms.payRateE4 } : {}),
        },
    ...(rights.seesRates && !order.isPermanent
      ? [
          {
            name: 'billRateE4',
            label: 'Bill per hour',
            type: 'amount' as const,
            scale: 4,
            unit: order.currency,
            ...(terms.billRateE4 ? { value: terms.billRateE4 } : {}),
          },
        ]
      : []),
    {
      name: 'noticeDays',
      label: 'Notice in days',
      type: 'number',
      least: 0,
      most: 730,
      ...(typeof terms.noticeDays === 'number' ? { value: terms.noticeDays } : {}),
    },
    dayField({ name: 'availableOn', label: 'Can start on', value: terms.availableOn ?? null }),
  ],
  done: 'Noted.',
})

/** One candidate from their record; several are put into an order on the board. */
export const shortlistAction = ({
  order,
  submissionId,
  name,
}: {
  order: Order
  submissionId: string
  name: string
}): CommandAction => {
  const { head, last } = shortlistFields(order)
  return {
    command: 'send-shortlist',
    label: 'Send shortlist…',
    input: { jobOrderId: order.id, submissionIds: [submissionId] },
    text: `The contact at ${order.client} gets a link and decides without signing in. Pay, notes and contact data are not shown.`,
    fields: [
      ...head,
      {
        name: `recommendations.${submissionId}`,
        label: `What we say about ${name}`,
        type: 'textarea',
      },
      ...last,
    ],
    tone: 'primary',
    done: 'The shortlist is on its way.',
  }
}

/** What a shortlist asks for besides a word on each candidate. */
export const shortlistFields = (order: Order): { head: CommandField[]; last: CommandField[] } => ({
  head: [
    {
      name: 'contactId',
      label: 'To',
      type: 'relation',
      isRequired: true,
      collection: 'client-contacts',
      titleFields: ['name'],
      only: { client: order.clientId },
      ...(order.contact ? { value: order.contact } : {}),
    },
    ...(order.contacts.length > 1
      ? [
          {
            name: 'alsoToIds',
            label: 'Also to',
            type: 'choices' as const,
            description: 'Each answers for themselves; the word of whom it is sent to counts.',
            options: order.contacts.map(({ id, title }) => ({ value: id, label: title })),
          },
        ]
      : []),
    {
      name: 'message',
      label: 'Message',
      type: 'textarea',
      placeholder: 'Why these candidates, and what you need from them',
    },
  ],
  last: [
    { name: 'dueOn', label: 'Answer wished by', type: 'day' },
    {
      name: 'isBlind',
      label: 'Without names and CVs',
      type: 'checkbox',
      description:
        'The client reads “Candidate 1”: no name, employer, school, contact or CV, neither on the page nor in the PDF nor in what you write here. Send a named shortlist once they want to meet somebody.',
    },
  ],
})

/** The mail's own words, beginning with those of its template. */
export const coverFields = ({ subject, text }: ShownBoard['cover']): CommandField[] => [
  { name: 'coverSubject', label: 'Subject', type: 'text', value: subject },
  {
    name: 'coverText',
    label: 'Opening',
    type: 'textarea',
    value: text,
    description:
      'From the template “A shortlist to choose from”; changed here, it is for this mail only. Greeting, message and signature are added.',
  },
]

export const interviewAction = ({
  order,
  submissionId,
}: {
  order: Order
  submissionId: string
}): CommandAction => ({
  command: 'propose-interview',
  label: 'Propose interview…',
  input: { submissionId },
  text: 'The candidate chooses a time or declines by link; both sides get an invitation for their calendar.',
  fields: [
    ...(order.rounds.length > 0
      ? [
          {
            name: 'round',
            label: 'Round',
            type: 'select' as const,
            description: 'Left empty: the round of the order’s plan that comes next.',
            options: order.rounds.map(({ name, told }) => ({ value: name, label: told })),
          },
        ]
      : []),
    { name: 'day', label: 'Day', type: 'day', isRequired: true },
    { name: 'time', label: 'Time', type: 'time', isRequired: true, unit: order.zone },
    otherTimesField(order.zone),
    {
      name: 'durationMinutes',
      label: 'Minutes',
      type: 'number',
      least: 5,
      most: 600,
      ...(order.rounds.length > 0 ? { description: 'Left empty: as planned.' } : { value: 45 }),
    },
    {
      name: 'mode',
      label: 'How',
      type: 'select',
      isRequired: order.rounds.length === 0,
      options: [
        { value: 'video', label: 'Video call' },
        { value: 'phone', label: 'Phone' },
        { value: 'onsite', label: 'On site' },
      ],
    },
    {
      name: 'place',
      label: 'Place or link',
      type: 'text',
      description: 'Address, number to call or address of the call.',
    },
    {
      name: 'contactId',
      label: 'With',
      type: 'relation',
      collection: 'client-contacts',
      titleFields: ['name'],
      only: { client: order.clientId },
      ...(order.rounds.length > 0
        ? { description: 'Left empty: as planned.' }
        : order.contact
          ? { value: order.contact }
          : {}),
    },
    { name: 'note', label: 'Note to both', type: 'textarea' },
    {
      name: 'isGroup',
      label: 'Several candidates may have the same time',
      type: 'checkbox',
      description: 'Else a time that one candidate has chosen is no longer offered to another.',
    },
  ],
  tone: 'primary',
  done: 'The interview is proposed.',
})

/** Beside the first time; the candidate chooses one of all. */
export const otherTimesField = (zone: string): CommandField => ({
  name: 'otherTimes',
  label: 'Other times to choose from',
  type: 'moments',
  most: mostSlots - 1,
  unit: zone,
})

export const offerAction = ({
  order,
  submissionId,
  wish = {},
}: {
  order: Order
  submissionId: string
  /** What the candidate asked for instead of the last version. */
  wish?: {
    startsOn?: string | null
    endsOn?: string | null
    counterPayRateE4?: number | null
    counterSalaryMinor?: number | null
    counterStartsOn?: string | null
  }
}): CommandAction => ({
  command: 'extend-offer',
  label: 'Make offer…',
  input: { submissionId },
  text: 'The candidate answers by link. A new offer replaces the one before. Where the agency’s offer rules want it, a colleague approves it first.',
  fields: [
    dayField({
      name: 'startsOn',
      label: 'Start',
      isRequired: true,
      value: wish.counterStartsOn ?? wish.startsOn ?? order.startsOn,
    }),
    dayField({ name: 'endsOn', label: 'End', value: wish.endsOn ?? order.endsOn }),
    order.isPermanent
      ? {
          name: 'salaryMinor',
          label: 'Salary per year',
          type: 'amount',
          scale: minorDigitsOf(order.currency),
          unit: order.currency,
          ...(wish.counterSalaryMinor ? { value: wish.counterSalaryMinor } : {}),
        }
      : {
          name: 'payRateE4',
          label: 'Pay per hour',
          type: 'amount',
          scale: 4,
          unit: order.currency,
          ...payValueOf(wish.counterPayRateE4 ?? order.payRateE4),
        },
    { name: 'message', label: 'Message', type: 'textarea' },
    { name: 'openForDays', label: 'Open for days', type: 'number', value: 7, least: 1, most: 60 },
  ],
  tone: 'primary',
  done: 'The offer is made.',
})

const payValueOf = (value: number | null) => (value === null ? {} : { value })

export const placeAction = ({
  order,
  submissionId,
  rights,
}: {
  order: Order
  submissionId: string
  rights: BoardRights
}): CommandAction => ({
  command: 'place-candidate',
  label: 'Place candidate…',
  input: { submissionId },
  text: 'Fills one opening of the order. What you leave empty is taken from the accepted offer, else from the order.',
  fields: [
    dayField({ name: 'startsOn', label: 'Start', isRequired: true, value: order.startsOn }),
    dayField({ name: 'endsOn', label: 'End', value: order.endsOn }),
    ...(order.isPermanent ? salaryFields({ order, rights }) : rateFields({ order, rights })),
    {
      name: 'approverId',
      label: 'Approves the hours',
      type: 'relation',
      collection: 'client-contacts',
      titleFields: ['name'],
      only: { client: order.clientId },
      ...(order.contact ? { value: order.contact } : {}),
    },
    {
      name: 'legalEntityId',
      label: 'Employed by',
      type: 'relation',
      collection: 'legal-entities',
      titleFields: ['name'],
      description: 'Left empty: the company that serves this client, or the agency’s only one.',
    },
    {
      name: 'isConfirmedByPhone',
      label: 'Client and candidate agreed on the phone',
      type: 'checkbox',
      description: 'Then no accepted offer is needed.',
    },
  ],
  tone: 'primary',
  done: 'Placed.',
  opens: { collection: 'placements', key: 'placementId' },
})

const rateFields = ({ order, rights }: { order: Order; rights: BoardRights }): CommandField[] => [
  { name: 'payRateE4', label: 'Pay per hour', type: 'amount', scale: 4, unit: order.currency },
  ...(rights.seesRates
    ? [
        {
          name: 'billRateE4',
          label: 'Bill per hour',
          type: 'amount' as const,
          scale: 4,
          unit: order.currency,
        },
      ]
    : []),
]

const salaryFields = ({ order, rights }: { order: Order; rights: BoardRights }): CommandField[] => [
  {
    name: 'salaryMinor',
    label: 'Salary per year',
    type: 'amount',
    scale: minorDigitsOf(order.currency),
    unit: order.currency,
  },
  ...(rights.seesRates
    ? [
        {
          name: 'feeMinor',
          label: 'Fee',
          type: 'amount' as const,
          scale: minorDigitsOf(order.currency),
          unit: order.currency,
          description: 'Left empty it is reckoned from the order’s terms.',
        },
      ]
    : []),
]

const dayField = ({
  name,
  label,
  value,
  isRequired = false,
}: {
  name: string
  label: string
  value: string | null
  isRequired?: boolean
}): CommandField => ({ name, label, type: 'day', isRequired, ...(value ? { value } : {}) })
