import type { CollectionConfig } from 'payload'

import { label } from '#plugins/kernel/domain'
import { fieldBySystemOnly, staffAccess } from '../access/predicates'
import { judgeReplyTo, judgeSender, judgeSenderName } from '../domain/sender'
import { deriveDefaultBrand } from '../hooks/derive-default-brand'
import { guardDefaultBrand } from '../hooks/guard-default-brand'

/** A name under which the agency appears: on mails, orders and websites. */
export const brands = ({
  senderDomains,
}: {
  senderDomains: readonly string[]
}): CollectionConfig => ({
  slug: 'brands',
  labels: { singular: label('Brand'), plural: label('Brands') },
  versions: false,
  access: staffAccess({ read: 'staff.read', write: 'settings.write', remove: 'settings.write' }),
  hooks: { beforeChange: [deriveDefaultBrand], beforeDelete: [guardDefaultBrand] },
  custom: { announce: { subject: 'brand', silent: ['isDefault'] } },
  admin: {
    group: 'Agency',
    useAsTitle: 'name',
    defaultColumns: ['name', 'senderAddress', 'legalEntity', 'isDefault'],
    listSearchableFields: ['name', 'senderAddress'],
    description:
      'Who candidates and clients read the mail of. An order or a website picks its brand; the others take the default.',
    components: {
      edit: { beforeDocumentControls: ['/plugins/agency/admin/BrandActions#BrandActions'] },
    },
  },
  defaultPopulate: { name: true },
  fields: [
    {
      name: 'name',
      type: 'text',
      label: label('Name'),
      required: true,
      unique: true,
      maxLength: 80,
      admin: { description: 'Stands at the head of mails and below them.' },
    },
    {
      name: 'legalEntity',
      type: 'relationship',
      relationTo: 'legal-entities',
      label: label('Legal entity'),
      admin: { description: 'The company behind the brand.' },
    },
    {
      name: 'isDefault',
      type: 'checkbox',
      label: label('Default brand'),
      defaultValue: false,
      access: { create: fieldBySystemOnly, update: fieldBySystemOnly },
      admin: {
        readOnly: true,
        position: 'sidebar',
        description: 'The first one, until another is chosen by “Make it the default”.',
      },
    },
    {
      name: 'senderName',
      type: 'text',
      label: label('Sender name'),
      required: true,
      validate: (value: unknown) => judgeSenderName(textOf(value)) ?? true,
    },
    {
      name: 'senderAddress',
      type: 'text',
      label: label('Sender address'),
      required: true,
      validate: (value: unknown) =>
        judgeSender({ address: textOf(value), domains: senderDomains }) ?? true,
      admin: { description: `On ${senderDomains.join(' or ')}, which the mail server sends for.` },
    },
    {
      name: 'replyTo',
      type: 'text',
      label: label('Answers go to'),
      validate: (value: unknown) => !value || (judgeReplyTo(textOf(value)) ?? true),
      admin: { description: 'Empty: to the sender address.' },
    },
    {
      name: 'footer',
      type: 'textarea',
      label: label('Footer of mails'),
      maxLength: 1_000,
      admin: { description: 'Company, register, address: what the law asks of letters.' },
    },
    {
      name: 'accentColour',
      type: 'text',
      label: label('Accent colour'),
      required: true,
      defaultValue: '#14524d',
      validate: (value: unknown) => /^#[0-9a-f]{6}$/i.test(textOf(value)) || 'Write it as #1f6feb.',
      admin: {
        description: 'Of the name and the buttons in mails.',
        components: {
          Cell: '/plugins/kernel/admin/ColourCell#ColourCell',
          Field: '/plugins/kernel/admin/ColourField#ColourField',
        },
      },
    },
    { name: 'logo', type: 'upload', relationTo: 'media', label: label('Logo') },
  ],
})

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
