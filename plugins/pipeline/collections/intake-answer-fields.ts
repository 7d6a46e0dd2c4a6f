import type { Field } from 'payload'

import { fieldBySystemOnly } from '#plugins/agency'
import { label } from '#plugins/kernel/domain'

const bySystem = { create: fieldBySystemOnly, update: fieldBySystemOnly }

/** What was answered in a form, as it was asked then: the form may be another one today. */
export const intakeAnswerFields: Field[] = [
  {
    name: 'intakeAnswers',
    type: 'ui',
    admin: {
      disableBulkEdit: true,
      disableListColumn: true,
      components: { Field: '/plugins/pipeline/admin/IntakeAnswers#IntakeAnswers' },
    },
  },
  {
    name: 'intakeForm',
    type: 'relationship',
    relationTo: 'intake-forms',
    label: label('Intake form'),
    index: true,
    access: bySystem,
    admin: { readOnly: true, condition: (data) => Boolean(data.intakeForm) },
  },
  {
    name: 'formVersion',
    type: 'number',
    label: label('Version of the form'),
    access: bySystem,
    admin: { readOnly: true, condition: (data) => Boolean(data.intakeForm) },
  },
  {
    name: 'answers',
    type: 'json',
    label: label('Answers'),
    access: bySystem,
    admin: { hidden: true },
  },
]
