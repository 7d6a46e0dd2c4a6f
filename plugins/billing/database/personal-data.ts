import type { PersonalTable } from '#plugins/kernel/domain'

/** Issued invoices are kept as they left the house; tax law allows no other. */
export const personalData: readonly PersonalTable[] = [
  {
    table: 'invoices',
    dataClass: 'money',
    of: { 'client-contact': 't.contact_id = given.person' },
    plain: ['number', 'document_hash', 'taxes'],
    kept: ['email', 'purchase_order', 'note', 'seller', 'buyer'],
    withheld: ['seller', 'buyer', 'taxes', 'note'],
  },
  { table: 'invoice_lines', dataClass: 'money', kept: ['description', 'detail'] },
  { table: 'invoice_series', dataClass: 'money', plain: ['kind', 'last_issue_on'] },
]
