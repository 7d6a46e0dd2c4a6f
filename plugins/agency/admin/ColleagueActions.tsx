import { recordActions } from '#plugins/kernel/admin/server'
import { standingOf } from '../domain/standing'

export const ColleagueActions = recordActions({
  collection: 'users',
  actionsFor: ({ record, id, user }) => {
    const input = { userId: id }
    const standing = standingOf(record)
    const isExpected = standing === 'invited' || standing === 'withdrawn'
    return [
      isExpected && {
        command: 'resend-invitation',
        label: standing === 'invited' ? 'Send invitation again…' : 'Invite again…',
        input,
        text: 'The link of the mail before no longer works. The new one works for seven days.',
        tone: 'primary',
        done: 'The invitation is on its way.',
      },
      standing === 'invited' && {
        command: 'withdraw-invitation',
        label: 'Withdraw invitation…',
        input,
        text: 'The link in the mail no longer works. You can invite them again at any time.',
        tone: 'danger',
        done: 'The invitation is withdrawn.',
      },
      standing === 'disabled' && {
        command: 'enable-colleague',
        label: 'Enable…',
        input,
        text: 'They can sign in again with their password and have the rights of their roles.',
        tone: 'primary',
        done: 'Enabled.',
      },
      standing === 'active' &&
        id !== user?.id && {
          command: 'disable-colleague',
          label: 'Disable…',
          input,
          text: 'They are signed out everywhere at once and cannot sign in any more. Their records stay as they are; hand them over before or after.',
          fields: [{ name: 'reason', label: 'Reason', type: 'text' }],
          tone: 'danger',
          done: 'Disabled and signed out everywhere.',
        },
    ]
  },
})
