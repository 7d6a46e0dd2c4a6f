import { describe, expect, it } from 'vitest'

import { permissionGroups } from './permission-groups'
import { allPermissions, permissions } from './permissions'

describe('permissions in groups', () => {
  it('are each shown once', () => {
    const shown = permissionGroups(permissions).flatMap((group) =>
      group.permissions.map(({ key }) => key),
    )
    expect([...shown].sort()).toEqual([...allPermissions].sort())
  })

  it('have a readable name also for a group that nobody named', () => {
    expect(permissionGroups({ 'api-keys.read': 'See keys' })).toEqual([
      { label: 'Api keys', permissions: [{ key: 'api-keys.read', text: 'See keys' }] },
    ])
  })
})
