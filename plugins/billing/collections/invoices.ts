import type { CollectionConfig, Field } from 'payload'

import { bySystemOnly, fieldBySystemOnly, staffCan } from '#plugins/agency'
import {
  currencyField,
  dayField,
  guardWorkflow,
  instantField,
  minorField,
  stateField,
} from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { invoiceWorkflow } from '../domain'
import { guardIssued } from '../hooks/guard-issued'

/** Written by commands only; staff may word a draft, not reckon it. */
const fixed = <Kind extends Field>(field: Kind): Kind => ({
  ...field,
  access: { update: fieldBySystemOnly },
})

/** What a client owes, or gets back: drafted, issued with a number of its series, never changed after. */
export const Invoices: CollectionConfig = {
  slug: 'invoices',
  labels: { singular: label('Invoice'), plural: label('Invoices') },
  versions: false,
  access: {
    read: staffCan('invoices.read'),
    create: () => false,
    update: staffCan('invoices.write'),
    delete: bySystemOnly,
    readVersions: () => false,
  },
  hooks: { beforeChange: [guardIssued, guardWorkflow(invoiceWorkflow)] },
  custom: {
    announce: {
      subject: 'invoice',
      client: 'client',
      order: 'jobOrder',
      silent: ['lines', 'allocations', 'seller', 'buyer', 'taxes'],
    },
  },
  admin: {
    group: 'Money',
    components: {
      edit: { beforeDocumentControls: ['/plugins/billing/admin/InvoiceActions#InvoiceActions'] },
    },
    useAsTitle: 'number',
    defaultColumns: ['number', 'client', 'issueOn', 'dueOn', 'grossMinor', 'paidMinor', 'state'],
    listSearchableFields: ['number', 'purchaseOrder', 'email'],
    description: 'Drafted from approved hours or a placement fee; the number comes at issue.',
  },
  fields: [
    stateField({ workflow: invoiceWorkflow }),
    fixed({
      name: 'number',
      type: 'text',
      label: label('Number'),
      index: true,
      admin: { position: 'sidebar', description: 'Given at issue, without gaps.' },
    }),
    fixed({
      name: 'kind',
      type: 'select',
      label: label('Kind'),
      required: true,
      defaultValue: 'invoice',
      options: [
        { value: 'invoice', label: label('Invoice') },
        { value: 'credit-note', label: label('Credit note') },
      ],
      admin: { position: 'sidebar' },
    }),
    {
      type: 'tabs',
      tabs: [
        {
          label: label('Invoice'),
          fields: [
            fixed({
              name: 'client',
              type: 'relationship',
              relationTo: 'client-corporations',
              label: label('Client'),
              required: true,
              index: true,
            }),
            {
              name: 'contact',
              type: 'relationship',
              relationTo: 'client-contacts',
              label: label('Billing contact'),
            },
            { name: 'email', type: 'email', label: label('Sent to') },
            { name: 'purchaseOrder', type: 'text', label: label('Purchase order') },
            { name: 'note', type: 'textarea', label: label('Note on the invoice') },
            fixed(dayField({ name: 'issueOn', text: 'Date of issue' })),
            fixed(dayField({ name: 'dueOn', text: 'Due on' })),
            fixed(dayField({ name: 'serviceFromOn', text: 'Service from' })),
            fixed(dayField({ name: 'serviceUntilOn', text: 'Service until' })),
          ],
        },
        {
          label: label('Lines and payments'),
          fields: [
            fixed(currencyField()),
            fixed(minorField({ name: 'netMinor', text: 'Before tax', required: true })),
            fixed(minorField({ name: 'taxMinor', text: 'Tax', required: true })),
            fixed(minorField({ name: 'grossMinor', text: 'Total', required: true })),
            fixed({
              ...minorField({ name: 'paidMinor', text: 'Paid', required: true }),
              defaultValue: 0,
            }),
            {
              name: 'lines',
              type: 'join',
              collection: 'invoice-lines',
              on: 'invoice',
              label: label('Lines'),
              defaultSort: 'position',
              admin: {
                allowCreate: false,
                defaultColumns: ['position', 'description', 'netMinor'],
              },
            },
            {
              name: 'allocations',
              type: 'join',
              collection: 'allocations',
              on: 'invoice',
              label: label('Payments'),
              admin: {
                allowCreate: false,
                defaultColumns: ['payment', 'amountMinor', 'allocatedAt'],
              },
            },
          ],
        },
        {
          label: label('Origin'),
          fields: [
            fixed({
              name: 'legalEntity',
              type: 'relationship',
              relationTo: 'legal-entities',
              label: label('Issued by'),
              required: true,
            }),
            fixed({
              name: 'creditOf',
              type: 'relationship',
              relationTo: 'invoices',
              label: label('Corrects'),
              index: true,
            }),
            fixed({
              name: 'jobOrder',
              type: 'relationship',
              relationTo: 'job-orders',
              label: label('Job order'),
              index: true,
            }),
            fixed({
              name: 'placement',
              type: 'relationship',
              relationTo: 'placements',
              label: label('Placement'),
              index: true,
            }),
            fixed({
              name: 'document',
              type: 'relationship',
              relationTo: 'documents',
              label: label('PDF'),
            }),
            fixed({
              name: 'documentHash',
              type: 'text',
              label: label('SHA-256 of the PDF'),
            }),
            fixed(instantField({ name: 'issuedAt', text: 'Issued at' })),
            fixed({
              name: 'termsDays',
              type: 'number',
              label: label('Payment terms in days'),
              required: true,
              defaultValue: 30,
            }),
            fixed({ name: 'taxes', type: 'json', label: label('Tax by category') }),
            fixed({
              name: 'seller',
              type: 'json',
              label: label('Seller at issue'),
              admin: { condition: (data) => Boolean(data.seller) },
            }),
            fixed({
              name: 'buyer',
              type: 'json',
              label: label('Buyer at issue'),
              admin: { condition: (data) => Boolean(data.buyer) },
            }),
          ],
        },
      ],
    },
  ],
}
