import { createLocalReq } from 'payload'

import type { CommandField } from '#plugins/kernel/admin'
import { recordActions } from '#plugins/kernel/admin/server'
import { standingOf } from '../domain/standing'
import { ownedRecords } from '../queries/owned-records'

export const ColleagueActions = recordActions({
  collection: 'users',
  actionsFor: async ({ record, id, payload, user, may }) => {
    const input = { userId: id }
    const standing = standingOf(record)
    const isExpected = standing === 'invited' || standing === 'withdrawn'
    const owned = may('staff.write')
      ? await ownedRecords({
          req: await createLocalReq(user ? { user } : {}, payload),
          userId: id,
        })
      : []
    const successors = owned.length > 0 ? await successorsOf({ payload, user, id }) : []
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
      owned.length > 0 && {
        command: 'hand-over-records',
        label: 'Hand over records…',
        input,
        text: `What ${record.name} is responsible for now goes to a successor. What is closed stays in their name.`,
        fields: [
          {
            name: 'toUserId',
            label: 'Successor',
            type: 'select',
            isRequired: true,
            options: successors,
          },
          ...owned.map(
            ({ key, label, count }): CommandField => ({
              name: `kinds.${key}`,
              label: `${label} (${count})`,
              type: 'checkbox',
              value: true,
            }),
          ),
        ],
        done: 'Handed over.',
      },
      Boolean(record.secondFactorAt) &&
        id !== user?.id && {
          command: 'reset-second-factor',
          label: 'Reset second factor…',
          input,
          text: 'For a lost phone. Make sure that it is them, not somebody who calls in their name. All their sessions end and they are told by mail; the reason stays with the record.',
          fields: [
            {
              name: 'reason',
              label: 'How you made sure',
              type: 'text',
              isRequired: true,
              placeholder: 'Video call, ID card shown',
            },
          ],
          tone: 'danger',
          done: 'The second factor is off.',
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

/** Colleagues who can take records over. */
const successorsOf = async ({
  payload,
  user,
  id,
}: Pick<Parameters<Parameters<typeof recordActions>[0]['actionsFor']>[0], 'payload' | 'user'> & {
  id: string
}) => {
  const { docs } = await payload.find({
    collection: 'users',
    where: { id: { not_equals: id }, isDisabled: { not_equals: true } },
    sort: 'name',
    pagination: false,
    depth: 0,
    user,
    overrideAccess: false,
  })
  return docs
    .filter((colleague) => standingOf(colleague) === 'active')
    .map((colleague) => ({ value: colleague.id, label: colleague.name }))
}
