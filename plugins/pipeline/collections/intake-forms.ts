import type { CollectionConfig } from 'payload'

import { fieldBySystemOnly, staffAccess } from '#plugins/agency'
import { currencyField } from '#plugins/kernel'
import { label, optionsOf } from '#plugins/kernel/domain'
import { intakeTargets, intakeTypes } from '../domain/intake-form'
import { deriveIntakeForm } from '../hooks/derive-intake-form'
import { guardIntakeForm } from '../hooks/guard-intake-form'

/** A form by which clients ask for staff of a kind; what is sent becomes an order request. */
export const IntakeForms: CollectionConfig = {
  slug: 'intake-forms',
  labels: { singular: label('Intake form'), plural: label('Intake forms') },
  versions: false,
  access: staffAccess({ read: 'requests.read', write: 'settings.write' }),
  hooks: { beforeChange: [deriveIntakeForm, guardIntakeForm] },
  custom: { announce: { subject: 'intake-form' } },
  admin: {
    group: 'Agency',
    useAsTitle: 'name',
    defaultColumns: ['name', 'slug', 'version', 'isActive', 'updatedAt'],
    listSearchableFields: ['name', 'slug'],
    description:
      'What a client is asked who needs staff. Each form has a page of its own on the websites and in the client portal.',
    components: {
      edit: {
        beforeDocumentControls: ['/plugins/pipeline/admin/IntakeFormActions#IntakeFormActions'],
      },
    },
  },
  fields: [
    {
      name: 'name',
      type: 'text',
      label: label('Name'),
      required: true,
      maxLength: 80,
      admin: { description: 'The heading of the page, such as “Nursing staff”.' },
    },
    {
      name: 'lead',
      type: 'textarea',
      label: label('Below the heading'),
      maxLength: 300,
    },
    {
      name: 'questions',
      type: 'array',
      label: label('Questions'),
      labels: { singular: label('Question'), plural: label('Questions') },
      required: true,
      minRows: 1,
      maxRows: 60,
      admin: {
        initCollapsed: true,
        description:
          'In the order of the page: drag them, or use the menu of a row. Company, name, e-mail and role are asked of everybody.',
        components: { RowLabel: '/plugins/pipeline/admin/QuestionRowLabel#QuestionRowLabel' },
      },
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'label',
              type: 'text',
              label: label('Question'),
              required: true,
              maxLength: 160,
            },
            {
              name: 'type',
              type: 'select',
              label: label('Answered with'),
              required: true,
              defaultValue: 'text',
              options: optionsOf(intakeTypes),
            },
          ],
        },
        {
          name: 'options',
          type: 'text',
          hasMany: true,
          maxLength: 120,
          label: label('Choices'),
          admin: {
            condition: (_data, question) =>
              question?.type === 'choice' || question?.type === 'choices',
            description: 'Write one and press Enter; drag them into order.',
          },
        },
        {
          type: 'row',
          fields: [
            {
              name: 'target',
              type: 'select',
              label: label('Fills in'),
              options: optionsOf(
                Object.fromEntries(
                  Object.entries(intakeTargets).map(([value, target]) => [value, target.label]),
                ),
              ),
              admin: { description: 'The field of the order request, where there is one.' },
            },
            {
              name: 'isRequired',
              type: 'checkbox',
              label: label('Required'),
              defaultValue: false,
            },
          ],
        },
        {
          name: 'help',
          type: 'text',
          label: label('Help text'),
          maxLength: 300,
          admin: { description: 'Stands below the question.' },
        },
        {
          name: 'showWhen',
          type: 'json',
          label: label('Ask only when'),
          admin: { components: { Field: '/plugins/pipeline/admin/WhenField#WhenField' } },
        },
        {
          name: 'key',
          type: 'text',
          label: label('Key'),
          maxLength: 60,
          validate: (value: unknown) =>
            !value ||
            (typeof value === 'string' && /^[a-zA-Z][a-zA-Z0-9]*$/.test(value)) ||
            'Letters and digits, beginning with a letter.',
          admin: { hidden: true },
        },
      ],
    },
    {
      name: 'preview',
      type: 'ui',
      admin: {
        disableBulkEdit: true,
        disableListColumn: true,
        components: { Field: '/plugins/pipeline/admin/IntakePreview#IntakePreview' },
      },
    },
    {
      name: 'slug',
      type: 'text',
      label: label('Address'),
      unique: true,
      index: true,
      maxLength: 80,
      validate: (value: unknown) =>
        !value ||
        (typeof value === 'string' && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)) ||
        'Small letters, digits and hyphens: nursing-staff.',
      admin: {
        position: 'sidebar',
        description: 'Its page is /request-staff/<address>. Empty: made of the name.',
      },
    },
    {
      name: 'isActive',
      type: 'checkbox',
      label: label('In use'),
      defaultValue: true,
      admin: { position: 'sidebar', description: 'Otherwise its page is closed.' },
    },
    { ...currencyField(), admin: { position: 'sidebar', description: 'Of amounts of money.' } },
    {
      name: 'version',
      type: 'number',
      label: label('Version'),
      required: true,
      defaultValue: 1,
      access: { create: fieldBySystemOnly, update: fieldBySystemOnly },
      admin: {
        position: 'sidebar',
        readOnly: true,
        description: 'Counts up when the questions change.',
      },
    },
  ],
}
