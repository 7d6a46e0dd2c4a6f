import type { SystemCheck } from '#plugins/kernel'
import type { MailOptions } from '../options'

/** Whether mails can leave the house at all. */
export const mailChecks = ({ smtpUrl }: MailOptions): readonly SystemCheck[] => [
  {
    key: 'mail-server',
    label: 'Mail server',
    read: async () =>
      await Promise.resolve(
        smtpUrl
          ? { tone: 'good', text: new URL(smtpUrl).host }
          : {
              tone: 'warn',
              text: 'None is set',
              hint: 'Mails are kept and can be read in the admin. Set SMTP_URL to have them sent.',
            },
      ),
  },
]
