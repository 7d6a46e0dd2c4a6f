import type { BeforeListTableServerProps } from 'payload'

import { ActionBar } from '#plugins/kernel/admin'
import { permissionsOf } from '#plugins/kernel'

/** The button above the list of colleagues. */
export const InviteColleague = async ({ payload, user }: BeforeListTableServerProps) => {
  if (!user || !permissionsOf(user).has('staff.write')) return null
  const common = { depth: 0, pagination: false, sort: 'name', user, overrideAccess: false } as const
  const [roles, offices] = await Promise.all([
    payload.find({ collection: 'roles', ...common, overrideAccess: false }),
    payload.find({ collection: 'offices', ...common, overrideAccess: false }),
  ])
  const usual = roles.docs.find(({ key }) => key === 'recruiter') ?? roles.docs[0]
  return (
    <div className="pwa-list-acts">
      <ActionBar
        actions={[
          {
            command: 'invite-colleague',
            label: 'Invite a colleague…',
            input: {},
            text: 'They get a mail with a link to choose their password. It works for seven days.',
            fields: [
              { name: 'name', label: 'Name', type: 'text', isRequired: true },
              { name: 'email', label: 'E-mail', type: 'text', isRequired: true },
              {
                name: 'roleId',
                label: 'Role',
                type: 'select',
                isRequired: true,
                description: 'Decides what they see and may do. More roles can be added later.',
                options: roles.docs.map(({ id, name }) => ({ value: id, label: name })),
                ...(usual ? { value: usual.id } : {}),
              },
              {
                name: 'officeId',
                label: 'Office',
                type: 'select',
                options: offices.docs.map(({ id, name }) => ({ value: id, label: name })),
                description: 'Gives them its time zone.',
              },
              { name: 'jobTitle', label: 'Job title', type: 'text' },
            ],
            tone: 'primary',
            done: 'Invited. The mail is on its way.',
          },
        ]}
      />
    </div>
  )
}
