import {
  answerQuestion,
  askToRepresent,
  answerInterview,
  answerOffer,
  apply,
  cover,
  decide,
  meet,
  moveCard,
  offer,
  putForward,
  sendShortlist,
} from './put-forward'
import type { Story } from './story'

/** Candidates on the orders that are worked on, one at least in every state of a submission. */
export const workPipeline = async (story: Story): Promise<void> => {
  await fillFrontDesk(story)
  await fillWarehouse(story)
  await findManager(story)
  await findCommissioners(story)
}

const fillFrontDesk = async (story: Story): Promise<void> => {
  const desk = { story, as: 'kwame', order: 'front-desk' }
  await story.at(20, '09:10')
  for (const candidate of [
    'lukasz-zielinski',
    'marisol-vega',
    'aoife-o-brien',
    'jamal-idowu',
    'priya-raman',
    'eleni-papadopoulou',
    'leila-farahani',
  ])
    await putForward({ ...desk, candidate })
  await story.at(17, '15:30')
  for (const candidate of ['lukasz-zielinski', 'marisol-vega', 'eleni-papadopoulou'])
    await moveCard({ ...desk, candidate, to: 'client_review' })
  await story.at(15, '12:00')
  await story.staff({
    as: 'kwame',
    command: 'reject-submission',
    input: {
      submissionId: story.ids.of('submission:front-desk:eleni-papadopoulou'),
      reason: 'overqualified',
      note: 'Would be bored within a month, says Rosalind. Think of her for the next team lead.',
      rejectedBy: 'client',
    },
  })
  await story.staff({
    as: 'kwame',
    command: 'withdraw-submission',
    input: {
      submissionId: story.ids.of('submission:front-desk:leila-farahani'),
      reason: 'Looks for a management role.',
    },
  })
  const first = await meet({
    ...desk,
    candidate: 'lukasz-zielinski',
    onDay: -9,
    time: '11:00',
    mode: 'onsite',
    place: 'Midtown clinic, reception',
  })
  await story.at(8, '17:00')
  await story.staff({
    as: 'kwame',
    command: 'complete-interview',
    input: { interviewId: first, note: 'Rosalind would take him tomorrow.' },
  })
  await story.staff({
    as: 'kwame',
    command: 'ask-for-scorecards',
    input: { interviewId: first },
  })
  await story.at(6, '09:05')
  await apply({
    story,
    order: 'front-desk',
    candidate: 'wei-ling-chen',
    answer: 'Epic Cadence for four years, before that Athena.',
  })
  await moveCard({ ...desk, candidate: 'wei-ling-chen', to: 'screening' })
  await moveCard({ ...desk, candidate: 'jamal-idowu', to: 'internal_review' })
  await story.staff({
    as: 'kwame',
    command: 'send-letters',
    input: {
      reader: 'candidate',
      submissionIds: ['wei-ling-chen', 'jamal-idowu'].map((candidate) =>
        story.ids.of(`submission:front-desk:${candidate}`),
      ),
      subject: 'About {{order.title}}',
      text: 'Thank you for your interest in {{order.title}}. Could you tell me by Thursday on which days you are free for a call?',
    },
  })
  await story.at(4, '10:30')
  const second = await meet({
    ...desk,
    candidate: 'marisol-vega',
    onDay: 3,
    time: '14:00',
    mode: 'video',
    place: 'A link follows in the invitation',
  })
  await story.at(3, '08:20')
  await answerInterview({ story, interviewId: second, answer: 'accept' })
  await offer({
    ...desk,
    candidate: 'lukasz-zielinski',
    startsOn: story.calendar.monday(2),
    message: 'The team was very happy to meet you.',
  })
  await askToRepresent({ ...desk, candidate: 'aoife-o-brien', signedName: 'Aoife O’Brien' })
  await askToRepresent({ ...desk, candidate: 'jamal-idowu' })
  await story.at(2, '16:45')
  await sendShortlist({
    ...desk,
    candidates: ['aoife-o-brien', 'priya-raman'],
    message: 'Two more for the third desk. Both could start within a week.',
    says: {
      'aoife-o-brien': 'Ran a front desk with forty guests an hour and stays friendly to the last.',
      'priya-raman': 'Knows your booking system and speaks three languages at the desk.',
    },
    dueInDays: 3,
  })
  await story.at(1, '21:12')
  await apply({
    story,
    order: 'front-desk',
    candidate: 'noah-feldman',
    answer: 'None yet, but I learn fast: I set up the booking system of our tennis club.',
  })
}

const fillWarehouse = async (story: Story): Promise<void> => {
  await story.at(5, '06:50')
  await apply({ story, order: 'warehouse', candidate: 'sione-tupou', answer: 'yes' })
  await apply({ story, order: 'warehouse', candidate: 'minh-tran', answer: 'no' })
  await story.at(3, '13:30')
  await putForward({ story, as: 'diego', order: 'forklift', candidate: 'veronica-salas' })
  await moveCard({
    story,
    as: 'diego',
    order: 'forklift',
    candidate: 'veronica-salas',
    to: 'client_review',
  })
  const met = await meet({
    story,
    as: 'diego',
    order: 'forklift',
    candidate: 'veronica-salas',
    onDay: 2,
    time: '07:30',
    mode: 'phone',
    place: 'Dwayne Carver calls',
  })
  await story.at(2, '07:15')
  await answerInterview({
    story,
    interviewId: met,
    answer: 'decline',
    note: 'I am on shift then. After three in the afternoon works on any day.',
  })
  await story.at(1, '17:20')
  await story.system(async (req) => {
    await req.payload.create({
      collection: 'offer-rules',
      data: { name: 'All clients', minMarginBp: 1_500, minFeeBp: 1_800, isOverPayAsked: true },
      req,
      overrideAccess: true,
    })
  })
  await offer({
    story,
    as: 'diego',
    order: 'forklift',
    candidate: 'veronica-salas',
    startsOn: story.calendar.monday(2),
    payRateE4: 268_000,
    message: 'Dwayne Carver knows your work and does not need to talk to you first.',
  })
}

