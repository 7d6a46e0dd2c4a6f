import type { CollectionConfig } from 'payload'

import { staffAccess } from '#plugins/agency'
import { currencyField, guardWorkflow, instantField, minorField, stateField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { paymentAttemptWorkflow } from '../domain'

/** One try to have something paid online, written down before the payment service is asked. */
export const PaymentAttempts: CollectionConfig = {
  slug: 'payment-attempts',
  labels: { singular: label('Payment attempt'), plural: label('Payment attempts') },
  versions: false,
  lockDocuments: false,
  access: staffAccess({ read: 'payments.write', write: null }),
  hooks: { beforeChange: [guardWorkflow(paymentAttemptWorkflow)] },
  custom: {
    announce: {
      subject: 'payment-attempt',
      client: 'client',
      personal: ['request'],
      silent: ['url', 'checkedAt'],
    },
  },
  admin: {
    group: false,
    useAsTitle: 'idempotencyKey',
    defaultColumns: ['idempotencyKey', 'amountMinor', 'currency', 'state', 'createdAt'],
    listSearchableFields: ['idempotencyKey', 'sessionId', 'bookedPaymentRef'],
    description: 'Visits to the payment page. Money that came is under Payments.',
  },
  fields: [
    stateField({ workflow: paymentAttemptWorkflow }),
    {
      type: 'tabs',
      tabs: [
        {
          label: label('Attempt'),
          fields: [
            { name: 'subjectKind', type: 'text', label: label('For'), required: true },
            { name: 'subjectId', type: 'text', label: label('Record'), required: true },
            {
              name: 'client',
              type: 'relationship',
              relationTo: 'client-corporations',
              label: label('Client'),
            },
            minorField({ name: 'amountMinor', text: 'Amount', required: true }),
            currencyField(),
            instantField({ name: 'expiresAt', text: 'Payable until' }),
            { name: 'isLive', type: 'checkbox', label: label('Real money'), defaultValue: false },
          ],
        },
        {
          label: label('Payment service'),
          fields: [
            { name: 'provider', type: 'text', label: label('Payment service'), required: true },
            {
              name: 'idempotencyKey',
              type: 'text',
              label: label('Asked under the key'),
              required: true,
              unique: true,
              admin: { description: 'Asking again under the same key opens the same page.' },
            },
            { name: 'request', type: 'json', label: label('Request'), required: true },
            { name: 'sessionId', type: 'text', label: label('Payment page'), index: true },
            { name: 'url', type: 'text', label: label('Address'), admin: { hidden: true } },
            { name: 'bookedPaymentRef', type: 'text', label: label('Booked payment') },
            { name: 'problem', type: 'text', label: label('Problem') },
            instantField({ name: 'checkedAt', text: 'Last looked up' }),
          ],
        },
      ],
    },
  ],
}
