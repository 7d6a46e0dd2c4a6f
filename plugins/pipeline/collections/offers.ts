import type { CollectionConfig } from 'payload'

import { fieldForStaffWith, staffAccess } from '#plugins/agency'
import {
  currencyField,
  dayField,
  guardWorkflow,
  instantField,
  minorField,
  minutesField,
  rateField,
  stateField,
} from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { declineReasonOptions } from '../domain/offer-terms'
import { offerWorkflow } from '../domain/offer-workflow'
import { ofSubmission } from './of-submission'

/** Terms put to a candidate. */
export const Offers: CollectionConfig = {
  slug: 'offers',
  labels: { singular: label('Offer'), plural: label('Offers') },
  versions: false,
  lockDocuments: false,
  access: staffAccess({ read: 'pipeline.read', write: null }),
  hooks: { beforeChange: [guardWorkflow(offerWorkflow)] },
  custom: {
    announce: {
      subject: 'offer',
      candidate: 'candidate',
      client: 'client',
      order: 'jobOrder',
      // It holds margins; who may read them sees them on the offer itself.
      silent: ['approvalReasons'],
    },
  },
  indexes: [{ fields: ['submission', 'version'], unique: true }],
  admin: {
    group: 'Recruiting',
    components: {
      edit: { beforeDocumentControls: ['/plugins/pipeline/admin/OfferActions#OfferActions'] },
    },
    useAsTitle: 'title',
    defaultColumns: ['candidate', 'jobOrder', 'version', 'state', 'startsOn', 'expiresAt'],
    listSearchableFields: ['title'],
  },
  fields: [
    stateField({ workflow: offerWorkflow }),
    {
      name: 'offerHistory',
      type: 'ui',
      admin: {
        disableBulkEdit: true,
        disableListColumn: true,
        components: { Field: '/plugins/pipeline/admin/OfferHistory#OfferHistory' },
      },
    },
    ...ofSubmission,
    { name: 'version', type: 'number', label: label('Version'), required: true, min: 1 },
    dayField({ name: 'startsOn', text: 'Start' }),
    dayField({ name: 'endsOn', text: 'End' }),
    currencyField(),
    {
      ...rateField({ name: 'payRateE4', text: 'Pay rate per hour' }),
      access: { read: fieldForStaffWith('pay.read') },
    },
    {
      ...minorField({ name: 'salaryMinor', text: 'Salary per year' }),
      access: { read: fieldForStaffWith('pay.read') },
    },
    minutesField({ name: 'hoursPerWeekMinutes', text: 'Usual week', most: 10_080 }),
    { name: 'message', type: 'textarea', label: label('Message to the candidate') },
    instantField({ name: 'extendedAt', text: 'Extended at' }),
    instantField({ name: 'expiresAt', text: 'Open until' }),
    instantField({ name: 'resolvedAt', text: 'Answered at' }),
    {
      name: 'declineCode',
      type: 'select',
      label: label('Declined because of'),
      options: declineReasonOptions.map(({ value, label: text }) => ({
        value,
        label: label(text),
      })),
    },
    { name: 'declineReason', type: 'textarea', label: label('Why it was declined or withdrawn') },
    {
      ...rateField({ name: 'counterPayRateE4', text: 'Wished pay rate per hour' }),
      access: { read: fieldForStaffWith('pay.read') },
    },
    {
      ...minorField({ name: 'counterSalaryMinor', text: 'Wished salary per year' }),
      access: { read: fieldForStaffWith('pay.read') },
    },
    dayField({ name: 'counterStartsOn', text: 'Wished start' }),
    minutesField({ name: 'counterHoursPerWeekMinutes', text: 'Wished week', most: 10_080 }),
    { name: 'counterWords', type: 'textarea', label: label('The candidate’s wish in words') },
    {
      name: 'openForDays',
      type: 'number',
      label: label('Open for days'),
      min: 1,
      max: 60,
    },
    { name: 'madeBy', type: 'relationship', relationTo: 'users', label: label('Made by') },
    {
      name: 'approvedBy',
      type: 'relationship',
      relationTo: 'users',
      label: label('Approved or refused by'),
    },
    { name: 'approvalNote', type: 'textarea', label: label('What the approver said') },
    {
      name: 'approvalReasons',
      type: 'json',
      label: label('Why it had to be approved'),
      access: { read: fieldForStaffWith('rates.read') },
      admin: { hidden: true, disableListColumn: true, disableListFilter: true },
    },
  ],
}
