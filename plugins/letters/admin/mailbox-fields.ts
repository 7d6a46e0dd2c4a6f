import type { CommandField } from '#plugins/kernel/admin'
import { mailboxSecurities, securityLabels } from '../domain/mailbox-input'

type Known = {
  name?: string | null
  address?: string | null
  host?: string | null
  port?: number | null
  security?: string | null
  username?: string | null
  folder?: string | null
  takesAnswers?: boolean | null
  knowsPlus?: boolean | null
}

/** What is asked for to reach a mailbox; the password is never shown again. */
export const mailboxFields = ({ known = {} }: { known?: Known }): CommandField[] => [
  { name: 'name', label: 'Name', type: 'text', isRequired: true, value: known.name ?? '' },
  {
    name: 'address',
    label: 'Address',
    type: 'text',
    isRequired: true,
    value: known.address ?? '',
    placeholder: 'answers@agency.com',
  },
  {
    name: 'host',
    label: 'Server (IMAP)',
    type: 'text',
    isRequired: true,
    value: known.host ?? '',
    placeholder: 'imap.agency.com',
  },
  {
    name: 'port',
    label: 'Port',
    type: 'number',
    isRequired: true,
    value: known.port ?? 993,
    least: 1,
    most: 65_535,
  },
  {
    name: 'security',
    label: 'Connection',
    type: 'select',
    isRequired: true,
    value: known.security ?? 'tls',
    options: mailboxSecurities.map((value) => ({ value, label: securityLabels[value] })),
  },
  {
    name: 'username',
    label: 'User name',
    type: 'text',
    isRequired: true,
    value: known.username ?? '',
  },
  {
    name: 'password',
    label: 'Password',
    type: 'secret',
    isRequired: known.name === undefined,
    description: 'Kept encrypted. With Gmail or Microsoft: an app password.',
  },
  {
    name: 'folder',
    label: 'Folder',
    type: 'text',
    isRequired: true,
    value: known.folder ?? 'INBOX',
  },
  {
    name: 'takesAnswers',
    label: 'Answers to letters come here',
    type: 'checkbox',
    value: known.takesAnswers ?? true,
  },
  {
    name: 'knowsPlus',
    label: 'It takes mail to name+something',
    type: 'checkbox',
    value: known.knowsPlus ?? false,
    description: 'Gmail, Microsoft 365 and most others do. Answers are then never mistaken.',
  },
]
