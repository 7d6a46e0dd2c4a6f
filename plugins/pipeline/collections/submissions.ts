import type { CollectionConfig } from 'payload'

import { fieldForStaffWith, staffAccess } from '#plugins/agency'
import {
  dayField,
  guardWorkflow,
  instantField,
  minorField,
  rateField,
  stateField,
} from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { rejectReasonOptions } from '../domain/reasons'
import { submissionSources } from '../domain/submission-source'
import { submissionWorkflow } from '../domain/submission-workflow'

/** A candidate put forward for an order; at most one of them is live (a partial unique index). */
export const Submissions: CollectionConfig = {
  slug: 'submissions',
  labels: { singular: label('Submission'), plural: label('Submissions') },
  versions: false,
  lockDocuments: false,
  access: staffAccess({ read: 'pipeline.read', write: null }),
  hooks: { beforeChange: [guardWorkflow(submissionWorkflow)] },
  custom: {
    announce: {
      subject: 'submission',
      candidate: 'candidate',
      client: 'client',
      order: 'jobOrder',
      personal: ['answer'],
      silent: ['rank'],
    },
  },
  admin: {
    group: 'Recruiting',
    components: {
      beforeListTable: ['/plugins/pipeline/admin/SubmissionsSelected#SubmissionsSelected'],
      edit: {
        beforeDocumentControls: ['/plugins/pipeline/admin/SubmissionActions#SubmissionActions'],
      },
    },
    useAsTitle: 'title',
    defaultColumns: ['candidate', 'jobOrder', 'state', 'source', 'enteredStageAt'],
    listSearchableFields: ['title'],
  },
  fields: [
    stateField({ workflow: submissionWorkflow }),
    {
      name: 'title',
      type: 'text',
      label: label('Candidate’s name'),
      virtual: 'candidate.name',
      admin: { condition: () => false, disableListColumn: true, disableListFilter: true },
    },
    {
      name: 'jobOrder',
      type: 'relationship',
      relationTo: 'job-orders',
      label: label('Job order'),
      required: true,
      index: true,
    },
    {
      name: 'candidate',
      type: 'relationship',
      relationTo: 'candidates',
      label: label('Candidate'),
      required: true,
      index: true,
    },
    {
      name: 'client',
      type: 'relationship',
      relationTo: 'client-corporations',
      label: label('Client'),
      required: true,
      index: true,
    },
    {
      name: 'stage',
      type: 'relationship',
      relationTo: 'stages',
      label: label('Stage'),
      index: true,
    },
    {
      name: 'source',
      type: 'select',
      label: label('Came by'),
      required: true,
      defaultValue: 'staff',
      options: Object.entries(submissionSources).map(([value, text]) => ({
        value,
        label: label(text),
      })),
    },
    {
      name: 'posting',
      type: 'relationship',
      relationTo: 'job-postings',
      label: label('Posting'),
    },
    { name: 'answer', type: 'textarea', label: label('Answer to the screening question') },
    {
      name: 'isKnockOut',
      type: 'checkbox',
      label: label('The answer warns'),
      defaultValue: false,
    },
    {
      name: 'cv',
      type: 'relationship',
      relationTo: 'documents',
      label: label('CV'),
    },
    {
      name: 'creditedTo',
      type: 'relationship',
      relationTo: 'users',
      hasMany: true,
      label: label('Credited to'),
    },
    instantField({ name: 'respondedAt', text: 'First response at' }),
    instantField({ name: 'internalAt', text: 'Internal review since' }),
    instantField({ name: 'clientSubmittedAt', text: 'Sent to the client at' }),
    instantField({ name: 'enteredStageAt', text: 'In this stage since' }),
    {
      name: 'rejectedBy',
      type: 'select',
      label: label('Rejected by'),
      options: [
        { value: 'agency', label: label('Agency') },
        { value: 'client', label: label('Client') },
      ],
    },
    {
      name: 'rejectReason',
      type: 'select',
      label: label('Reason'),
      options: rejectReasonOptions,
    },
    {
      name: 'isRejectedQuietly',
      type: 'checkbox',
      label: label('Without the mail to the candidate'),
      defaultValue: false,
    },
    { name: 'rejectNote', type: 'textarea', label: label('Note on the reason') },
    {
      type: 'collapsible',
      label: label('Terms'),
      fields: [
        {
          ...rateField({ name: 'payRateE4', text: 'Pay rate per hour' }),
          access: { read: fieldForStaffWith('pay.read') },
        },
        {
          ...minorField({ name: 'salaryMinor', text: 'Salary per year' }),
          access: { read: fieldForStaffWith('pay.read') },
        },
        {
          ...rateField({ name: 'billRateE4', text: 'Bill rate per hour' }),
          access: { read: fieldForStaffWith('rates.read') },
        },
        { name: 'noticeDays', type: 'number', label: label('Notice in days'), min: 0, max: 730 },
        dayField({ name: 'availableOn', text: 'Can start on' }),
        instantField({ name: 'termsKeptAt', text: 'As first shown to the client at' }),
      ],
    },
    { name: 'rank', type: 'text', label: label('Order in the column'), admin: { hidden: true } },
  ],
}
