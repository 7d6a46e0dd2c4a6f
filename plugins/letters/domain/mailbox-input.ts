import { z } from 'zod'

import { normaliseEmail } from '#plugins/kernel/domain'

export const mailboxSecurities = ['tls', 'starttls', 'none'] as const

export type MailboxSecurity = (typeof mailboxSecurities)[number]

export const securityLabels: Readonly<Record<MailboxSecurity, string>> = {
  tls: 'Encrypted (TLS, port 993)',
  starttls: 'Encrypted after the greeting (STARTTLS, port 143)',
  none: 'Not encrypted: only within your own network',
}

/** What is set up of a mailbox; the password only when it is new. */
export const mailboxInput = {
  name: z.string().trim().min(1, 'Give the mailbox a name.').max(80, 'At most 80 letters.'),
  address: z
    .string()
    .transform((text) => normaliseEmail(text))
    .pipe(z.string('Write the address of the mailbox: answers@agency.com.')),
  host: z
    .string()
    .trim()
    .toLowerCase()
    .regex(
      /^(?=.{1,253}$)[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/,
      'Write the name of the server alone: imap.agency.com.',
    ),
  port: z
    .number('Write the port: 993.')
    .int('Write the port: 993.')
    .min(1, 'A port is between 1 and 65535.')
    .max(65_535, 'A port is between 1 and 65535.'),
  security: z.enum(mailboxSecurities, 'Choose how the connection is protected.'),
  username: z.string().trim().min(1, 'Write the user name.').max(200, 'At most 200 letters.'),
  folder: z.string().trim().min(1, 'Write the folder: INBOX.').max(200).default('INBOX'),
  takesAnswers: z.boolean().default(true),
  knowsPlus: z.boolean().default(false),
}

export const mailboxPassword = z
  .string()
  .min(1, 'Write the password of the mailbox.')
  .max(500, 'At most 500 letters.')
