import type { Payload } from 'payload'
import { z } from 'zod'

import { requestFor, sqlOutside, tokenForSending } from '#plugins/kernel'

export type DemoLink = { label: string; url: string }

const shown = [
  { purpose: 'shortlist.decide', label: 'Client: a shortlist to decide on' },
  { purpose: 'timesheet.approve', label: 'Client: hours to approve' },
  { purpose: 'invoice.pay', label: 'Client: an invoice to pay' },
  { purpose: 'representation.answer', label: 'Candidate: may we represent you?' },
  { purpose: 'keeping.answer', label: 'Candidate: may we keep your profile?' },
  { purpose: 'offer.answer', label: 'Candidate: an offer to answer' },
  { purpose: 'interview.answer', label: 'Candidate: an interview to answer' },
  { purpose: 'timesheet.enter', label: 'Worker: hours to enter' },
] as const

/**
 * Where to look first: the websites, and one open link of each kind that outside people get. Made
 * anew at each start, because the address holds the port. In the demo only: elsewhere the tokens of
 * links stand in mails and nowhere else.
 */
export const demoLinks = async ({
  payload,
  siteUrl,
}: {
  payload: Payload
  siteUrl: string
}): Promise<DemoLink[]> => {
  const sites = await payload.find({
    collection: 'sites',
    sort: '-isPrimary',
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  const links: DemoLink[] = sites.docs.map(({ name, hostname }) => {
    const url = new URL(siteUrl)
    url.hostname = hostname
    return { label: name, url: url.origin }
  })
  for (const { purpose, label } of shown) {
    const url = await openLink({ payload, purpose, siteUrl })
    if (url) links.push({ label, url })
  }
  return links
}

/** The newest link of a purpose whose record still waits for somebody. */
const openLink = async ({
  payload,
  purpose,
  siteUrl,
}: {
  payload: Payload
  purpose: string
  siteUrl: string
}): Promise<string | null> => {
  const rows = await sqlOutside(payload).rows({
    schema: z.object({ id: z.string() }),
    text: `select l.id from access_links l
      where l.purpose = $1 and l.revoked_at is null and l.spent_at is null and l.expires_at > now()
        and coalesce(
          (select state in ('sent') from shortlists s where s.id::text = l.subject_id),
          (select state in ('issued', 'part_paid') from invoices i where i.id::text = l.subject_id),
          (select state in ('extended') from offers o where o.id::text = l.subject_id),
          (select state in ('proposed') from interviews v where v.id::text = l.subject_id),
          (select state in (case when $1 = 'timesheet.enter' then 'draft' else 'submitted' end)
            from timesheets t where t.id::text = l.subject_id),
          (select keep_until_on is not null and unusable_since is null
            from candidates c where c.id::text = l.subject_id), false)
      order by l.created_at desc, l.id desc limit 1`,
    values: [purpose],
  })
  const [link] = rows
  if (!link) return null
  const req = await requestFor({ payload, actor: { kind: 'system', id: 'demo' } })
  const token = await tokenForSending({ req, linkId: link.id })
  return token ? `${siteUrl}/l/${token}` : null
}
