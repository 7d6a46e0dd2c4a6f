import { z } from 'zod'

import { databaseNow } from '../database/now'
import { csvOf } from '../domain/csv'
import { ok } from '../domain/result'
import { publish } from '../events/publish'
import { auditFilter, auditPermission, auditTrail, type AuditEntry } from '../queries/audit-trail'
import { defineCommand } from './define-command'

const mostRows = 2_000

/**
 * The audit for whoever checks it, a part at a time: `before` of one answer asks for the next part.
 * That it was taken out, by whom and what of it, is itself part of the audit.
 */
export const exportAudit = defineCommand({
  name: 'export-audit',
  summary: 'Take the audit out as CSV or JSON, by time, actor and record',
  input: auditFilter.extend({
    format: z.enum(['csv', 'json'], 'Choose csv or json.'),
    before: z.string().max(100).nullish(),
  }),
  allow: { staff: auditPermission },
  rate: { limit: 120, windowSeconds: 3_600 },
  run: async ({ input: { format, before, ...filter }, ctx: { req, actor } }) => {
    const page = await auditTrail({ req, filter, before: before ?? null, limit: mostRows })
    if (!page.ok) return page
    const { entries } = page.value
    await publish({
      req,
      event: {
        name: 'audit.exported',
        subject: { kind: actor.kind === 'staff' ? 'user' : 'system', id: actor.id },
        changes: {
          format,
          rows: entries.length,
          isContinued: Boolean(before),
          filter: Object.fromEntries(Object.entries(filter).filter(([, value]) => value)),
        },
      },
    })
    const now = await databaseNow(req)
    return ok({
      filename: `audit-${now.slice(0, 10)}.${format}`,
      mediaType: format === 'csv' ? 'text/csv' : 'application/json',
      rows: entries.length,
      before: page.value.before,
      /** CSV: lines, the first part with the names of the columns. JSON: one object per line. */
      content:
        format === 'csv'
          ? csvOf([...(before ? [] : [columns.map(({ name }) => name)]), ...entries.map(rowOf)])
          : entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''),
    })
  },
})

const columns: readonly { name: string; of: (entry: AuditEntry) => string | null }[] = [
  { name: 'Time (UTC)', of: ({ at }) => at },
  { name: 'Event', of: ({ name }) => name },
  { name: 'In words', of: ({ sentence }) => sentence },
  { name: 'Who', of: ({ actor }) => actor },
  { name: 'Kind of actor', of: ({ actorKind }) => actorKind },
  { name: 'Actor id', of: ({ actorId }) => actorId },
  { name: 'On behalf of', of: ({ onBehalfOf }) => onBehalfOf },
  { name: 'Kind of record', of: ({ record }) => record.kind },
  { name: 'Record id', of: ({ record }) => record.id },
  { name: 'Record', of: ({ record }) => record.title },
  { name: 'From state', of: ({ from }) => from },
  { name: 'To state', of: ({ to }) => to },
  { name: 'Reason', of: ({ reason }) => reason },
  { name: 'Changes', of: ({ changes }) => changes.map(changeInWords).join('; ') },
  { name: 'Details', of: ({ detail }) => detail },
  { name: 'Command', of: ({ command }) => command },
  { name: 'Request id', of: ({ requestId }) => requestId },
  { name: 'Event id', of: ({ id }) => id },
]

const rowOf = (entry: AuditEntry) => columns.map(({ of }) => of(entry))

const changeInWords = ({ field, from, to }: AuditEntry['changes'][number]): string =>
  to === null && from === null ? field : `${field}: ${from ?? '–'} → ${to ?? '–'}`
