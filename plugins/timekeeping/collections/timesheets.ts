import type { CollectionConfig } from 'payload'

import { staffAccess } from '#plugins/agency'
import {
  dayField,
  deriveReference,
  guardWorkflow,
  instantField,
  minutesField,
  referenceField,
  stateField,
} from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { timesheetWorkflow } from '../domain/timesheet-workflow'

/** A week's hours of one placement, from entry to approval. */
export const Timesheets: CollectionConfig = {
  slug: 'timesheets',
  labels: { singular: label('Timesheet'), plural: label('Timesheets') },
  versions: false,
  lockDocuments: false,
  // Hours are entered, submitted and approved by commands only: each checks whose they are.
  access: staffAccess({ read: 'time.read', write: null }),
  hooks: { beforeChange: [deriveReference('TS'), guardWorkflow(timesheetWorkflow)] },
  custom: { announce: { subject: 'timesheet', candidate: 'candidate', client: 'client' } },
  admin: {
    group: 'Time & pay',
    components: {
      edit: {
        beforeDocumentControls: ['/plugins/timekeeping/admin/TimesheetActions#TimesheetActions'],
      },
      views: {
        edit: {
          hours: {
            Component: '/plugins/timekeeping/admin/HoursTab#HoursTab',
            path: '/hours',
            tab: { label: 'Enter hours', href: '/hours', order: 150 },
          },
        },
      },
    },
    useAsTitle: 'ref',
    defaultColumns: ['ref', 'candidate', 'client', 'weekStartsOn', 'workedMinutes', 'state'],
    listSearchableFields: ['ref', 'weekStartsOn'],
  },
  indexes: [{ fields: ['placement', 'weekStartsOn'], unique: true }],
  fields: [
    stateField({ workflow: timesheetWorkflow }),
    referenceField(),
    {
      type: 'tabs',
      tabs: [
        {
          label: label('Week'),
          fields: [
            dayField({ name: 'weekStartsOn', text: 'Week starts on', required: true }),
            dayField({ name: 'weekEndsOn', text: 'Week ends on', required: true }),
            {
              ...minutesField({ name: 'workedMinutes', text: 'Hours worked', required: true }),
              defaultValue: 0,
            },
            {
              name: 'entries',
              type: 'join',
              collection: 'time-entries',
              on: 'timesheet',
              label: label('Entries'),
              defaultSort: 'startedAt',
              admin: {
                allowCreate: false,
                defaultColumns: [
                  'workOn',
                  'startTime',
                  'endTime',
                  'breakMinutes',
                  'workedMinutes',
                  'note',
                ],
              },
            },
            { name: 'disputeReason', type: 'textarea', label: label('What the client disputes') },
            {
              name: 'problem',
              type: 'textarea',
              label: label('What the agency has to settle'),
              admin: {
                readOnly: true,
                description: 'Why these hours cannot go on; neither worker nor client reads it.',
                condition: (data) => Boolean(data?.problem),
              },
            },
          ],
        },
        {
          label: label('About'),
          fields: [
            {
              name: 'placement',
              type: 'relationship',
              relationTo: 'placements',
              label: label('Placement'),
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
              name: 'legalEntity',
              type: 'relationship',
              relationTo: 'legal-entities',
              label: label('Legal entity'),
              required: true,
            },
          ],
        },
        {
          label: label('Approval'),
          fields: [
            instantField({ name: 'submittedAt', text: 'Submitted at' }),
            instantField({ name: 'approvedAt', text: 'Approved at' }),
            { name: 'approvedByName', type: 'text', label: label('Approved by') },
            {
              name: 'revision',
              type: 'number',
              label: label('Revision'),
              required: true,
              defaultValue: 0,
              admin: { description: 'Grows with every change of the hours.' },
            },
          ],
        },
      ],
    },
  ],
}
