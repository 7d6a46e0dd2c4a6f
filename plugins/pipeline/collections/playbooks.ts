import type { CollectionConfig } from 'payload'

import { fieldBySystemOnly, staffAccess } from '#plugins/agency'
import { minutesField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { employmentTypeOptions } from '../domain/employment-type'
import { clientTierOptions, orderMarkOptions, stepRoleOptions } from '../domain/playbook-choices'
import { feeKindOptions, grades } from '../domain/qualification-choices'

/** What the desk does with an order of a kind: a condition and steps, tried in the agency’s order. */
export const Playbooks: CollectionConfig = {
  slug: 'playbooks',
  labels: { singular: label('Playbook'), plural: label('Playbooks') },
  versions: false,
  access: staffAccess({ read: 'orders.read', write: 'settings.write', remove: 'settings.write' }),
  custom: { announce: { subject: 'playbook' } },
  admin: {
    group: 'Agency',
    useAsTitle: 'name',
    defaultColumns: ['name', 'isActive', 'position', 'grades'],
    listSearchableFields: ['name', 'description'],
    description: 'The first one whose condition an order meets becomes tasks.',
    components: {
      views: { list: { Component: '/plugins/pipeline/admin/PlaybooksScreen#PlaybooksScreen' } },
    },
  },
  defaultSort: 'position',
  fields: [
    {
      name: 'name',
      type: 'text',
      label: label('Name'),
      required: true,
      unique: true,
      maxLength: 80,
    },
    { name: 'description', type: 'textarea', label: label('What it is for'), maxLength: 500 },
    {
      type: 'collapsible',
      label: label('When: all that is chosen must hold; nothing chosen holds for all'),
      fields: [
        {
          name: 'grades',
          type: 'select',
          hasMany: true,
          label: label('Grade'),
          options: grades.map((grade) => ({ value: grade, label: label(grade) })),
        },
        {
          name: 'employmentTypes',
          type: 'select',
          hasMany: true,
          label: label('Employment type'),
          options: employmentTypeOptions,
        },
        {
          name: 'clientTiers',
          type: 'select',
          hasMany: true,
          label: label('Tier of the client'),
          options: clientTierOptions,
        },
        {
          name: 'feeKinds',
          type: 'select',
          hasMany: true,
          label: label('Kind of fee'),
          options: feeKindOptions,
        },
        {
          name: 'marks',
          type: 'select',
          hasMany: true,
          label: label('At least one of'),
          options: orderMarkOptions,
        },
      ],
    },
    {
      name: 'steps',
      type: 'array',
      label: label('Steps'),
      labels: { singular: label('Step'), plural: label('Steps') },
      minRows: 1,
      maxRows: 20,
      required: true,
      fields: [
        {
          name: 'title',
          type: 'text',
          label: label('What is to be done'),
          required: true,
          maxLength: 160,
        },
        {
          type: 'row',
          fields: [
            {
              name: 'role',
              type: 'select',
              label: label('Whose'),
              required: true,
              defaultValue: 'owner',
              options: stepRoleOptions,
            },
            minutesField({
              name: 'dueMinutes',
              text: 'Due after working time of',
              required: true,
              most: 51_000,
              description: 'A usual day is 8:30.',
            }),
          ],
        },
        {
          name: 'text',
          type: 'textarea',
          label: label('Note on the task'),
          maxLength: 2_000,
          admin: {
            description:
              '{client}, {title} and {missing} are filled in: the company, the job and the gates that are not passed.',
          },
        },
        {
          name: 'message',
          type: 'textarea',
          label: label('Message to the client'),
          maxLength: 4_000,
          admin: {
            description:
              'Ready to be sent beside the step, where it can still be changed. The same is filled in.',
          },
        },
      ],
    },
    {
      name: 'isActive',
      type: 'checkbox',
      label: label('In use'),
      defaultValue: true,
      admin: { position: 'sidebar', description: 'Otherwise it is passed over.' },
    },
    {
      name: 'position',
      type: 'number',
      label: label('Position'),
      required: true,
      defaultValue: 1_000,
      access: { create: fieldBySystemOnly, update: fieldBySystemOnly },
      admin: { hidden: true },
    },
  ],
}
