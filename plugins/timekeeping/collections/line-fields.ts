import type { Field } from 'payload'

import { currencyField, dayField, minorField, minutesField, rateField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { earnCodeLabels } from '../domain/earn-code'

/** What pay and bill lines have in common: an evaluated amount with all that led to it. */
export const lineFields = ({ slug }: { slug: 'pay-lines' | 'bill-lines' }): Field[] => [
  {
    name: 'title',
    type: 'text',
    label: label('Candidate’s name'),
    virtual: 'candidate.name',
    admin: { condition: () => false, disableListColumn: true, disableListFilter: true },
  },
  {
    name: 'placement',
    type: 'relationship',
    relationTo: 'placements',
    label: label('Placement'),
    required: true,
    index: true,
  },
  {
    name: 'timesheet',
    type: 'relationship',
    relationTo: 'timesheets',
    label: label('Timesheet'),
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
  dayField({ name: 'weekStartsOn', text: 'Workweek', required: true }),
  {
    name: 'earnCode',
    type: 'text',
    label: label('Kind'),
    required: true,
    admin: {
      custom: { states: earnCodeLabels },
      components: { Cell: '/plugins/kernel/admin/StateCell#StateCell' },
    },
  },
  minutesField({ name: 'minutes', text: 'Hours', required: true }),
  { ...rateField({ name: 'lineRateE4', text: 'Rate per hour', required: true }), name: 'rateE4' },
  { name: 'ratioNum', type: 'number', label: label('Multiplier, above'), required: true },
  { name: 'ratioDen', type: 'number', label: label('Multiplier, below'), required: true },
  minorField({ name: 'amountMinor', text: 'Amount', required: true }),
  currencyField(),
  { name: 'ruleSet', type: 'text', label: label('Rules'), required: true },
  { name: 'ruleSetVersion', type: 'number', label: label('Version of the rules'), required: true },
  {
    name: 'lineKey',
    type: 'text',
    label: label('Key'),
    required: true,
    admin: { description: 'The same at every evaluation of the same work.' },
  },
  {
    name: 'evaluation',
    type: 'text',
    label: label('Evaluation'),
    required: true,
    index: true,
    admin: { description: 'Lines posted together carry the same id.' },
  },
  { name: 'position', type: 'number', label: label('Position'), required: true },
  {
    name: 'reversalOf',
    type: 'relationship',
    relationTo: slug,
    label: label('Reverses'),
  },
  {
    name: 'trace',
    type: 'json',
    label: label('How it was reckoned'),
    required: true,
    admin: { components: { Field: '/plugins/timekeeping/admin/TraceField#TraceField' } },
  },
]
