import type { CollectionConfig } from 'payload'

import { staffAccess } from '#plugins/agency'
import { dayField, guardWorkflow, instantField, stateField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { workWeekWorkflow } from '../domain/work-week-workflow'

/** A worker's week at one employer over all placements: the unit in which overtime is reckoned. */
export const WorkWeeks: CollectionConfig = {
  slug: 'work-weeks',
  labels: { singular: label('Work week'), plural: label('Work weeks') },
  versions: false,
  lockDocuments: false,
  access: staffAccess({ read: 'time.read', write: null }),
  hooks: { beforeChange: [guardWorkflow(workWeekWorkflow)] },
  custom: {
    announce: { subject: 'work-week', candidate: 'candidate', silent: ['evaluatedAt'] },
  },
  admin: {
    group: 'Time & pay',
    components: {
      edit: {
        beforeDocumentControls: ['/plugins/timekeeping/admin/WorkWeekActions#WorkWeekActions'],
      },
    },
    useAsTitle: 'title',
    defaultColumns: ['weekStartsOn', 'candidate', 'legalEntity', 'state', 'evaluatedAt'],
    listSearchableFields: ['title', 'weekStartsOn'],
  },
  indexes: [{ fields: ['candidate', 'legalEntity', 'weekStartsOn'], unique: true }],
  fields: [
    {
      name: 'title',
      type: 'text',
      label: label('Candidate’s name'),
      virtual: 'candidate.name',
      admin: { condition: () => false, disableListColumn: true, disableListFilter: true },
    },
    stateField({ workflow: workWeekWorkflow }),
    {
      name: 'candidate',
      type: 'relationship',
      relationTo: 'candidates',
      label: label('Candidate'),
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
    dayField({ name: 'weekStartsOn', text: 'Week starts on', required: true }),
    instantField({ name: 'evaluatedAt', text: 'Evaluated at' }),
  ],
}
