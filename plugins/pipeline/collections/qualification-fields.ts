import type { Field, NumberField, RadioField, SelectField, TextField, DateField } from 'payload'

import { fieldBySystemOnly, fieldForStaffWith } from '#plugins/agency'
import {
  basisPointsField,
  dayField,
  instantField,
  minorField,
  minutesField,
  rateField,
} from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import {
  advertCheckOptions,
  feeKindOptions,
  grades,
  guaranteeOptions,
  urgencyOptions,
  vacancyApprovalOptions,
} from '../domain/qualification-choices'

const byRateReaders = {
  read: fieldForStaffWith('rates.read'),
  create: fieldForStaffWith('rates.read'),
  update: fieldForStaffWith('rates.read'),
}

const wholeNumberField = ({
  name,
  text,
  description,
  most,
  least = 0,
}: {
  name: string
  text: string
  description?: string
  most: number
  least?: number
}): NumberField => ({
  name,
  type: 'number',
  label: label(text),
  min: least,
  max: most,
  validate: (value: unknown) =>
    value === null ||
    value === undefined ||
    (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) ||
    `A whole number from ${least} to ${most}.`,
  ...(description ? { admin: { description } } : {}),
})

/** What was agreed with the client beside the price. */
export const qualificationTerms: Field[] = [
  {
    name: 'feeKind',
    type: 'select',
    label: label('Kind of fee'),
    options: feeKindOptions,
    admin: { description: 'Retained counts as the strongest commitment.' },
  },
  {
    ...basisPointsField({
      name: 'burdenBp',
      text: 'On top of pay',
      description: 'Taxes and insurance that the agency pays beside the wage.',
    }),
    access: byRateReaders,
  },
  {
    name: 'guarantee',
    type: 'select',
    label: label('Guarantee'),
    options: guaranteeOptions,
  },
  wholeNumberField({ name: 'guaranteeDays', text: 'Guarantee in days', most: 730 }),
  dayField({ name: 'exclusivityUntilOn', text: 'Ours alone until' }),
  wholeNumberField({
    name: 'competingAgencies',
    text: 'Other agencies on it',
    most: 99,
    description: 'Without us. Empty: not asked yet.',
  }),
  { name: 'purchaseOrder', type: 'text', label: label('Purchase order'), maxLength: 80 },
  { name: 'costCenter', type: 'text', label: label('Cost centre'), maxLength: 80 },
  minutesField({
    name: 'plannedEffortMinutes',
    text: 'Planned effort',
    description: 'Empty: 16 hours for an A, 2 for a B, 1 for a C.',
    most: 60_000,
  }),
]

