import { SetStepNav } from '@payloadcms/ui'

import { EmptyState, PageHeader, Screen, Table } from '#plugins/agency/admin'
import { auditFilter, auditPermission, auditTrail, type AuditFilter } from '#plugins/kernel'
import { withStaff } from '#plugins/kernel/admin/server'
import { addDays, formatInstant, instantOf, isDay, type Zone } from '#plugins/kernel/domain'
import { AuditChanges } from './AuditChanges'
import { AuditExport } from './AuditExport'

const pageSize = 50

/** Everything that happened, for whoever checks it: found by time, actor and record, and taken out. */
export const AuditTrail = withStaff({
  permission: auditPermission,
  frame: 'page',
  view: async ({ initPageResult: { req }, actor, searchParams }) => {
    const asked = askedFrom(searchParams)
    const parsed = auditFilter.safeParse(filterOf({ asked, zone: actor.zone }))
    const page = parsed.success
      ? await auditTrail({ req, filter: parsed.data, before: asked.before, limit: pageSize })
      : null
    const problem = parsed.success
      ? null
      : (parsed.error.issues[0]?.message ?? 'This cannot be searched for.')
    const colleagues = await req.payload.find({
      collection: 'users',
      sort: 'name',
      limit: 200,
      depth: 0,
      select: { name: true },
      req,
      overrideAccess: false,
    })
    const entries = page?.ok ? page.value.entries : []
    const older = page?.ok ? page.value.before : null
    return (
      <Screen>
        <SetStepNav nav={[{ label: 'Audit' }]} />
        <PageHeader
          title="Audit"
          lead="Who did what, when, to which record. Nothing here can be changed; values are shown as far as your role may see them."
        />
        <form method="get" className="pwa-audit-filter" aria-label="Filter">
          <label className="pwa-field">
            <span className="pwa-field__label">From</span>
            <input type="date" name="from" defaultValue={asked.from} />
          </label>
          <label className="pwa-field">
            <span className="pwa-field__label">To</span>
            <input type="date" name="to" defaultValue={asked.to} />
          </label>
          <label className="pwa-field">
            <span className="pwa-field__label">Who</span>
            <select name="actor" defaultValue={asked.actor}>
              <option value="">Everybody</option>
              <option value="staff">All colleagues</option>
              <option value="portal">People in the portal</option>
              <option value="link">People with a link</option>
              <option value="anonymous">Visitors</option>
              <option value="system">Placewright itself</option>
              {colleagues.docs.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <label className="pwa-field">
            <span className="pwa-field__label">Record id</span>
            <input
              name="record"
              defaultValue={asked.record}
              placeholder="From the address of a record"
            />
          </label>
          <label className="pwa-field">
            <span className="pwa-field__label">Event begins with</span>
            <input name="name" defaultValue={asked.name} placeholder="invoice.issued" />
          </label>
          <button type="submit" className="pwa-btn pwa-btn--primary">
            Show
          </button>
          <a className="pwa-btn" href="/admin/audit">
            Clear
          </a>
        </form>
        {problem ? (
          <p className="pwa-field__problem" role="alert">
            {problem}
          </p>
        ) : null}
        {parsed.success ? <AuditExport filter={parsed.data} /> : null}
        {entries.length === 0 && !problem ? (
          <EmptyState
            title="Nothing fits"
            text="Take a longer time, or leave out who acted or the record."
          />
        ) : null}
        {entries.length > 0 ? (
          <Table
            caption="Events"
            columns={[
              { key: 'at', label: 'When' },
              { key: 'who', label: 'Who' },
              { key: 'what', label: 'What' },
              { key: 'record', label: 'Record' },
              { key: 'changes', label: 'Before → after' },
            ]}
            rows={entries.map((entry) => ({
              id: entry.id,
              cells: {
                at: (
                  <time dateTime={entry.at}>
                    {formatInstant({ instant: entry.at, locale: actor.locale, zone: actor.zone })}
                  </time>
                ),
                who: entry.actor,
                what: (
                  <>
                    {entry.sentence}
                    <br />
                    <code className="pwa-audit__name">{entry.name}</code>
                  </>
                ),
                record: entry.record.path ? (
                  <a href={entry.record.path}>{entry.record.title}</a>
                ) : (
                  `${entry.record.kind}, not shown to your role or gone`
                ),
                changes: (
                  <AuditChanges
                    changes={entry.changes}
                    reason={entry.reason}
                    detail={entry.detail}
                  />
                ),
              },
            }))}
          />
        ) : null}
        {older ? (
          <a className="pwa-btn" href={`/admin/audit?${queryOf({ asked, before: older })}`}>
            Show older
          </a>
        ) : null}
      </Screen>
    )
  },
})

type Asked = Record<'from' | 'to' | 'actor' | 'record' | 'name' | 'before', string>

const askedFrom = (
  searchParams: Readonly<Record<string, string | string[] | undefined>> | undefined,
): Asked => {
  const text = (name: string): string => {
    const value = searchParams?.[name]
    return typeof value === 'string' ? value.trim() : ''
  }
  return {
    from: text('from'),
    to: text('to'),
    actor: text('actor'),
    record: text('record'),
    name: text('name'),
    before: text('before'),
  }
}

/** Days are those of the reader's own calendar, the last one included. */
const filterOf = ({ asked, zone }: { asked: Asked; zone: Zone }): AuditFilter => {
  const beginning = (day: string) => instantOf({ day, time: '00:00', zone }).instant
  return {
    from: isDay(asked.from) ? beginning(asked.from) : null,
    until: isDay(asked.to) ? beginning(addDays({ day: asked.to, days: 1 })) : null,
    actor: asked.actor || null,
    recordId: asked.record || null,
    name: asked.name || null,
  }
}

const queryOf = ({ asked, before }: { asked: Asked; before: string }): string =>
  new URLSearchParams(
    Object.entries({ ...asked, before }).filter(([, value]) => value !== ''),
  ).toString()
