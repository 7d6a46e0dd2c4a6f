import type { MessageKind } from '#plugins/kernel/domain'

const order = {
  'order.title': { label: 'Title of the order', sample: 'Registered nurse, nights' },
  'order.ref': { label: 'Reference of the order', sample: 'JO-2026-0142' },
  'client.name': { label: 'Name of the client', sample: 'Meridian Health' },
} as const

const request = {
  'request.title': { label: 'Role that is asked for', sample: 'Forklift operator' },
  'request.ref': { label: 'Reference of the request', sample: 'RQ-2026-0017' },
  'request.company': { label: 'Company', sample: 'Desert Cold Storage' },
} as const

const worker = { 'worker.name': { label: 'Name of the worker', sample: 'Tomás Herrera' } } as const

const week = {
  'week.start': { label: 'First day of the week', sample: 'November 16, 2026' },
} as const

const placement = {
  'placement.title': { label: 'Title of the placement', sample: 'Warehouse associate' },
  'placement.ref': { label: 'Reference of the placement', sample: 'PL-2026-0031' },
} as const

const invoice = {
  'invoice.number': { label: 'Number', sample: 'INV-2026-0042' },
  'invoice.total': { label: 'Amount', sample: '$4,250.00' },
} as const

const none = { button: '', ending: '' } as const

