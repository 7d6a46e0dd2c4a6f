import type { CollectionConfig } from 'payload'

import { actorOf, permissionsOf } from '../commands/actor-of'
import { customFieldTypes } from '../domain/custom-field'
import { label, optionsOf } from '../domain/label'

/** The fields that the agency adds to its records; made and changed by commands only. */
export const FieldDefinitions: CollectionConfig = {
  slug: 'field-definitions',
  labels: { singular: label('Custom field'), plural: label('Custom fields') },
  versions: false,
  access: {
    // Whoever reads records by the API needs to know what their fields are called.
    read: ({ req }) => actorOf(req).kind === 'staff' || actorOf(req).kind === 'system',
    create: () => false,
    update: () => false,
    delete: () => false,
    readVersions: () => false,
  },
  custom: { announce: { subject: 'custom-field' } },
  admin: {
    group: 'Agency',
    useAsTitle: 'label',
    defaultColumns: ['label', 'appliesTo', 'type', 'isRequired'],
    listSearchableFields: ['label', 'key'],
    hidden: ({ user }) => !(user && permissionsOf(user).has('settings.write')),
    components: {
      views: {
        list: { Component: '/plugins/kernel/admin/CustomFieldsScreen#CustomFieldsScreen' },
      },
    },
  },
  defaultSort: 'position',
  fields: [
    { name: 'appliesTo', type: 'text', label: label('Records'), required: true },
    { name: 'key', type: 'text', label: label('Key'), required: true },
    { name: 'label', type: 'text', label: label('Label'), required: true },
    { name: 'help', type: 'text', label: label('Help text') },
    {
      name: 'type',
      type: 'select',
      label: label('Type'),
      required: true,
      options: optionsOf(customFieldTypes),
    },
    { name: 'options', type: 'json', label: label('Choices') },
    { name: 'currency', type: 'text', label: label('Currency') },
    { name: 'personKind', type: 'text', label: label('Who is named') },
    { name: 'isRequired', type: 'checkbox', label: label('Required'), defaultValue: false },
    { name: 'requiredIn', type: 'json', label: label('Required before these states') },
    { name: 'showWhen', type: 'json', label: label('Shown only when') },
    { name: 'readPermission', type: 'text', label: label('Right to see it') },
    { name: 'writePermission', type: 'text', label: label('Right to change it') },
    { name: 'isInList', type: 'checkbox', label: label('In lists'), defaultValue: false },
    { name: 'position', type: 'number', label: label('Position'), required: true },
    { name: 'isRemoved', type: 'checkbox', label: label('Removed'), defaultValue: false },
  ],
}
