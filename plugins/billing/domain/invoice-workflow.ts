import { defineWorkflow } from '#plugins/kernel/domain'

export type InvoiceState = 'draft' | 'issued' | 'part_paid' | 'paid' | 'credited' | 'void'

/**
 * The life of an invoice. Only a draft can be dropped; an issued invoice is corrected by a credit
 * note. Overdue is no state: it is an open invoice whose due day has passed.
 */
export const invoiceWorkflow = defineWorkflow<InvoiceState>({
  name: 'Invoice',
  collection: 'invoices',
  initial: 'draft',
  states: {
    draft: {
      label: 'Draft',
      tone: 'neutral',
      next: {
        issued: { event: 'invoice.issued', needs: ['number', 'issueOn', 'dueOn'] },
        void: { event: 'invoice.voided' },
      },
    },
    issued: {
      label: 'Issued',
      tone: 'info',
      next: {
        part_paid: { event: 'invoice.part-paid' },
        paid: { event: 'invoice.paid' },
        credited: { event: 'invoice.credited', needsReason: true },
      },
    },
    part_paid: {
      label: 'Part paid',
      tone: 'warn',
      next: {
        paid: { event: 'invoice.paid' },
        credited: { event: 'invoice.credited', needsReason: true },
      },
    },
    paid: {
      label: 'Paid',
      tone: 'good',
      next: { credited: { event: 'invoice.credited', needsReason: true } },
    },
    credited: { label: 'Credited', tone: 'neutral', next: {} },
    void: { label: 'Void', tone: 'neutral', next: {} },
  },
})

/** States in which an invoice still waits for money. */
export const openInvoiceStates: readonly InvoiceState[] = ['issued', 'part_paid']

/** States a client may see: drafts and what was dropped stay inside. */
export const publishedInvoiceStates: readonly InvoiceState[] = [
  'issued',
  'part_paid',
  'paid',
  'credited',
]

export const isOpenInvoice = (state: string): boolean =>
  openInvoiceStates.some((open) => open === state)

export const isPublishedInvoice = (state: string): boolean =>
  publishedInvoiceStates.some((published) => published === state)

/** States from which a credit note takes an invoice back: what was paid for it is free again. */
export const isCreditable = (state: string): boolean => isOpenInvoice(state) || state === 'paid'

/** Open and past its due day. */
export const isOverdue = ({
  dueOn,
  state,
  today,
}: {
  dueOn: string | null
  state: string
  today: string
}): boolean => isOpenInvoice(state) && dueOn !== null && dueOn < today

/** Taken back by a credit note: nothing is owed. */
export const isCreditedInvoice = (state: string): boolean => state === 'credited'
