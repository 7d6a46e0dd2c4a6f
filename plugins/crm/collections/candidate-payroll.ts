import type { CollectionConfig } from 'payload'

import { staffAccess } from '#plugins/agency'
import { judgeAccount, judgeBankCode } from '#plugins/agency/domain'
import { label } from '#plugins/kernel/domain'
import { candidateField } from './confidential-fields'

/** Where a person's pay goes and by which number the tax office knows them. */
export const CandidatePayroll: CollectionConfig = {
  slug: 'candidate-payroll',
  labels: { singular: label('Payroll data'), plural: label('Payroll data') },
  versions: false,
  access: staffAccess({
    read: 'payroll-data.manage',
    write: 'payroll-data.manage',
    remove: 'payroll-data.manage',
  }),
  custom: {
    announce: {
      subject: 'payroll-data',
      candidate: 'candidate',
      personal: ['payrollNumber', 'taxNumber', 'country', 'accountHolder', 'bankName'],
    },
  },
  admin: {
    group: 'Candidates',
    useAsTitle: 'payrollNumber',
    defaultColumns: ['candidate', 'payrollNumber', 'country'],
    listSearchableFields: ['payrollNumber'],
    description:
      'Seen by those only whose role has “See and change payroll data”. Never part of a search, an export or a profile for a client.',
  },
  fields: [
    candidateField({ isUnique: true }),
    {
      name: 'payrollNumber',
      type: 'text',
      label: label('Payroll number'),
      maxLength: 40,
    },
    {
      name: 'taxNumber',
      type: 'text',
      label: label('Tax number'),
      maxLength: 40,
      admin: { placeholder: 'SSN, NI number, tax id' },
    },
    {
      name: 'country',
      type: 'text',
      label: label('Country of the bank'),
      required: true,
      defaultValue: 'US',
      validate: (value: unknown) =>
        (typeof value === 'string' && /^[A-Z]{2}$/.test(value)) || 'Two letters: GB, US.',
    },
    { name: 'accountHolder', type: 'text', label: label('Account holder'), maxLength: 120 },
    { name: 'bankName', type: 'text', label: label('Bank'), maxLength: 120 },
    {
      name: 'bankCode',
      type: 'text',
      label: label('Routing number or BIC'),
      maxLength: 20,
      validate: (value: unknown, { siblingData }: { siblingData: object }) =>
        judgeBankCode({ country: countryIn(siblingData), code: textIn(value) }) ?? true,
    },
    {
      name: 'account',
      type: 'text',
      label: label('Account number or IBAN'),
      maxLength: 60,
      validate: (value: unknown, { siblingData }: { siblingData: object }) =>
        judgeAccount({ country: countryIn(siblingData), account: textIn(value) }) ?? true,
    },
  ],
}

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '')

const countryIn = (data: object): string => textIn(Reflect.get(data, 'country'))
