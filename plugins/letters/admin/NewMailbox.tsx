'use client'

import { ActionBar, usePermissions } from '#plugins/kernel/admin'
import { mailboxFields } from './mailbox-fields'

/** Above the list of mailboxes. */
export const NewMailbox = () => {
  const may = usePermissions()
  if (!may('integrations.write')) return null
  return (
    <div className="pwa-label-bar">
      <ActionBar
        actions={[
          {
            command: 'add-mailbox',
            label: 'Add mailbox…',
            input: {},
            fields: mailboxFields({}),
            text: 'What arrives from now on is filed. Nothing in the mailbox itself is changed.',
            tone: 'primary',
            done: 'Set up. It is read within a minute.',
            opens: { collection: 'mailboxes', key: 'mailboxId' },
          },
        ]}
      />
    </div>
  )
}
