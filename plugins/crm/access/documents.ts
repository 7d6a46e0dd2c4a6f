import type { Access } from 'payload'

import { noRows } from '#plugins/agency'
import type { Permission } from '#plugins/agency/domain'
import { actorOf } from '#plugins/kernel'
import { can, label, type Actor } from '#plugins/kernel/domain'

export const documentKinds = [
  'cv',
  'assignment-letter',
  'invoice',
  'receipt',
  'evidence',
  'request',
  'other',
] as const

export type DocumentKind = (typeof documentKinds)[number]

/** Whose papers these are: letters name pay, invoices name money, requests are clients’; the rest is candidates’. */
const reading: Record<DocumentKind, Permission> = {
  cv: 'candidates.read',
  'assignment-letter': 'pay.read',
  invoice: 'invoices.read',
  receipt: 'invoices.read',
  evidence: 'candidates.read',
  request: 'requests.read',
  other: 'candidates.read',
}

export const documentKindOptions = [
  { value: 'cv', label: label('CV') },
  { value: 'assignment-letter', label: label('Assignment letter') },
  { value: 'invoice', label: label('Invoice') },
  { value: 'receipt', label: label('Receipt') },
  { value: 'evidence', label: label('Evidence') },
  { value: 'request', label: label('File of an order request') },
  { value: 'other', label: label('Other') },
]

const readableKinds = (actor: Actor): DocumentKind[] =>
  documentKinds.filter((kind) => can({ actor, permission: reading[kind] }))

/** Documents of the kinds that the reader may see; also decides about the file itself. */
export const readableDocuments: Access = ({ req }) => {
  const actor = actorOf(req)
  const kinds = readableKinds(actor)
  if (kinds.length > 0) return { kind: { in: kinds } }
  return actor.kind === 'portal' ? noRows : false
}

/** Papers that the product made are not renamed or reassigned by hand. */
export const writableDocuments: Access = ({ req }) =>
  can({ actor: actorOf(req), permission: 'candidates.write' })
    ? { kind: { in: ['cv', 'evidence', 'other'] } }
    : false

/** A paper about a person: that it was read is kept. */
export const isPrivatePaper = (kind: unknown): boolean =>
  kind === 'cv' || kind === 'evidence' || kind === 'other'