/** What the grade is made of, below the panel that shows it. */
export const qualificationFields: Field[] = [
  {
    name: 'qualifyPanel',
    type: 'ui',
    admin: {
      disableBulkEdit: true,
      disableListColumn: true,
      components: { Field: '/plugins/pipeline/admin/QualifyPanel#QualifyPanel' },
    },
  },
  {
    type: 'row',
    fields: [
      {
        name: 'urgency',
        type: 'select',
        label: label('When'),
        options: urgencyOptions,
        admin: { description: 'A start date says more than “as soon as possible”.' },
      },
      {
        ...dayField({ name: 'openSinceOn', text: 'Vacancy open since' }),
      },
    ],
  },
  {
    name: 'consequence',
    type: 'textarea',
    label: label('What happens if nobody starts'),
    maxLength: 2_000,
  },
  {
    name: 'isOutsideNiche',
    type: 'checkbox',
    label: label('Outside what this desk does'),
    defaultValue: false,
    admin: { description: 'To be handed to another desk or a partner.' },
  },
  {
    name: 'hasSearchedInternally',
    type: 'checkbox',
    label: label('The client has searched among its own people'),
    defaultValue: false,
  },
  {
    type: 'row',
    fields: [
      {
        name: 'decisionMaker',
        type: 'relationship',
        relationTo: 'client-contacts',
        label: label('Decision maker'),
        filterOptions: ({ data }) => (data.client ? { client: { equals: data.client } } : true),
      },
      {
        name: 'vacancyApproval',
        type: 'select',
        label: label('The vacancy is'),
        defaultValue: 'unknown',
        options: vacancyApprovalOptions,
      },
      {
        name: 'advertCheck',
        type: 'select',
        label: label('Advert and place are'),
        defaultValue: 'unknown',
        options: advertCheckOptions,
      },
    ],
  },
  {
    type: 'row',
    fields: [
      wholeNumberField({
        name: 'interviewSlots',
        text: 'Interview times booked',
        most: 99,
        description: 'How many times the client keeps free.',
      }),
      wholeNumberField({
        name: 'feedbackSlaHours',
        text: 'Feedback agreed within, in hours',
        least: 1,
        most: 720,
      }),
    ],
  },
  {
    type: 'row',
    fields: [
      rateField({
        name: 'payP25RateE4',
        text: 'Market pay per hour, lower quarter',
        description: 'A quarter of comparable jobs pays less.',
      }),
      rateField({ name: 'payP50RateE4', text: 'Market pay per hour, middle' }),
    ],
  },
  {
    type: 'row',
    fields: [
      minorField({ name: 'salaryP25Minor', text: 'Market salary, lower quarter' }),
      minorField({ name: 'salaryP50Minor', text: 'Market salary, middle' }),
    ],
  },
  {
    name: 'payException',
    type: 'textarea',
    label: label('Why the pay is right all the same'),
    maxLength: 2_000,
    admin: { description: 'The written exception from the market’s lower quarter.' },
  },
]

const fixed = <Kind extends NumberField | SelectField | TextField | DateField | RadioField>(
  field: Kind,
): Kind => ({
  ...field,
  access: { ...field.access, create: fieldBySystemOnly, update: fieldBySystemOnly },
})

/** Written by grading alone, told by its own events. */
export const gradeFields: (NumberField | SelectField | DateField)[] = [
  fixed({
    name: 'grade',
    type: 'select',
    label: label('Grade'),
    index: true,
    options: grades.map((grade) => ({ value: grade, label: label(grade) })),
    admin: {
      readOnly: true,
      position: 'sidebar',
      components: { Cell: '/plugins/pipeline/admin/GradeCell#GradeCell' },
    },
  }),
  fixed({
    name: 'score',
    type: 'number',
    label: label('Score'),
    min: 0,
    max: 100,
    admin: { readOnly: true, position: 'sidebar' },
  }),
  {
    ...minorField({
      name: 'expectedValueMinor',
      text: 'Expected value',
      description:
        'Chance of filling it × what it brings − planned effort. Never shown to clients.',
    }),
    access: {
      read: fieldForStaffWith('rates.read'),
      create: fieldBySystemOnly,
      update: fieldBySystemOnly,
    },
    admin: {
      readOnly: true,
      position: 'sidebar',
      description:
        'Chance of filling it × what it brings − planned effort. Never shown to clients.',
      components: {
        Field: '/plugins/kernel/admin/AmountField#AmountField',
        Cell: '/plugins/kernel/admin/AmountCell#AmountCell',
      },
      custom: { isMinor: true },
    },
  },
  {
    ...fixed({
      name: 'priority',
      type: 'number',
      label: label('Priority'),
      defaultValue: 0,
      index: true,
      admin: {
        readOnly: true,
        position: 'sidebar',
        description: 'Rises with the expected value; the list of orders begins with the highest.',
      },
    }),
  },
  fixed({ ...instantField({ name: 'gradedAt', text: 'Graded at' }), admin: { hidden: true } }),
  fixed({
    name: 'overrideGrade',
    type: 'select',
    label: label('Grade by a manager'),
    options: grades.map((grade) => ({ value: grade, label: label(grade) })),
    admin: { hidden: true },
  }),
  fixed({
    ...instantField({ name: 'overrideUntil', text: 'Grade by a manager until' }),
    admin: { hidden: true },
  }),
]
