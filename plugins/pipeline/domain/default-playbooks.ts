import type { PlaybookCondition, PlaybookStep } from './playbook'

export type DefaultPlaybook = {
  key: string
  name: string
  description: string
  condition: Partial<PlaybookCondition>
  steps: readonly PlaybookStep[]
}

/** Working minutes of a usual day of eight and a half hours. */
const day = 510

/**
 * The eight playbooks that an agency begins with and may change, in the order in which they are tried:
 * what a manager has decided and what is outside the niche come before the grade, work that starts
 * tomorrow before work by grade.
 */
export const defaultPlaybooks: readonly DefaultPlaybook[] = [
  {
    key: 'strategic-override',
    name: 'Strategic override',
    description: 'A key account that a manager has decided to serve whatever the score.',
    condition: { marks: ['override'] },
    steps: [
      {
        title: 'Agree with the manager what this order may cost',
        role: 'owner',
        dueMinutes: 240,
        text: 'The grade of {title} for {client} was decided by a manager. Agree on the hours and on what ends it.',
      },
      {
        title: 'Shortlist of two to three',
        role: 'owner',
        dueMinutes: 2 * day,
        text: null,
      },
      {
        title: 'Review the decision before it runs out',
        role: 'manager',
        dueMinutes: 8 * day,
        text: 'Not passed or weak: {missing}',
      },
    ],
  },
  {
    key: 'hand-off',
    name: 'Hand-off',
    description: 'Outside what the desk does: transfer it, or split it with a partner.',
    condition: { marks: ['outside_niche'] },
    steps: [
      {
        title: 'Find the desk or partner for it',
        role: 'owner',
        dueMinutes: day,
        text: '{title} for {client} is outside our niche. Agree on the split in writing before anybody is sent.',
      },
      {
        title: 'Tell the client who works on it',
        role: 'client_owner',
        dueMinutes: 2 * day,
        text: null,
        message:
          'Your order {title} is now with a colleague who works in exactly this field. They call you today, and I stay your contact for everything else.',
      },
    ],
  },
  {
    key: 'temp-today',
    name: 'Temp today',
    description: 'A shift that starts within 24 hours.',
    condition: { employmentTypes: ['temp'], marks: ['within_24h'] },
    steps: [
      {
        title: 'Offer it to eligible and rested workers, first wave',
        role: 'owner',
        dueMinutes: 15,
        text: '{title} for {client}: those who worked there before first.',
      },
      { title: 'Second wave: everybody eligible', role: 'owner', dueMinutes: 30, text: null },
      { title: 'Not filled: call the client', role: 'manager', dueMinutes: 60, text: null },
      {
        title: 'Charge the late-fill fee if it was agreed',
        role: 'owner',
        dueMinutes: day,
        text: null,
      },
    ],
  },
  {
    key: 'temp-bulk',
    name: 'Temp bulk',
    description: 'Ten people or more.',
    condition: { employmentTypes: ['temp'], marks: ['bulk'] },
    steps: [
      { title: 'Visit the site', role: 'owner', dueMinutes: 2 * day, text: null },
      {
        title: 'Plan how many to book over',
        role: 'owner',
        dueMinutes: 3 * day,
        text: 'For {title}: usually 10 % more than {client} asked for.',
      },
      { title: 'Prepare the roll call of day one', role: 'owner', dueMinutes: 5 * day, text: null },
    ],
  },
  {
    key: 'a-hot',
    name: 'A-hot',
    description: 'The best orders that are ours alone or start within 14 days.',
    condition: { grades: ['A'], marks: ['exclusive', 'within_14d'] },
    steps: [
      { title: 'Accept the order', role: 'owner', dueMinutes: 15, text: null },
      {
        title: 'Hold the intake call',
        role: 'owner',
        dueMinutes: 60,
        text: 'With the decision maker of {client}. Still open: {missing}',
        message:
          'Thank you for {title}; we have begun. When can we speak for twenty minutes today? We would like to go through the work, the must-haves and the times for interviews.',
      },
      { title: 'Call three candidates we know', role: 'owner', dueMinutes: 240, text: null },
      { title: 'Shortlist of two to three', role: 'owner', dueMinutes: day, text: null },
      {
        title: 'Fill the interview times that are held',
        role: 'owner',
        dueMinutes: 2 * day,
        text: null,
      },
      { title: 'Stand-up about it every day', role: 'manager', dueMinutes: day, text: null },
    ],
  },
  {
    key: 'a-search',
    name: 'A-search',
    description: 'The other orders of grade A: a full search.',
    condition: { grades: ['A'] },
    steps: [
      { title: 'Write the search plan', role: 'owner', dueMinutes: day, text: null },
      { title: 'Shortlist', role: 'owner', dueMinutes: 3 * day, text: null },
      { title: 'Review the search', role: 'manager', dueMinutes: 5 * day, text: null },
    ],
  },
  {
    key: 'b-match',
    name: 'B-match',
    description: 'From the database and the pools only, two hours of work.',
    condition: { grades: ['B'] },
    steps: [
      {
        title: 'Search database and pools, two hours at most',
        role: 'owner',
        dueMinutes: day,
        text: 'No new search for {title}.',
      },
      {
        title: 'Send one candidate as a test',
        role: 'owner',
        dueMinutes: 2 * day,
        text: 'Grade again by how {client} reacts.',
      },
    ],
  },
  {
    key: 'c-renegotiate',
    name: 'C-renegotiate',
    description: 'Talk about what is missing; then work on it, park it or decline it.',
    condition: { grades: ['C'] },
    steps: [
      {
        title: 'Renegotiate with the client',
        role: 'owner',
        dueMinutes: day,
        text: 'What keeps {title} for {client} at C: {missing}',
        message:
          'Thank you for {title}. To search for it with all we have, we would like to go through a few points with you: pay, fee and times for interviews. When do you have ten minutes today or tomorrow?',
      },
      {
        title: 'Park it with an advert only, or decline it',
        role: 'owner',
        dueMinutes: 5 * day,
        text: 'If nothing has changed by now.',
      },
    ],
  },
]
