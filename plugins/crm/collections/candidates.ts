import type { CollectionConfig } from 'payload'

import {
  fieldBySystemOnly,
  fieldForStaffWith,
  labelBar,
  labelsField,
  staffAccess,
} from '#plugins/agency'
import {
  currencyField,
  dayField,
  deriveReference,
  guardWorkflow,
  minorField,
  rateField,
  referenceField,
  stateField,
  zoneField,
} from '#plugins/kernel'
import { label } from '#plugins/kernel/domain'
import { candidateWorkflow } from '../domain/candidate-workflow'
import { normaliseProfileUrl } from '../domain/profile-url'
import { searchCandidatesEndpoint } from '../endpoints/search-candidates'
import { announceCandidateSearch } from '../hooks/announce-reading'
import { deriveContactKeys } from '../hooks/derive-contact-keys'
import { derivePortalAccess } from '../hooks/derive-portal-access'
import { deriveSkillWords } from '../hooks/derive-skill-words'
import { guardKnownCandidate } from '../hooks/guard-known-person'
import { guardUnusableCandidates } from '../hooks/guard-unusable-candidates'
import { guardMergedCandidate } from '../hooks/guard-merged-candidate'
import { keepingFields } from './keeping-fields'
import {
  availabilityField,
  availabilityMonth,
  educationField,
  expertiseField,
  languagesField,
  lastContactField,
  placeFields,
  wishFields,
  workHistoryField,
} from './profile-fields'

