import type { PersonalTable } from '#plugins/kernel/domain'

const candidate = 't.candidate_id = given.person'

/** Work that was done: the law asks for who worked where, until its years are over. */
export const personalData: readonly PersonalTable[] = [
  {
    table: 'placements',
    dataClass: 'work',
    of: { candidate },
    // Nobody worked in the others.
    demandsName: `t.state not in ('cancelled', 'no_start')`,
    plain: ['title'],
    mentions: { notes: null, end_reason: null, custom: null },
    withheld: ['notes', 'bill_rate_e4', 'fee_minor', 'fee_bp'],
  },
  {
    table: 'placement_terms',
    dataClass: 'work',
    of: {
      candidate: 't.placement_id in (select id from placements where candidate_id = given.person)',
    },
    kept: ['purchase_order'],
    withheld: [
      'purchase_order',
      'bill_rate_e4',
      'fee_minor',
      'overtime_billing',
      'bill_overtime_multiplier_bp',
      'tax_rate_bp',
    ],
  },
  {
    table: 'readiness_items',
    dataClass: 'work',
    of: { candidate },
    plain: ['name'],
    mentions: { note: null },
  },
]
