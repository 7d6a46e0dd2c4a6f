import type { CollectionConfig } from 'payload'

import { fieldBySystemOnly, labelBar, labelsField, staffAccess } from '#plugins/agency'
import { label } from '#plugins/kernel/domain'
import { deriveContactKeys } from '../hooks/derive-contact-keys'
import { derivePortalAccess } from '../hooks/derive-portal-access'
import { guardKnownContact } from '../hooks/guard-known-person'

/** A person at a client. Who changes companies becomes another contact there. */
export const ClientContacts: CollectionConfig = {
  slug: 'client-contacts',
  labels: { singular: label('Client contact'), plural: label('Client contacts') },
  versions: false,
  trash: true,
  access: staffAccess({ read: 'clients.read', write: 'clients.write', remove: 'clients.write' }),
  hooks: {
    beforeChange: [deriveContactKeys, guardKnownContact, derivePortalAccess('client-contact')],
  },
  custom: {
    customFields: { stateField: null },
    announce: {
      subject: 'client-contact',
      contact: 'id',
      client: 'client',
      personal: ['name', 'firstName', 'lastName', 'email', 'phone'],
      silent: ['emailNormalised', 'phoneE164'],
    },
  },
  admin: {
    group: 'Clients',
    components: {
      beforeListTable: [labelBar('client-contacts')],
      edit: { beforeDocumentControls: ['/plugins/crm/admin/ContactActions#ContactActions'] },
      views: {
        edit: {
          privacy: {
            Component: '/plugins/crm/admin/PrivacyTabs#ContactPrivacy',
            path: '/privacy',
            tab: { label: 'Privacy', href: '/privacy', order: 190 },
          },
        },
      },
    },
    useAsTitle: 'name',
    defaultColumns: ['name', 'client', 'jobTitle', 'email', 'phone', 'isApprover', 'labels'],
    listSearchableFields: ['name', 'email'],
  },
  defaultPopulate: { name: true, firstName: true, lastName: true, email: true, client: true },
  fields: [
    {
      name: 'name',
      type: 'text',
      label: label('Name'),
      index: true,
      access: { create: fieldBySystemOnly, update: fieldBySystemOnly },
      admin: { condition: () => false },
    },
    {
      name: 'client',
      type: 'relationship',
      relationTo: 'client-corporations',
      label: label('Client'),
      required: true,
      index: true,
      access: { update: fieldBySystemOnly },
    },
    { name: 'firstName', type: 'text', label: label('First name'), required: true },
    { name: 'lastName', type: 'text', label: label('Last name'), required: true, index: true },
    { name: 'email', type: 'email', label: label('E-mail') },
    { name: 'phone', type: 'text', label: label('Phone') },
    { name: 'jobTitle', type: 'text', label: label('Job title') },
    {
      name: 'isApprover',
      type: 'checkbox',
      label: label('Approves hours'),
      defaultValue: false,
      admin: { position: 'sidebar' },
    },
    {
      name: 'isBillingContact',
      type: 'checkbox',
      label: label('Receives invoices'),
      defaultValue: false,
      admin: { position: 'sidebar' },
    },
    {
      name: 'portalAccount',
      type: 'relationship',
      relationTo: 'portal-accounts',
      label: label('Portal account'),
      index: true,
      access: { create: fieldBySystemOnly, update: fieldBySystemOnly },
      admin: { position: 'sidebar', readOnly: true },
    },
    {
      name: 'emailNormalised',
      type: 'text',
      label: label('Recognised by e-mail'),
      index: true,
      access: { create: fieldBySystemOnly, update: fieldBySystemOnly },
      admin: { hidden: true },
    },
    {
      name: 'phoneE164',
      type: 'text',
      label: label('Recognised by phone'),
      index: true,
      access: { create: fieldBySystemOnly, update: fieldBySystemOnly },
      admin: { hidden: true },
    },
    labelsField('client-contacts'),
  ],
}