/** A person who looks for work, once, however often they apply. */
export const Candidates: CollectionConfig = {
  slug: 'candidates',
  labels: { singular: label('Candidate'), plural: label('Candidates') },
  versions: false,
  trash: true,
  access: staffAccess({
    read: 'candidates.read',
    write: 'candidates.write',
    remove: 'candidates.write',
  }),
  endpoints: [searchCandidatesEndpoint],
  hooks: {
    beforeOperation: [guardUnusableCandidates],
    beforeChange: [
      guardMergedCandidate,
      deriveReference('CA'),
      deriveContactKeys,
      deriveSkillWords,
      guardKnownCandidate,
      guardWorkflow(candidateWorkflow),
      derivePortalAccess('candidate'),
    ],
    afterOperation: [announceCandidateSearch],
  },
  custom: {
    customFields: { stateField: 'state' },
    announce: {
      subject: 'candidate',
      candidate: 'id',
      personal: [
        'name',
        'firstName',
        'lastName',
        'email',
        'phone',
        'city',
        'headline',
        'skills',
        'languages',
        'expertise',
        'workHistory',
        'education',
        'availability',
        'employmentTypes',
      ],
      silent: [
        'emailNormalised',
        'phoneE164',
        'profileUrlNormalised',
        'latitude',
        'longitude',
        'lastContactAt',
        'keepAskedAt',
        'keepRefusedAt',
      ],
    },
  },
  admin: {
    group: 'Candidates',
    // Whoever was merged is reached by the record that was kept.
    baseFilter: () => ({ mergedInto: { exists: false } }),
    components: {
      beforeListTable: [
        '/plugins/crm/admin/CvsBar#CvsBar',
        labelBar('candidates'),
        '/plugins/crm/admin/PoolSelected#PoolSelected',
      ],
      edit: { beforeDocumentControls: ['/plugins/crm/admin/CandidateActions#CandidateActions'] },
      views: {
        edit: {
          duplicates: {
            Component: '/plugins/crm/admin/DuplicatesTab#DuplicatesTab',
            path: '/duplicates',
            tab: { label: 'Duplicates', href: '/duplicates', order: 170 },
          },
          confidential: {
            Component: '/plugins/crm/admin/ConfidentialTab#ConfidentialTab',
            path: '/references',
            tab: { label: 'References and rights', href: '/references', order: 180 },
          },
          privacy: {
            Component: '/plugins/crm/admin/PrivacyTabs#CandidatePrivacy',
            path: '/privacy',
            tab: { label: 'Privacy', href: '/privacy', order: 190 },
          },
        },
      },
    },
    useAsTitle: 'name',
    defaultColumns: ['name', 'headline', 'city', 'skills', 'state', 'availableOn', 'labels'],
    listSearchableFields: ['name', 'email', 'phone', 'ref', 'headline', 'city'],
  },
  defaultPopulate: { name: true, firstName: true, lastName: true, ref: true },
  fields: [
    referenceField(),
    stateField({ workflow: candidateWorkflow }),
    {
      name: 'name',
      type: 'text',
      label: label('Name'),
      index: true,
      access: { create: fieldBySystemOnly, update: fieldBySystemOnly },
      admin: { condition: () => false },
    },
    {
      type: 'tabs',
      tabs: [
        {
          label: label('Person'),
          fields: [
            { name: 'firstName', type: 'text', label: label('First name'), required: true },
            {
              name: 'lastName',
              type: 'text',
              label: label('Last name'),
              required: true,
              index: true,
            },
            { name: 'email', type: 'email', label: label('E-mail') },
            { name: 'phone', type: 'text', label: label('Phone') },
            {
              name: 'profileUrl',
              type: 'text',
              label: label('Profile page'),
              maxLength: 2_000,
              validate: judgeProfileUrl,
              admin: { description: 'Their page on LinkedIn, XING or elsewhere.' },
            },
            { name: 'city', type: 'text', label: label('Town'), index: true },
            ...placeFields(),
            { name: 'region', type: 'text', label: label('State or region') },
            {
              name: 'country',
              type: 'text',
              label: label('Country'),
              defaultValue: 'US',
              validate: (value: unknown) =>
                !value ||
                (typeof value === 'string' && /^[A-Z]{2}$/.test(value)) ||
                'Two letters: GB, US.',
            },
            languagesField(),
          ],
        },
        {
          label: label('Work'),
          fields: [
            { name: 'headline', type: 'text', label: label('In one line') },
            { name: 'skills', type: 'text', hasMany: true, label: label('Skills') },
            expertiseField(),
            {
              ...rateField({ name: 'desiredPayRateE4', text: 'Desired hourly pay' }),
              access: { read: fieldForStaffWith('pay.read') },
            },
            {
              ...minorField({ name: 'desiredSalaryMinor', text: 'Desired yearly salary' }),
              min: 0,
              access: { read: fieldForStaffWith('pay.read') },
            },
            currencyField(),
            ...wishFields(),
          ],
        },
        { label: label('Experience'), fields: [workHistoryField(), educationField()] },
        {
          label: label('Availability'),
          fields: [
            dayField({ name: 'availableOn', text: 'Available from' }),
            availabilityField(),
            availabilityMonth,
          ],
        },
        {
          label: label('Contact'),
          fields: [
            zoneField(),
            {
              name: 'locale',
              type: 'text',
              label: label('Locale'),
              required: true,
              defaultValue: 'en-US',
            },
            {
              name: 'source',
              type: 'text',
              label: label('How we met'),
              index: true,
            },
          ],
        },
      ],
    },
    {
      name: 'doNotContact',
      type: 'checkbox',
      label: label('Do not contact'),
      defaultValue: false,
      admin: { position: 'sidebar' },
    },
    {
      name: 'owner',
      type: 'relationship',
      relationTo: 'users',
      label: label('Owner'),
      admin: { position: 'sidebar' },
    },
    lastContactField(),
    ...keepingFields(),
    {
      name: 'mergedInto',
      type: 'relationship',
      relationTo: 'candidates',
      label: label('Merged into'),
      access: { create: fieldBySystemOnly, update: fieldBySystemOnly },
      admin: {
        position: 'sidebar',
        readOnly: true,
        disableBulkEdit: true,
        condition: ({ mergedInto }) => Boolean(mergedInto),
      },
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
      access: { create: fieldBySystemOnly, update: fieldBySystemOnly },
      admin: { hidden: true },
    },
    {
      name: 'phoneE164',
      type: 'text',
      label: label('Recognised by phone'),
      access: { create: fieldBySystemOnly, update: fieldBySystemOnly },
      admin: { hidden: true },
    },
    {
      name: 'profileUrlNormalised',
      type: 'text',
      label: label('Recognised by profile page'),
      access: { create: fieldBySystemOnly, update: fieldBySystemOnly },
      admin: { hidden: true },
    },
    labelsField('candidates'),
  ],
}

function judgeProfileUrl(value: unknown): true | string {
  return (
    !value ||
    (typeof value === 'string' && normaliseProfileUrl(value) !== null) ||
    'Write the whole address of their page: https://www.linkedin.com/in/jane-doe'
  )
}
