import type { CollectionConfig } from 'payload'

import { staffAccess } from '#plugins/agency'
import { guardWorkflow, instantField, stateField, zoneField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { interviewModeLabels, interviewModes } from '../domain/interview-plan'
import { mostSlots } from '../domain/interview-times'
import { interviewWorkflow } from '../domain/interview-workflow'
import { ofSubmission } from './of-submission'

/** A talk between a candidate and the client. */
export const Interviews: CollectionConfig = {
  slug: 'interviews',
  labels: { singular: label('Interview'), plural: label('Interviews') },
  versions: false,
  lockDocuments: false,
  access: staffAccess({ read: 'pipeline.read', write: null }),
  hooks: { beforeChange: [guardWorkflow(interviewWorkflow)] },
  custom: {
    announce: {
      subject: 'interview',
      candidate: 'candidate',
      client: 'client',
      order: 'jobOrder',
      silent: ['uid', 'slots', 'remindedAt', 'endedAt'],
    },
  },
  admin: {
    group: 'Recruiting',
    components: {
      edit: {
        beforeDocumentControls: ['/plugins/pipeline/admin/InterviewActions#InterviewActions'],
      },
    },
    useAsTitle: 'title',
    defaultColumns: ['candidate', 'jobOrder', 'round', 'startsAt', 'mode', 'state'],
    listSearchableFields: ['title'],
  },
  fields: [
    stateField({ workflow: interviewWorkflow }),
    ...ofSubmission,
    {
      name: 'contact',
      type: 'relationship',
      relationTo: 'client-contacts',
      label: label('Contact'),
    },
    {
      name: 'mode',
      type: 'select',
      label: label('How'),
      required: true,
      options: interviewModes.map((value) => ({ value, label: label(interviewModeLabels[value]) })),
    },
    { name: 'round', type: 'text', label: label('Round'), maxLength: 80 },
    {
      name: 'otherContacts',
      type: 'relationship',
      relationTo: 'client-contacts',
      hasMany: true,
      label: label('Also there for the client'),
    },
    { ...instantField({ name: 'startsAt', text: 'From' }), required: true, index: true },
    { ...instantField({ name: 'endsAt', text: 'To' }), required: true },
    zoneField(),
    {
      name: 'slots',
      type: 'array',
      label: label('Times to choose from'),
      labels: { singular: label('Time'), plural: label('Times') },
      maxRows: mostSlots,
      admin: {
        readOnly: true,
        disableListColumn: true,
        condition: (data) => Array.isArray(data.slots) && data.slots.length > 1,
      },
      fields: [
        {
          type: 'row',
          fields: [
            { ...instantField({ name: 'startsAt', text: 'From' }), required: true },
            { ...instantField({ name: 'endsAt', text: 'To' }), required: true },
          ],
        },
      ],
    },
    {
      name: 'proposedBy',
      type: 'select',
      label: label('Proposed by'),
      defaultValue: 'agency',
      options: [
        { value: 'agency', label: label('The agency') },
        { value: 'client', label: label('The client') },
      ],
    },
    {
      name: 'isGroup',
      type: 'checkbox',
      label: label('Several candidates at the same time'),
      defaultValue: false,
    },
    instantField({ name: 'agreedAt', text: 'Agreed at' }),
    { ...instantField({ name: 'remindedAt', text: 'Reminded at' }), admin: { hidden: true } },
    { ...instantField({ name: 'endedAt', text: 'Noticed as over at' }), admin: { hidden: true } },
    { name: 'place', type: 'text', label: label('Place, number or address of the call') },
    { name: 'note', type: 'textarea', label: label('Note to the candidate') },
    { name: 'answerNote', type: 'textarea', label: label('What the candidate answered') },
    { name: 'outcome', type: 'textarea', label: label('What came of it') },
    {
      name: 'scorecards',
      type: 'join',
      collection: 'scorecards',
      on: 'interview',
      label: label('Scorecards'),
      defaultSort: 'givenAt',
      admin: {
        allowCreate: false,
        defaultColumns: ['contact', 'recommendation', 'mean', 'givenAt'],
      },
    },
    {
      name: 'uid',
      type: 'text',
      label: label('Calendar id'),
      required: true,
      unique: true,
      admin: { hidden: true },
    },
    {
      name: 'sequence',
      type: 'number',
      label: label('Calendar version'),
      required: true,
      defaultValue: 0,
      min: 0,
      admin: { hidden: true },
    },
  ],
}