const findManager = async (story: Story): Promise<void> => {
  const search = { story, as: 'maya', order: 'ops-manager' }
  await story.at(22, '10:00')
  for (const candidate of ['jonathan-mbeki', 'leila-farahani', 'patrick-o-suilleabhain'])
    await putForward({ ...search, candidate })
  await story.at(19, '11:30')
  await sendShortlist({
    ...search,
    candidates: ['jonathan-mbeki', 'leila-farahani', 'patrick-o-suilleabhain'],
    message: 'Three people who have run a clinic of your size.',
    dueInDays: -15,
  })
  await story.at(18, '08:15')
  await decide({
    story,
    order: 'ops-manager',
    candidate: 'jonathan-mbeki',
    decision: 'interview',
    rating: 5,
  })
  await decide({
    story,
    order: 'ops-manager',
    candidate: 'leila-farahani',
    decision: 'question',
    comment: 'Has she ever led an inspection by the state?',
  })
  await story.at(17, '15:30')
  await answerQuestion({
    ...search,
    candidate: 'leila-farahani',
    reply: 'Twice, in 2021 and 2024. Both passed without a condition; she can tell you how.',
  })
  await story.at(16, '13:00')
  const talk = await meet({
    ...search,
    candidate: 'jonathan-mbeki',
    onDay: -13,
    time: '15:00',
    mode: 'onsite',
    place: 'Midtown clinic, third floor',
  })
  await story.at(12, '10:20')
  await story.staff({
    as: 'maya',
    command: 'complete-interview',
    input: { interviewId: talk, note: 'Strong. Wants to know about the on-call rota.' },
  })
  await story.staff({
    as: 'maya',
    command: 'give-scorecard',
    input: {
      interviewId: talk,
      contactId: story.ids.of('contact:rosalind'),
      ratings: [
        { criterion: 'Leading a clinic', score: 5, words: 'Has done it twice, and it shows.' },
        { criterion: 'Budgets', score: 4 },
        { criterion: 'Inspections', score: 4, words: 'Led two by the state.' },
        { criterion: 'Calm under pressure', score: 5 },
      ],
      recommendation: 'strong_yes',
      words: 'Would fit from the first day.',
    },
  })
  const first = await offer({
    ...search,
    candidate: 'jonathan-mbeki',
    startsOn: story.calendar.day(20),
    salaryMinor: 126_000_00,
  })
  await story.at(10, '19:05')
  await answerOffer({
    story,
    offerId: first,
    answer: 'counter',
    reason: 'The salary is below what I have today.',
    wish: { salaryMinor: 138_000_00 },
  })
  await story.at(9, '10:10')
  const better = await offer({
    ...search,
    candidate: 'jonathan-mbeki',
    startsOn: story.calendar.day(27),
    salaryMinor: 131_000_00,
    message: 'More than this the clinic cannot pay in the first year.',
  })
  await story.at(7, '18:40')
  await answerOffer({
    story,
    offerId: better,
    answer: 'decline',
    declineCode: 'pay',
    reason: 'Thank you for trying.',
  })
  await story.at(5, '09:45')
  const later = await meet({
    ...search,
    candidate: 'leila-farahani',
    onDay: 4,
    time: '10:00',
    mode: 'onsite',
    place: 'Midtown clinic, third floor',
  })
  await story.at(4, '20:10')
  await answerInterview({ story, interviewId: later, answer: 'accept' })
  await story.at(2, '12:25')
  await story.staff({
    as: 'maya',
    command: 'cancel-interview',
    input: { interviewId: later, reason: 'Rosalind is ill; a new day follows.' },
  })
}

const findCommissioners = async (story: Story): Promise<void> => {
  const search = { story, as: 'siobhan', order: 'commissioning' }
  await story.at(13, '09:00')
  for (const candidate of ['ana-sofia-guimaraes', 'kofi-boateng', 'ingrid-saether'])
    await putForward({ ...search, candidate })
  await story.at(11, '10:30')
  await sendShortlist({
    ...search,
    candidates: ['ana-sofia-guimaraes', 'kofi-boateng'],
    message: 'Both have done pump test stands. Rates as agreed.',
    dueInDays: -6,
  })
  await story.at(10, '08:00')
  await decide({
    story,
    order: 'commissioning',
    candidate: 'ana-sofia-guimaraes',
    decision: 'approve',
  })
  await decide({
    story,
    order: 'commissioning',
    candidate: 'kofi-boateng',
    decision: 'reject',
    reason: 'experience',
    comment: 'Not enough time with large vertical pumps.',
  })
  await story.at(7, '11:15')
  await meet({
    ...search,
    candidate: 'ana-sofia-guimaraes',
    onDay: 5,
    otherDays: [6, 8],
    time: '09:30',
    mode: 'onsite',
    place: 'Foundry Lane works, gate 2',
  })
  await story.staff({
    as: 'siobhan',
    command: 'block-for-client',
    input: {
      candidateId: story.ids.of('candidate:kofi-boateng'),
      clientId: story.ids.of('client:thames'),
      wantedBy: 'client',
      reason: 'Asked not to see him again before he has worked on large vertical pumps.',
      until: story.calendar.day(180),
    },
  })
  await cover({ story, order: 'commissioning' })
}
