import type { CollectionConfig } from 'payload'

import { staffAccess } from '#plugins/agency'
import { addressFields, currencyField, zoneField } from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { hostnameFrom } from '../domain/hostname'

/** A website of the agency, known by its hostname. */
export const Sites: CollectionConfig = {
  slug: 'sites',
  labels: { singular: label('Website'), plural: label('Websites') },
  versions: false,
  access: staffAccess({ read: 'site.read', write: 'site.write' }),
  custom: { announce: { subject: 'site' } },
  admin: {
    group: 'Site',
    useAsTitle: 'name',
    defaultColumns: ['name', 'hostname', 'theme', 'isPrimary'],
    listSearchableFields: ['name', 'hostname'],
  },
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: label('Address'),
          fields: [
            { name: 'name', type: 'text', label: label('Name'), required: true },
            {
              name: 'hostname',
              type: 'text',
              label: label('Hostname'),
              required: true,
              unique: true,
              validate: (value: unknown) =>
                (typeof value === 'string' && hostnameFrom(value) === value) ||
                'A hostname in lower case without port or path: jobs.example.com.',
            },
            {
              name: 'aliases',
              type: 'text',
              hasMany: true,
              label: label('Further hostnames'),
              admin: { description: 'They lead to the same website.' },
            },
            {
              name: 'isPrimary',
              type: 'checkbox',
              label: label('Shown where no other website fits'),
              defaultValue: false,
            },
            {
              name: 'legalEntity',
              type: 'relationship',
              relationTo: 'legal-entities',
              label: label('Legal entity'),
            },
            {
              name: 'brand',
              type: 'relationship',
              relationTo: 'brands',
              label: label('Brand'),
              index: true,
              admin: {
                description:
                  'Under which people who come by this website are written to. Empty: the default.',
              },
            },
          ],
        },
        {
          label: label('Look and words'),
          fields: [
            {
              name: 'theme',
              type: 'text',
              label: label('Theme'),
              required: true,
              defaultValue: 'harbour',
            },
            { name: 'logo', type: 'upload', relationTo: 'media', label: label('Logo') },
            { name: 'tagline', type: 'text', label: label('Tagline') },
            { name: 'lead', type: 'textarea', label: label('First words on the home page') },
            { name: 'about', type: 'textarea', label: label('About the agency') },
            {
              name: 'replyPromise',
              type: 'text',
              label: label('Reply promise'),
              admin: { description: 'Shown beside the application: "We answer within two days".' },
            },
            {
              name: 'locale',
              type: 'text',
              label: label('Locale'),
              required: true,
              defaultValue: 'en-US',
            },
            currencyField(),
            zoneField(),
          ],
        },
        {
          label: label('Contact'),
          fields: [
            { name: 'email', type: 'email', label: label('E-mail') },
            { name: 'phone', type: 'text', label: label('Phone') },
            { name: 'address', type: 'group', label: label('Address'), fields: addressFields() },
            { name: 'legalNote', type: 'text', label: label('Legal line in the footer') },
          ],
        },
      ],
    },
  ],
}
