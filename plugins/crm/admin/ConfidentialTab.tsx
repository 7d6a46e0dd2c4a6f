import { SetStepNav } from '@payloadcms/ui'
import type { PayloadRequest } from 'payload'

import { EmptyState, PageHeader, Panel, Table } from '#plugins/agency/admin'
import { withStaff, type StaffActor } from '#plugins/kernel/admin/server'
import { can, formatDay } from '#plugins/kernel/domain'
import { referenceOutcomes, workRightBases } from '../domain/confidential'
import { AddRecord } from './AddRecord'

type Row = { id: string; cells: Record<string, string> }

/** What a colleague may see of these, beside each other; of what they may not, not even that it is there. */
export const ConfidentialTab = withStaff({
  permission: 'candidates.read',
  frame: 'none',
  view: async ({ initPageResult: { req, docID }, actor }) => {
    const id = String(docID ?? '')
    const candidate = await req.payload.findByID({
      collection: 'candidates',
      id,
      depth: 0,
      req,
      overrideAccess: false,
      disableErrors: true,
    })
    if (!candidate) return <EmptyState title="This person was not found" />
    const panels = await panelsOf({ req, id, actor })
    return (
      <div className="pwa-screen">
        <SetStepNav
          nav={[
            { label: 'Candidates', url: '/admin/collections/candidates' },
            { label: candidate.name ?? '', url: `/admin/collections/candidates/${id}` },
            { label: 'References and rights' },
          ]}
        />
        <PageHeader
          title="References and rights"
          lead="What others say, and what only some colleagues may see. None of it is part of a search, an export or a profile for a client."
        />
        {panels.map(({ title, note, collection, add, columns, rows, mayAdd }) => (
          <Panel key={collection} title={title} note={note}>
            {rows.length === 0 ? (
              <EmptyState title="Nothing yet" />
            ) : (
              <Table
                caption={title}
                columns={Object.entries(columns).map(([key, label]) => ({ key, label }))}
                rows={rows.map((row) => ({
                  ...row,
                  href: `/admin/collections/${collection}/${row.id}`,
                }))}
              />
            )}
            {mayAdd ? <AddRecord collection={collection} candidateId={id} label={add} /> : null}
          </Panel>
        ))}
      </div>
    )
  },
})

type Shown = {
  title: string
  note: string
  collection: string
  add: string
  columns: Readonly<Record<string, string>>
  rows: Row[]
  mayAdd: boolean
}

const panelsOf = async ({
  req,
  id,
  actor,
}: {
  req: PayloadRequest
  id: string
  actor: StaffActor
}): Promise<Shown[]> => {
  const { locale } = actor
  const common = {
    where: { candidate: { equals: id } },
    pagination: false,
    depth: 0,
    req,
  } as const
  const day = (value: string | null | undefined) => (value ? formatDay({ day: value, locale }) : '')
  const panels: Shown[] = []
  const references = await req.payload.find({
    collection: 'candidate-references',
    sort: '-askedOn',
    overrideAccess: false,
    ...common,
  })
  panels.push({
    title: 'References',
    note: 'Who can say how they work, and what they said.',
    collection: 'candidate-references',
    add: 'Add reference',
    columns: { name: 'Who', relation: 'Knows them as', asked: 'Asked', outcome: 'Result' },
    mayAdd: can({ actor, permission: 'candidates.write' }),
    rows: references.docs.map(({ id: row, name, relation, askedOn, outcome }) => ({
      id: row,
      cells: {
        name,
        relation: relation ?? '',
        asked: day(askedOn),
        outcome: outcome ? referenceOutcomes[outcome] : 'Open',
      },
    })),
  })
  if (can({ actor, permission: 'work-rights.manage' })) {
    const { docs } = await req.payload.find({
      collection: 'candidate-work-rights',
      overrideAccess: false,
      ...common,
    })
    panels.push({
      title: 'Right to work',
      note: 'For colleagues who see and change rights to work.',
      collection: 'candidate-work-rights',
      add: 'Add right to work',
      columns: { country: 'Country', basis: 'Because of', checked: 'Checked', ends: 'Ends' },
      mayAdd: true,
      rows: docs.map(({ id: row, country, basis, checkedOn, expiresOn }) => ({
        id: row,
        cells: {
          country,
          basis: workRightBases[basis],
          checked: day(checkedOn) || 'Not yet',
          ends: day(expiresOn) || 'Without end',
        },
      })),
    })
  }
  if (can({ actor, permission: 'payroll-data.manage' })) {
    const { docs } = await req.payload.find({
      collection: 'candidate-payroll',
      overrideAccess: false,
      ...common,
    })
    panels.push({
      title: 'Payroll data',
      note: 'For colleagues who see and change payroll data.',
      collection: 'candidate-payroll',
      add: 'Add payroll data',
      columns: { number: 'Payroll number', country: 'Country', account: 'Account' },
      mayAdd: docs.length === 0,
      rows: docs.map(({ id: row, payrollNumber, country, account }) => ({
        id: row,
        cells: {
          number: payrollNumber ?? 'None',
          country,
          account: account ? `ends with ${account.slice(-4)}` : '',
        },
      })),
    })
  }
  if (can({ actor, permission: 'eeo.manage' })) {
    const { docs } = await req.payload.find({
      collection: 'candidate-eeo',
      overrideAccess: false,
      ...common,
    })
    panels.push({
      title: 'Equal opportunity answers',
      note: 'Voluntary, for statistics.',
      collection: 'candidate-eeo',
      add: 'Add answers',
      columns: { told: 'Told on' },
      mayAdd: docs.length === 0,
      rows: docs.map(({ id: row, toldOn }) => ({
        id: row,
        cells: { told: day(toldOn) || 'Without a day' },
      })),
    })
  }
  return panels
}
