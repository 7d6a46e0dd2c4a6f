import { mintLink, openLink } from '../journeys/mint-link'
import { asWindow, type Scene, type Screen } from './screen'

type Kind = {
  name: string
  purpose: string
  subject: string
  person: 'candidate' | 'client-contact'
  /** One record of each state: `state`, `id`, `person`. */
  text: string
}

const kinds: readonly Kind[] = [
  {
    name: 'request',
    purpose: 'order-request.answer',
    subject: 'order-request',
    person: 'client-contact',
    text: `select distinct on (state) state, id, contact_id as person from order_requests
      where state in ('needs_info', 'received') order by state, created_at`,
  },
  {
    name: 'application',
    purpose: 'application.status',
    subject: 'submission',
    person: 'candidate',
    text: `select distinct on (state) state, id, candidate_id as person from submissions
      order by state, created_at`,
  },
  {
    name: 'shortlist',
    purpose: 'shortlist.decide',
    subject: 'shortlist',
    person: 'client-contact',
    text: `select distinct on (state) state, id, contact_id as person from shortlists
      where state <> 'draft' order by state, created_at`,
  },
  {
    name: 'interview',
    purpose: 'interview.answer',
    subject: 'interview',
    person: 'candidate',
    text: `select distinct on (i.state) i.state, i.id, s.candidate_id as person
      from interviews i join submissions s on s.id = i.submission_id order by i.state, i.created_at`,
  },
  {
    name: 'scorecard',
    purpose: 'interview.score',
    subject: 'interview',
    person: 'client-contact',
    text: `select distinct on (exists (select from scorecards s where s.interview_id = i.id))
        case when exists (select from scorecards s where s.interview_id = i.id)
          then 'given' else 'open' end as state, i.id, i.contact_id as person
      from interviews i where i.state = 'done' and i.contact_id is not null`,
  },
  {
    name: 'offer',
    purpose: 'offer.answer',
    subject: 'offer',
    person: 'candidate',
    text: `select distinct on (o.state) o.state, o.id, s.candidate_id as person
      from offers o join submissions s on s.id = o.submission_id
      where o.state <> 'draft' and o.extended_at is not null order by o.state, o.created_at`,
  },
  {
    name: 'letter',
    purpose: 'placement.letter',
    subject: 'placement',
    person: 'candidate',
    text: `select distinct on (state) state, id, candidate_id as person from placements
      where state in ('confirmed', 'active') order by state, created_at`,
  },
  {
    name: 'hours',
    purpose: 'timesheet.enter',
    subject: 'timesheet',
    person: 'candidate',
    text: `select distinct on (state) state, id, candidate_id as person from timesheets
      order by state, worked_minutes desc`,
  },
  {
    name: 'approval',
    purpose: 'timesheet.approve',
    subject: 'timesheet',
    person: 'client-contact',
    text: `select distinct on (t.state) t.state, t.id, p.approver_id as person
      from timesheets t join placements p on p.id = t.placement_id
      where t.state <> 'draft' order by t.state, t.worked_minutes desc`,
  },
  {
    name: 'invoice',
    purpose: 'invoice.pay',
    subject: 'invoice',
    person: 'client-contact',
    text: `select distinct on (state) state, id, contact_id as person from invoices
      where state not in ('draft', 'void') order by state, created_at`,
  },
]

type Row = { state: string; id: string; person: string | null }

/** What people see who come by a link from a mail, for a record in each of its states. */
export const linkScreens = async ({ agency, client }: Scene): Promise<Screen[]> => {
  const screens: Screen[] = []
  for (const { name, purpose, subject, person, text } of kinds) {
    const { rows } = await client.query<Row>(text)
    for (const row of rows)
      screens.push({
        name: `link-${name}-${row.state.replaceAll('_', '-')}`,
        viewer: 'visitor',
        at: {
          url: `${agency.url}${await mintLink({
            client,
            link: {
              purpose,
              subject: { kind: subject, id: row.id },
              person: row.person ? { kind: person, id: row.person } : null,
            },
          })}`,
        },
        isWhole: true,
        prepare: openLink,
        ...(name === 'hours' && row.state === 'draft' ? { steps: [asWindow] } : {}),
      })
  }
  const [landing] = screens
  return [
    ...(landing
      ? [{ name: 'link-landing', viewer: 'visitor' as const, at: landing.at, isWhole: true }]
      : []),
    {
      name: 'link-dead',
      viewer: 'visitor',
      at: { url: `${agency.url}/l/no-such-link` },
      isWhole: true,
    },
    ...screens,
  ]
}
