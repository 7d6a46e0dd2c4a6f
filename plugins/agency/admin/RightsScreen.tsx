import { SetStepNav } from '@payloadcms/ui'

import { withStaff } from '#plugins/kernel/admin/server'
import { permissionGroups } from '../domain/permission-groups'
import { isPermission, permissions } from '../domain/permissions'
import { PageHeader, Screen } from './brand'
import { RightsGrid } from './RightsGrid'

/** Which role may do what, in one table; a tick holds at once. */
export const RightsScreen = withStaff({
  permission: 'staff.read',
  frame: 'page',
  view: async ({ initPageResult: { req }, actor }) => {
    const { docs } = await req.payload.find({
      collection: 'roles',
      sort: 'createdAt',
      pagination: false,
      depth: 0,
      req,
      user: req.user,
      overrideAccess: false,
    })
    const mayChange = actor.permissions.has('staff.write')
    return (
      <Screen>
        <SetStepNav nav={[{ label: 'Settings', url: '/admin/settings' }, { label: 'Rights' }]} />
        <PageHeader
          title="Rights"
          lead={
            mayChange
              ? 'What each role may see and do. A tick holds from the next click of everybody who has the role.'
              : 'What each role may see and do.'
          }
          actions={
            <a className="pwa-btn" href="/admin/collections/roles">
              Roles
            </a>
          }
        />
        <RightsGrid
          groups={permissionGroups(permissions)}
          mayChange={mayChange}
          roles={docs.map(({ id, name, permissions: held }) => ({
            id,
            name,
            permissions: Array.isArray(held) ? held.filter(isPermission) : [],
          }))}
        />
      </Screen>
    )
  },
})
