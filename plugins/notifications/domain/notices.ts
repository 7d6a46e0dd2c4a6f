import { z } from 'zod'

/** What colleagues are told of, as kinds that each person chooses channels for. */
export const noticeKinds = {
  mention: {
    label: 'Mentions',
    description: 'A colleague names you in a note.',
    mail: 'at-once',
  },
  request: {
    label: 'Requests for staff',
    description: 'A client asks for staff, or answers a question of ours.',
    mail: 'at-once',
  },
  answer: {
    label: 'Answers of clients and candidates',
    description:
      'A decision on a shortlist, an interview that does not suit, an offer that is accepted or declined, a mail.',
    mail: 'at-once',
  },
  approval: {
    label: 'Offers to approve',
    description: 'An offer waits for your approval, or one of yours was not approved.',
    mail: 'at-once',
  },
  message: {
    label: 'Messages of clients',
    description: 'A client writes about an order that you look after or wrote about.',
    mail: 'at-once',
  },
  followed: {
    label: 'Orders you follow',
    description:
      'An order that you follow changes its state, somebody is sent to the client, or an offer is answered.',
    mail: 'digest',
  },
  upload: {
    label: 'Uploads with a virus',
    description: 'The virus scan finds something in a file that you uploaded.',
    mail: 'at-once',
  },
  pool: {
    label: 'Talent pools',
    description: 'Somebody new matches the search of a pool that is yours.',
    mail: 'digest',
  },
  task: {
    label: 'Tasks',
    description: 'A colleague gives you a task, or a clock that ran out becomes one.',
    mail: 'digest',
  },
  clock: {
    label: 'Clocks',
    description: 'The time for something that you look after is running out or over.',
    mail: 'digest',
  },
} as const satisfies Record<string, { label: string; description: string; mail: MailChoice }>

export type NoticeKind = keyof typeof noticeKinds

/** When a mail follows: with the event, once a day with all others, or not at all. */
export const mailChoices = {
  'at-once': 'Mail at once',
  digest: 'Mail in the daily digest',
  none: 'No mail',
} as const

export type MailChoice = keyof typeof mailChoices

export const isMailChoice = (value: unknown): value is MailChoice =>
  typeof value === 'string' && Object.hasOwn(mailChoices, value)

/** By which channels somebody hears of a kind. */
export type NoticeChoice = { inApp: boolean; mail: MailChoice }

export type NoticeChoices = Record<NoticeKind, NoticeChoice>

/** The hour of the digest, on the reader's own clock, for whoever chose none. */
export const usualDigestHour = 7

const isNoticeKind = (value: unknown): value is NoticeKind =>
  typeof value === 'string' && Object.hasOwn(noticeKinds, value)

export const allNoticeKinds = Object.keys(noticeKinds).filter(isNoticeKind)

export const noticeChoice = z.object({
  inApp: z.boolean('Say whether it is shown in the app: true or false.'),
  mail: z.enum(
    ['at-once', 'digest', 'none'],
    'Choose when a mail is sent: at-once, digest or none.',
  ),
})

/** What somebody chose, per kind; kinds that came later, or were never chosen, have their usual way. */
export const choicesFrom = (stored: unknown): NoticeChoices => {
  const known = z.record(z.string(), noticeChoice).safeParse(stored)
  const choiceOf = (kind: NoticeKind): NoticeChoice =>
    (known.success ? known.data[kind] : undefined) ?? { inApp: true, mail: noticeKinds[kind].mail }
  return {
    mention: choiceOf('mention'),
    request: choiceOf('request'),
    answer: choiceOf('answer'),
    approval: choiceOf('approval'),
    message: choiceOf('message'),
    followed: choiceOf('followed'),
    upload: choiceOf('upload'),
    pool: choiceOf('pool'),
    task: choiceOf('task'),
    clock: choiceOf('clock'),
  }
}

/** What of an order its followers hear of. */
export const followedEvents = [
  'job-order.activated',
  'job-order.covered',
  'job-order.held',
  'job-order.resumed',
  'job-order.reopened',
  'job-order.filled',
  'job-order.lost',
  'job-order.cancelled',
  'submission.submitted-to-client',
  'interview.scheduled',
  'offer.accepted',
  'offer.declined',
] as const

/** What is known of an event when it is put into words. */
export type NoticeFacts = {
  /** Who acted, by name. */
  actor: string
  /** The person it is about, as far as the reader may know. */
  person: string | null
}

/** An event as a colleague is told of it; the record it leads to stands below. */
export const noticeSentence = ({
  eventName,
  facts: { actor, person },
}: {
  eventName: string
  facts: NoticeFacts
}): string => {
  const candidate = person ?? 'The candidate'
  switch (eventName) {
    case 'task.assigned':
      return `${actor} gave you a task`
    case 'clock.amber':
      return 'Time is running out'
    case 'clock.overdue':
      return 'Time ran out'
    case 'order-request.created':
      return 'A client asks for staff'
    case 'order-request.answered':
      return 'The client answered our question'
    case 'shortlist-item.updated':
      return person ? `The client decided on ${person}` : 'The client decided on a candidate'
    case 'interview.created':
      return `The client proposed times to meet ${person ?? 'a candidate'}`
    case 'interview.declined':
      return `${candidate} cannot make the interview`
    case 'client-message.received':
      return 'The client wrote to us'
    case 'talent-pool.matched':
      return 'Somebody new matches a talent pool of yours'
    case 'document.infected':
      return 'A virus was found in a file you uploaded'
    case 'offer.accepted':
      return `${candidate} accepted the offer`
    case 'offer.declined':
      return `${candidate} declined the offer`
    case 'offer.countered':
      return `${candidate} wishes other terms`
    case 'offer.approval-asked':
      return `${actor} asks for approval of an offer`
    case 'offer.not-approved':
      return `${actor} did not approve the offer`
    case 'job-order.activated':
    case 'job-order.reopened':
    case 'job-order.resumed':
      return 'Work on an order that you follow goes on'
    case 'job-order.covered':
      return 'An order that you follow is covered'
    case 'job-order.held':
      return 'An order that you follow was put on hold'
    case 'job-order.filled':
      return 'An order that you follow is filled'
    case 'job-order.lost':
    case 'job-order.cancelled':
      return 'An order that you follow was closed'
    case 'submission.submitted-to-client':
      return `${candidate} was sent to the client`
    case 'interview.scheduled':
      return `${candidate} has an interview`
    case 'note.added':
    case 'note.changed':
    case 'call.logged':
      return `${actor} mentioned you`
    default:
      return `News from ${actor}`
  }
}
