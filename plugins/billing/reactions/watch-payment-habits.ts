import { z } from 'zod'

import { notePaymentHabit } from '#plugins/crm'
import { defineReaction, sqlOf, wholeNumber } from '#plugins/kernel'

/** So many of the last invoices are looked at, and so many of ten may be late. */
const lastInvoices = 10
const lateOfTen = 2

/**
 * Whether a client pays within its terms: of its last ten invoices that fell due or were paid, at most
 * two of ten were paid late or are open still. Orders of a client who pays late are worth less.
 */
export const watchPaymentHabits = defineReaction({
  name: 'watch-payment-habits',
  on: ['invoice.issued', 'invoice.paid'],
  run: async ({ req, event }) => {
    const row = await sqlOf(req).first({
      schema: z.object({ client_id: z.string(), known: wholeNumber, late: wholeNumber }),
      text: `with mine as (
          select client_id, zone from invoices join legal_entities on legal_entities.id = legal_entity_id
          where invoices.id = $1),
        judged as (
          select i.state = 'paid' and coalesce((
              select max(coalesce(p.received_on, to_char(p.created_at, 'YYYY-MM-DD')))
              from allocations a join payments p on p.id = a.payment_id where a.invoice_id = i.id),
              i.due_on) <= i.due_on as is_in_time
          from invoices i, mine
          where i.client_id = mine.client_id and i.kind = 'invoice' and (i.state = 'paid'
            or (i.state in ('issued', 'part_paid')
              and i.due_on < to_char(now() at time zone mine.zone, 'YYYY-MM-DD')))
          order by i.due_on desc, i.id limit ${lastInvoices})
        select mine.client_id, (select count(*) from judged) as known,
          (select count(*) from judged where not is_in_time) as late
        from mine`,
      values: [event.subject.id],
    })
    if (!row || row.known === 0) return
    await notePaymentHabit({
      req,
      clientId: row.client_id,
      habit: row.late * lastInvoices <= row.known * lateOfTen ? 'in_time' : 'late',
    })
  },
})
