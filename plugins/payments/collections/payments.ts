import type { CollectionConfig } from 'payload'

import { staffAccess } from '#plugins/agency'
import {
  currencyField,
  dayField,
  deriveReference,
  guardWorkflow,
  instantField,
  minorField,
  referenceField,
  stateField,
} from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { paymentWorkflow } from '../domain'

/** Money that came in, each amount once: the ledger that invoices are settled from. */
export const Payments: CollectionConfig = {
  slug: 'payments',
  labels: { singular: label('Payment'), plural: label('Payments') },
  versions: false,
  lockDocuments: false,
  access: staffAccess({ read: 'invoices.read', write: null }),
  hooks: { beforeChange: [guardWorkflow(paymentWorkflow), deriveReference('PM')] },
  custom: { announce: { subject: 'payment', client: 'client' } },
  admin: {
    group: 'Money',
    components: {
      edit: { beforeDocumentControls: ['/plugins/payments/admin/PaymentActions#PaymentActions'] },
    },
    useAsTitle: 'ref',
    defaultColumns: ['ref', 'receivedOn', 'client', 'amountMinor', 'provider', 'state'],
    listSearchableFields: ['ref', 'reference', 'providerRef'],
    description: 'Booked by the payment service or by “Record payment” on an invoice.',
  },
  fields: [
    stateField({ workflow: paymentWorkflow }),
    referenceField(),
    {
      type: 'tabs',
      tabs: [
        {
          label: label('Payment'),
          fields: [
            minorField({ name: 'amountMinor', text: 'Amount', required: true }),
            currencyField(),
            dayField({ name: 'receivedOn', text: 'Received on' }),
            {
              name: 'provider',
              type: 'select',
              label: label('Came by'),
              required: true,
              defaultValue: 'bank',
              options: [
                { value: 'stripe', label: label('Stripe') },
                { value: 'bank', label: label('Bank transfer') },
                { value: 'cash', label: label('Cash') },
                { value: 'other', label: label('Other') },
              ],
            },
            { name: 'reference', type: 'text', label: label('Reference of the payer') },
            {
              name: 'client',
              type: 'relationship',
              relationTo: 'client-corporations',
              label: label('Client'),
              index: true,
            },
            { name: 'note', type: 'textarea', label: label('Note') },
            {
              name: 'notice',
              type: 'textarea',
              label: label('To look into'),
              admin: {
                description: 'Refunds and disputes that the payment service told of.',
                condition: (data) => Boolean(data.notice),
              },
            },
            {
              ...instantField({ name: 'noticedAt', text: 'Told at' }),
              admin: { condition: (data) => Boolean(data.notice) },
            },
          ],
        },
        {
          label: label('Origin'),
          fields: [
            {
              name: 'providerRef',
              type: 'text',
              label: label('Number at the payment service'),
              admin: { description: 'Booked once per payment service and number.' },
            },
            {
              name: 'attempt',
              type: 'relationship',
              relationTo: 'payment-attempts',
              label: label('Payment attempt'),
              index: true,
            },
            { name: 'subjectKind', type: 'text', label: label('Paid for') },
            { name: 'subjectId', type: 'text', label: label('Record'), index: true },
            {
              name: 'isLive',
              type: 'checkbox',
              label: label('Real money'),
              defaultValue: true,
              admin: { description: 'Not set for payments made with test keys.' },
            },
            {
              name: 'reviewReason',
              type: 'text',
              label: label('What does not fit'),
              admin: { condition: (data) => Boolean(data.reviewReason) },
            },
          ],
        },
      ],
    },
  ],
}
