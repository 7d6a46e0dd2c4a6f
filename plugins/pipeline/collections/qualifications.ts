import type { CollectionConfig } from 'payload'

import { fieldForStaffWith, staffAccess } from '#plugins/agency'
import { instantField, minorField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { qualificationTriggerOptions } from '../domain/qualification-triggers'
import { grades } from '../domain/qualification-choices'

const gradeOptions = grades.map((grade) => ({ value: grade, label: label(grade) }))

/** Each time an order was graded: how, why, and what it was before. Rows are only ever added. */
export const Qualifications: CollectionConfig = {
  slug: 'qualifications',
  labels: { singular: label('Qualification'), plural: label('Qualifications') },
  versions: false,
  lockDocuments: false,
  access: staffAccess({ read: 'orders.read', write: null }),
  custom: {
    announce: { subject: 'qualification', order: 'jobOrder', silent: ['expectedValueMinor'] },
  },
  admin: {
    group: 'Recruiting',
    useAsTitle: 'title',
    defaultColumns: ['jobOrder', 'grade', 'gradeBefore', 'score', 'trigger', 'createdAt'],
    listSearchableFields: ['reason'],
    description: 'Written when an order is graded; the order shows its own.',
  },
  defaultSort: '-createdAt',
  fields: [
    {
      name: 'title',
      type: 'text',
      label: label('Job title'),
      virtual: 'jobOrder.title',
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
      name: 'grade',
      type: 'select',
      label: label('Grade'),
      required: true,
      options: gradeOptions,
      admin: { components: { Cell: '/plugins/pipeline/admin/GradeCell#GradeCell' } },
    },
    { name: 'score', type: 'number', label: label('Score'), required: true, min: 0, max: 100 },
    {
      name: 'gradeBefore',
      type: 'select',
      label: label('Grade before'),
      options: gradeOptions,
      admin: { components: { Cell: '/plugins/pipeline/admin/GradeCell#GradeCell' } },
    },
    { name: 'scoreBefore', type: 'number', label: label('Score before'), min: 0, max: 100 },
    {
      name: 'trigger',
      type: 'select',
      label: label('Because of'),
      required: true,
      options: qualificationTriggerOptions,
    },
    { name: 'reason', type: 'textarea', label: label('Why') },
    { name: 'gates', type: 'json', label: label('Gates'), required: true },
    { name: 'parts', type: 'json', label: label('Parts of the score'), required: true },
    { name: 'signs', type: 'json', label: label('What happened'), required: true },
    {
      ...minorField({ name: 'expectedValueMinor', text: 'Expected value' }),
      access: { read: fieldForStaffWith('rates.read') },
    },
    { name: 'currency', type: 'text', label: label('Currency'), required: true, maxLength: 3 },
    { name: 'by', type: 'relationship', relationTo: 'users', label: label('Graded by') },
    instantField({ name: 'expiresAt', text: 'Holds until' }),
  ],
}
