import type { CollectionConfig, Field } from 'payload'

import { fieldBySystemOnly, labelBar, labelsField, staffCan } from '#plugins/agency'
import {
  dayField,
  deriveReference,
  guardWorkflow,
  instantField,
  referenceField,
  stateField,
} from '#plugins/kernel'
import { idOf } from '#plugins/crm/domain'
import { label } from '#plugins/kernel/domain'
import { placementWorkflow } from '../domain/placement-workflow'
import { guardApprover } from '../hooks/guard-approver'

/** Written when the placement is made or by an action; what was agreed is not retyped. */
const fixed = <Kind extends Field>(field: Kind): Kind => ({
  ...field,
  access: { create: fieldBySystemOnly, update: fieldBySystemOnly },
})

/** A filled opening: who works where, for whom, from when, and who approves the hours. */
export const Placements: CollectionConfig = {
  slug: 'placements',
  labels: { singular: label('Placement'), plural: label('Placements') },
  versions: false,
  access: {
    read: staffCan('placements.read'),
    // A placement takes an opening under a lock: only `place-candidate` makes one.
    create: () => false,
    update: staffCan('placements.write'),
    delete: () => false,
    readVersions: () => false,
  },
  hooks: { beforeChange: [deriveReference('PL'), guardWorkflow(placementWorkflow), guardApprover] },
  custom: {
    customFields: { stateField: 'state' },
    announce: {
      subject: 'placement',
      candidate: 'candidate',
      client: 'client',
      order: 'jobOrder',
    },
  },
  admin: {
    group: 'Placements',
    components: {
      beforeListTable: [labelBar('placements')],
      edit: {
        beforeDocumentControls: ['/plugins/placements/admin/PlacementActions#PlacementActions'],
      },
    },
    useAsTitle: 'title',
    defaultColumns: [
      'ref',
      'title',
      'candidate',
      'client',
      'state',
      'startsOn',
      'endsOn',
      'labels',
    ],
    listSearchableFields: ['ref', 'title'],
    description: 'Placements are made from a submission and moved by their actions.',
  },
  fields: [
    stateField({ workflow: placementWorkflow }),
    referenceField(),
    {
      type: 'tabs',
      tabs: [
        {
          label: label('Placement'),
          fields: [
            fixed({ name: 'title', type: 'text', label: label('Job title'), required: true }),
            fixed({
              name: 'candidate',
              type: 'relationship',
              relationTo: 'candidates',
              label: label('Candidate'),
              required: true,
              index: true,
            }),
            fixed({
              name: 'client',
              type: 'relationship',
              relationTo: 'client-corporations',
              label: label('Client'),
              required: true,
              index: true,
            }),
            fixed({
              name: 'employmentType',
              type: 'select',
              label: label('Employment type'),
              required: true,
              options: [
                { value: 'permanent', label: label('Permanent') },
                { value: 'contract', label: label('Contract') },
                { value: 'temp', label: label('Temporary') },
              ],
            }),
            fixed({
              name: 'workLocation',
              type: 'relationship',
              relationTo: 'work-locations',
              label: label('Work location'),
              admin: {
                description:
                  'Its time zone is the one in which hours are read, its law the one by which they are paid. Another place is agreed as new terms.',
              },
            }),
            {
              name: 'approver',
              type: 'relationship',
              relationTo: 'client-contacts',
              label: label('Approves the hours'),
              filterOptions: ({ data }) => ({ client: { equals: idOf(data?.client) } }),
            },
            {
              name: 'owner',
              type: 'relationship',
              relationTo: 'users',
              label: label('Owner'),
            },
            { name: 'notes', type: 'textarea', label: label('Notes') },
          ],
        },
        {
          label: label('Days'),
          fields: [
            fixed(dayField({ name: 'startsOn', text: 'Starts on', required: true })),
            fixed(dayField({ name: 'endsOn', text: 'Ends on', description: 'Empty: open-ended.' })),
            fixed(dayField({ name: 'actualStartOn', text: 'Really started on' })),
            fixed(dayField({ name: 'noticeUntilOn', text: 'Last day under notice' })),
            fixed(dayField({ name: 'actualEndOn', text: 'Really ended on' })),
            fixed({ name: 'endReason', type: 'text', label: label('Why it ended') }),
            instantField({ name: 'confirmedAt', text: 'Confirmed at' }),
          ],
        },
        {
          label: label('Terms'),
          fields: [
            {
              name: 'terms',
              type: 'join',
              collection: 'placement-terms',
              on: 'placement',
              label: label('Versions of the terms'),
              defaultSort: '-version',
              admin: { allowCreate: false },
            },
          ],
        },
        {
          label: label('Readiness'),
          fields: [
            {
              name: 'readiness',
              type: 'join',
              collection: 'readiness-items',
              on: 'placement',
              label: label('Before the first day'),
              admin: { allowCreate: false },
            },
            fixed({
              name: 'assignmentLetter',
              type: 'relationship',
              relationTo: 'documents',
              label: label('Assignment letter'),
            }),
          ],
        },
        {
          label: label('Origin'),
          fields: [
            fixed({
              name: 'jobOrder',
              type: 'relationship',
              relationTo: 'job-orders',
              label: label('Job order'),
              required: true,
              index: true,
            }),
            fixed({
              name: 'opening',
              type: 'relationship',
              relationTo: 'openings',
              label: label('Opening'),
              required: true,
            }),
            fixed({
              name: 'submission',
              type: 'relationship',
              relationTo: 'submissions',
              label: label('Submission'),
              required: true,
            }),
            fixed({
              name: 'legalEntity',
              type: 'relationship',
              relationTo: 'legal-entities',
              label: label('Legal entity'),
              required: true,
              admin: { description: 'Employs the worker and issues the invoices.' },
            }),
          ],
        },
      ],
    },
    labelsField('placements'),
  ],
}