/** The letters to people outside, with the words they have until an agency writes its own. */
export const messages = [
  {
    kind: 'request.received',
    label: 'We have your request',
    reader: 'Clients',
    fields: request,
    defaults: {
      ...none,
      subject: 'We have your request: {{request.title}}',
      opening:
        'Thank you for thinking of us. Your request is with our team, and somebody will be in touch within one working day.',
      ending: 'Anything to add or correct? Reply to this mail and name {{request.ref}}.',
    },
  },
  {
    kind: 'request.questioned',
    label: 'A question about a request',
    reader: 'Clients',
    fields: request,
    defaults: {
      ...none,
      subject: 'A question about your request: {{request.title}}',
      opening: 'Before we start looking, one question:',
      button: 'Answer the question',
    },
  },
  {
    kind: 'request.declined',
    label: 'A request that we decline',
    reader: 'Clients',
    fields: request,
    defaults: {
      ...none,
      subject: 'Your request: {{request.title}}',
      opening:
        'Thank you for your request. We are sorry that we cannot help with this one, and would rather tell you now than keep you waiting.',
      ending: 'Please think of us the next time: we would be glad to try again.',
    },
  },
  {
    kind: 'application.received',
    label: 'We have your application',
    reader: 'Candidates',
    fields: order,
    defaults: {
      subject: 'Your application: {{order.title}}',
      opening:
        'Thank you, your application has arrived. A person will read it, and you will hear from us either way.',
      button: 'See how it stands',
      ending: 'The link is yours alone. There you can also withdraw your application.',
    },
  },
  {
    kind: 'application.cv-renewed',
    label: 'A new CV has arrived',
    reader: 'Candidates',
    fields: order,
    defaults: {
      subject: 'Your application: {{order.title}}',
      opening:
        'Thank you, a new CV has arrived. We keep it with the application that we have from you already. If it was not you who sent it, please tell us.',
      button: 'See how it stands',
      ending: 'The link is yours alone. There you can also withdraw your application.',
    },
  },
  {
    kind: 'not-chosen.rejected',
    label: 'It did not work out',
    reader: 'Candidates',
    fields: order,
    defaults: {
      ...none,
      subject: 'Your application: {{order.title}}',
      opening:
        'Thank you for your interest in {{order.title}}. We are sorry that it did not work out this time.\n\nThis says nothing about other roles. We would like to keep in touch, and you are welcome to apply again whenever something fits.',
    },
  },
  {
    kind: 'not-chosen.filled',
    label: 'The position is filled',
    reader: 'Candidates',
    fields: order,
    defaults: {
      ...none,
      subject: '{{order.title}}: the position is filled',
      opening:
        'The position {{order.title}} has been filled by somebody else. Thank you for the time you gave us.\n\nThis says nothing about other roles. We would like to keep in touch, and you are welcome to apply again whenever something fits.',
    },
  },
  {
    kind: 'representation.asked',
    label: 'May we represent you?',
    reader: 'Candidates',
    fields: order,
    defaults: {
      ...none,
      subject: 'May we represent you? {{order.title}}',
      opening:
        'We would like to put you forward to {{client.name}} for {{order.title}}. Before we do, we ask for your word:',
      button: 'Read and answer',
      ending: 'Nobody is shown your profile before you said yes.',
    },
  },
  {
    kind: 'candidate.asked-to-stay',
    label: 'May we keep your profile?',
    reader: 'Candidates',
    fields: {
      'keeping.until': { label: 'Until when we keep the profile', sample: 'December 23, 2026' },
    },
    defaults: {
      ...none,
      subject: 'May we keep your profile?',
      opening:
        'We keep your profile until {{keeping.until}}. After that day we do not look for jobs for you any more, unless you tell us to go on. It takes one click and needs no login.',
      button: 'Answer',
      ending: 'If you do nothing, nobody here finds your profile after that day.',
    },
  },
  {
    kind: 'shortlist.sent',
    label: 'A shortlist to choose from',
    reader: 'Clients',
    fields: {
      ...order,
      'shortlist.candidates': { label: 'How many candidates', sample: '3 candidates' },
    },
    defaults: {
      ...none,
      subject: '{{shortlist.candidates}} for {{order.title}}',
      opening:
        'We suggest {{shortlist.candidates}} for {{order.title}}. Please tell us whom you would like to meet; it takes two minutes and needs no login.',
      button: 'Review the candidates',
    },
  },
  {
    kind: 'shortlist.reminded',
    label: 'A reminder of a shortlist',
    reader: 'Clients',
    fields: {
      ...order,
      'shortlist.candidates': { label: 'How many candidates wait', sample: '2 candidates' },
    },
    defaults: {
      ...none,
      subject: 'A reminder: {{shortlist.candidates}} for {{order.title}}',
      opening:
        '{{shortlist.candidates}} for {{order.title}} still wait for your answer. Good people are seldom free for long; a word to each takes two minutes and needs no login.',
      button: 'Review the candidates',
    },
  },
  {
    kind: 'shortlist.question-answered',
    label: 'Our answer about a candidate',
    reader: 'Clients',
    fields: {
      ...order,
      'candidate.name': {
        label: 'The candidate, as the shortlist calls them',
        sample: 'Candidate 2',
      },
    },
    defaults: {
      ...none,
      subject: 'Your question about {{candidate.name}}',
      opening: 'You asked us about {{candidate.name}} for {{order.title}}. Here is our answer.',
      button: 'Back to the candidates',
    },
  },
  {
    kind: 'message.to-candidate',
    label: 'A message from a recruiter',
    reader: 'Candidates',
    fields: {
      ...order,
      'message.subject': { label: 'Subject that was written', sample: 'Are you free next week?' },
      'message.text': { label: 'Text that was written', sample: 'Could you start on Monday?' },
    },
    defaults: { ...none, subject: '{{message.subject}}', opening: '{{message.text}}' },
  },
  {
    kind: 'message.to-client',
    label: 'A message about an order',
    reader: 'Clients',
    fields: order,
    defaults: {
      subject: 'A message about {{order.title}}',
      opening: 'We have written to you about {{order.title}}:',
      button: 'Read and answer',
      ending: 'Please answer by the button: then your whole team at our office reads it.',
    },
  },
  {
    kind: 'interview.proposed',
    label: 'A time for an interview',
    reader: 'Candidates',
    fields: order,
    defaults: {
      ...none,
      subject: 'An interview for {{order.title}}',
      opening: '{{client.name}} would like to meet you. Does this time suit you?',
      button: 'Answer',
    },
  },
  {
    kind: 'interview.choice',
    label: 'Several times for an interview',
    reader: 'Candidates',
    fields: order,
    defaults: {
      ...none,
      subject: 'An interview for {{order.title}}',
      opening: '{{client.name}} would like to meet you. Which of these times suits you?',
      button: 'Choose a time',
    },
  },
  {
    kind: 'interview.being-moved',
    label: 'An interview gets another time',
    reader: 'Candidates and clients',
    fields: { ...order, 'interview.with': { label: 'With whom', sample: 'Meridian Health' } },
    defaults: {
      ...none,
      subject: 'Another time: interview for {{order.title}}',
      opening:
        'The interview with {{interview.with}} does not take place at the time below. We are asking for another one, and the attached file takes this one out of your calendar.',
    },
  },
  {
    kind: 'interview.moved',
    label: 'An interview was moved',
    reader: 'Candidates and clients',
    fields: { ...order, 'interview.with': { label: 'With whom', sample: 'Meridian Health' } },
    defaults: {
      ...none,
      subject: 'Moved: interview for {{order.title}}',
      opening:
        'The interview with {{interview.with}} has a new time. The attached invitation moves it in your calendar.',
    },
  },
  {
    kind: 'interview.reminder',
    label: 'An interview is tomorrow',
    reader: 'Candidates and clients',
    fields: { ...order, 'interview.with': { label: 'With whom', sample: 'Meridian Health' } },
    defaults: {
      ...none,
      subject: 'Reminder: interview for {{order.title}}',
      opening: 'This is to remind you of the interview with {{interview.with}}.',
      ending: 'If something comes between, please tell us today.',
    },
  },
  {
    kind: 'interview.agreed',
    label: 'An interview is agreed',
    reader: 'Candidates and clients',
    fields: { ...order, 'interview.with': { label: 'With whom', sample: 'Meridian Health' } },
    defaults: {
      ...none,
      subject: 'Interview for {{order.title}}',
      opening:
        'The interview with {{interview.with}} is agreed. The attached invitation puts it into your calendar.',
    },
  },
  {
    kind: 'interview.scorecard',
    label: 'What did you think of the candidate?',
    reader: 'Clients',
    fields: { ...order, 'interview.with': { label: 'With whom', sample: 'Tomás Herrera' } },
    defaults: {
      subject: 'Your impression of {{interview.with}}: {{order.title}}',
      opening: 'You have met {{interview.with}}. What did you think? It takes two minutes.',
      button: 'Give the scorecard',
      ending: 'Nobody sees what the others said before they have said theirs.',
    },
  },
  {
    kind: 'interview.cancelled',
    label: 'An interview is called off',
    reader: 'Candidates and clients',
    fields: { ...order, 'interview.with': { label: 'With whom', sample: 'Meridian Health' } },
    defaults: {
      ...none,
      subject: 'Called off: interview for {{order.title}}',
      opening:
        'We are sorry: the interview with {{interview.with}} does not take place. We will be in touch about what comes next.',
    },
  },
  {
    kind: 'interview.cancelled-filled',
    label: 'An interview is called off, the position is filled',
    reader: 'Candidates',
    fields: { ...order, 'interview.with': { label: 'With whom', sample: 'Meridian Health' } },
    defaults: {
      ...none,
      subject: 'Called off: interview for {{order.title}}',
      opening:
        'We are sorry: the position has been filled by somebody else, and the interview with {{interview.with}} does not take place. We will be in touch about other roles.',
    },
  },
  {
    kind: 'offer.extended',
    label: 'Our offer',
    reader: 'Candidates',
    fields: order,
    defaults: {
      ...none,
      subject: 'Our offer: {{order.title}}',
      opening:
        'Good news: we would like to offer you the position {{order.title}} at {{client.name}}.',
      button: 'See and answer the offer',
    },
  },
  {
    kind: 'offer.withdrawn',
    label: 'An offer no longer stands',
    reader: 'Candidates',
    fields: order,
    defaults: {
      ...none,
      subject: 'About our offer: {{order.title}}',
      opening:
        'We are sorry: our offer for {{order.title}} no longer stands. We will call you and explain.',
    },
  },
  {
    kind: 'offer.withdrawn-filled',
    label: 'An offer no longer stands, the position is filled',
    reader: 'Candidates',
    fields: order,
    defaults: {
      ...none,
      subject: 'About our offer: {{order.title}}',
      opening:
        'We are sorry: {{order.title}} has been filled by somebody else, and our offer no longer stands. We will call you about other roles.',
    },
  },
  {
    kind: 'offer.accepted',
    label: 'Thank you for accepting',
    reader: 'Candidates',
    fields: order,
    defaults: {
      ...none,
      subject: 'You accepted: {{order.title}}',
      opening:
        'Thank you for saying yes. We now prepare your start and will be in touch about the next steps.',
    },
  },
  {
    kind: 'placement.confirmed',
    label: 'Who starts when',
    reader: 'Clients',
    fields: { ...placement, ...worker },
    defaults: {
      ...none,
      subject: 'Confirmed: {{worker.name}} as {{placement.title}}',
      opening: '{{worker.name}} has said yes and will start with you as {{placement.title}}.',
    },
  },
  {
    kind: 'placement.welcome',
    label: 'Welcome to an assignment',
    reader: 'Candidates',
    fields: { ...placement, 'client.name': order['client.name'] },
    defaults: {
      ...none,
      subject: 'Welcome: {{placement.title}} at {{client.name}}',
      opening:
        'We are glad to confirm your assignment at {{client.name}}. Your assignment letter is attached; please keep it.',
    },
  },
  {
    kind: 'timesheet.open',
    label: 'Please enter your hours',
    reader: 'Candidates',
    fields: { ...week, 'client.name': order['client.name'] },
    defaults: {
      ...none,
      subject: 'Your hours for the week of {{week.start}}',
      opening:
        'Please enter your hours at {{client.name}}. You can fill in day by day and send the sheet when the week is done.',
      button: 'Enter hours',
    },
  },
  {
    kind: 'timesheet.submitted',
    label: 'Please approve hours',
    reader: 'Clients',
    fields: { ...worker, 'hours.worked': { label: 'Hours worked', sample: '37:15 hours' } },
    defaults: {
      ...none,
      subject: 'Please approve: {{worker.name}}, {{hours.worked}}',
      opening:
        '{{worker.name}} has sent the hours of the week. Please approve them, or tell us what is not right.',
      button: 'Check the hours',
    },
  },
  {
    kind: 'timesheet.disputed',
    label: 'A question about hours',
    reader: 'Candidates',
    fields: { ...week, 'client.name': order['client.name'] },
    defaults: {
      subject: 'A question about your hours, week of {{week.start}}',
      opening: '{{client.name}} has a question about your hours:',
      button: 'Open the sheet',
      ending:
        'Please correct the sheet and send it again, or reply to this mail if it is right as it stands.',
    },
  },
  {
    kind: 'timesheet.approved',
    label: 'Hours are approved',
    reader: 'Candidates',
    fields: week,
    defaults: {
      ...none,
      subject: 'Your hours are approved, week of {{week.start}}',
      opening: 'Your hours are approved and go into the next pay run.',
    },
  },
  {
    kind: 'invoice.sent',
    label: 'An invoice',
    reader: 'Clients',
    fields: invoice,
    defaults: {
      ...none,
      subject: 'Invoice {{invoice.number}}: {{invoice.total}}',
      opening:
        'Attached is our invoice {{invoice.number}}. You can see it online and pay by card there, or transfer the amount as printed.',
      button: 'See and pay the invoice',
    },
  },
  {
    kind: 'credit-note.sent',
    label: 'A credit note',
    reader: 'Clients',
    fields: invoice,
    defaults: {
      ...none,
      subject: 'Credit note {{invoice.number}}: {{invoice.total}}',
      opening: 'Attached is our credit note {{invoice.number}}. There is nothing to pay.',
    },
  },
  {
    kind: 'receipt.sent',
    label: 'A payment has arrived',
    reader: 'Clients',
    fields: {
      'invoice.number': invoice['invoice.number'],
      'payment.amount': { label: 'Amount received', sample: '$4,250.00' },
    },
    defaults: {
      ...none,
      subject: 'Thank you: {{payment.amount}} received',
      opening: 'We have received your payment for invoice {{invoice.number}}. Thank you.',
    },
  },
  {
    kind: 'file.infected',
    label: 'A file with a virus',
    reader: 'Candidates and clients',
    fields: { 'file.title': { label: 'Name of the file', sample: 'CV.pdf' } },
    defaults: {
      ...none,
      subject: 'We could not take your file: {{file.title}}',
      opening:
        'Our virus scan found something in the file {{file.title}} that came to us in your name. Nobody opens it. Everything else that you sent us is safe with us.\n\nPlease have your computer or phone checked, and send us a clean copy. If it was not you who sent it, please tell us.',
    },
  },
  {
    kind: 'portal.link',
    label: 'A way into the portal',
    reader: 'Candidates and clients',
    fields: {},
    defaults: {
      subject: 'Your way into the portal',
      opening: 'Somebody, probably you, asked for a link to sign in.',
      button: 'Sign in',
      ending:
        'The link works once and for one day. If it was not you, ignore this mail: nothing happens without it.',
    },
  },
] as const satisfies readonly MessageKind[]

/** The letters there are, by name. */
export type MessageName = (typeof messages)[number]['kind']
