import { SetStepNav } from '@payloadcms/ui'
import type { PayloadRequest } from 'payload'

import { EmptyState, PageHeader, Panel, Pill, Table } from '#plugins/agency/admin'
import { ActionBar } from '#plugins/kernel/admin'
import { withStaff, type StaffActor, type StaffViewProps } from '#plugins/kernel/admin/server'
import { formatDay, formatInstant, type PersonRef } from '#plugins/kernel/domain'
import { privacyActions } from './privacy-actions'
import { whatIsKept, type WhatIsKept } from '../queries/what-is-kept'

const screenOf = (kind: PersonRef['kind'], list: { label: string; url: string }) =>
  withStaff({
    permission: 'privacy.manage',
    frame: 'none',
    view: async ({ initPageResult: { req, docID }, actor }: StaffViewProps) => {
      const person: PersonRef = { kind, id: String(docID ?? '') }
      const kept = await whatIsKept({ req, person })
      if (!kept.ok) return <EmptyState title="This person was not found" />
      return (
        <div className="pwa-screen">
          <SetStepNav
            nav={[
              list,
              { label: kept.value.name, url: `${list.url}/${person.id}` },
              { label: 'Privacy' },
            ]}
          />
          <PageHeader
            title="Privacy"
            lead="What is kept of this person, and what would stay after an erasure."
            actions={<ActionBar actions={privacyActions({ person, kept: kept.value })} />}
          />
          <Standing kept={kept.value} actor={actor} />
          <Panel
            title="What is kept"
            note="Counted now. Free text in other records is searched for the name, e-mail and phone as well."
          >
            {kept.value.tables.length === 0 ? (
              <EmptyState title="Nothing is kept" />
            ) : (
              <Table
                caption="Records about this person"
                columns={[
                  { key: 'what', label: 'Records' },
                  { key: 'rows', label: 'How many', isFigure: true },
                  { key: 'after', label: 'After an erasure' },
                ]}
                rows={kept.value.tables.map(({ table, rows, kept: legal }) => ({
                  id: table,
                  cells: {
                    what: nameOfTable({ req, table }),
                    rows,
                    after: afterwards({ rows, legal }),
                  },
                }))}
              />
            )}
          </Panel>
        </div>
      )
    },
  })

export const CandidatePrivacy = screenOf('candidate', {
  label: 'Candidates',
  url: '/admin/collections/candidates',
})

export const ContactPrivacy = screenOf('client-contact', {
  label: 'Client contacts',
  url: '/admin/collections/client-contacts',
})

const Standing = ({ kept, actor }: { kept: WhatIsKept; actor: StaffActor }) => {
  const { locale, zone } = actor
  if (kept.erased)
    return (
      <Panel title="Erased">
        <p>
          <Pill tone="neutral" label="Erased" />{' '}
          {formatInstant({ instant: kept.erased.at, locale, zone })}.{' '}
          {kept.erased.nameKeptUntilOn
            ? `The name stays until ${formatDay({ day: kept.erased.nameKeptUntilOn, locale })}, because wage and tax law ask who was paid.`
            : 'The name is gone too.'}
        </p>
      </Panel>
    )
  return (
    <>
      {kept.holds.length > 0 ? (
        <Panel title="Legal holds" note="While one stands, nobody can erase this person.">
          <ul>
            {kept.holds.map(({ id, reason }) => (
              <li key={id}>
                <a href={`/admin/collections/legal-holds/${id}`}>{reason}</a>
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
      {kept.nameKeptUntilOn ? (
        <Panel title="Name">
          <p>
            This person was paid. After an erasure the name stays until{' '}
            {formatDay({ day: kept.nameKeptUntilOn, locale })} and goes then by itself.
          </p>
        </Panel>
      ) : null}
    </>
  )
}

const afterwards = ({ rows, legal }: { rows: number; legal: number }): string => {
  if (legal === 0) return 'Nothing personal is left'
  return legal === rows ? 'Kept as the law asks' : `${legal} kept as the law asks, the others go`
}

/** As the admin calls the records; tables of the product itself in plain words. */
const nameOfTable = ({ req, table }: { req: PayloadRequest; table: string }): string => {
  const own: Readonly<Record<string, string>> = {
    domain_event_personal: 'Values in the audit',
    access_links: 'Links in mails',
    rate_limits: 'Counters of tries',
    candidates_texts: 'Skills',
  }
  const collection = req.payload.config.collections.find(
    ({ slug }) => slug.replaceAll('-', '_') === table,
  )
  const plural: unknown = collection?.labels.plural
  const text: unknown =
    typeof plural === 'object' && plural !== null ? Reflect.get(plural, 'en') : plural
  return own[table] ?? (typeof text === 'string' ? text : table.replaceAll('_', ' '))
}
