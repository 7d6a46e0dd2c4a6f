'use client'

import { toast } from '@payloadcms/ui'
import { Fragment, useState } from 'react'

import { callCommand } from '#plugins/kernel/admin'
import type { PermissionGroup } from '../domain/permission-groups'

type ShownRole = { id: string; name: string; permissions: readonly string[] }

type Props = {
  groups: readonly PermissionGroup[]
  roles: readonly ShownRole[]
  mayChange: boolean
}

/** Permissions down, roles across. A tick is kept at once; one that is refused goes back and says why. */
export const RightsGrid = ({ groups, roles: given, mayChange }: Props) => {
  const [roles, setRoles] = useState(given)
  const put = ({ role, permission, isAllowed }: Tick) =>
    setRoles((before) =>
      before.map((one) =>
        one.id === role.id
          ? {
              ...one,
              permissions: isAllowed
                ? [...one.permissions, permission]
                : one.permissions.filter((other) => other !== permission),
            }
          : one,
      ),
    )
  const change = async (tick: Tick) => {
    put(tick)
    const answer = await callCommand({
      command: 'set-role-permission',
      input: {
        roleId: tick.role.id,
        permission: tick.permission,
        isAllowed: tick.isAllowed,
      },
      key: crypto.randomUUID(),
    })
    if (answer.ok) return
    put({ ...tick, isAllowed: !tick.isAllowed })
    toast.error(answer.message, { duration: 8_000 })
  }
  return (
    <div className="pwa-table-scroll" role="region" tabIndex={0} aria-label="Rights of roles">
      <table className="pwa-rights">
        <caption className="pwa-sr-only">Rights of roles</caption>
        <thead>
          <tr>
            <th scope="col">Right</th>
            {roles.map(({ id, name }) => (
              <th key={id} scope="col">
                <a href={`/admin/collections/roles/${id}`}>{name}</a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <Fragment key={group.label}>
              <tr className="pwa-rights__group">
                <th scope="colgroup" colSpan={roles.length + 1}>
                  {group.label}
                </th>
              </tr>
              {group.permissions.map(({ key, text }) => (
                <tr key={key}>
                  <th scope="row">{text}</th>
                  {roles.map((role) => {
                    const isAllowed = role.permissions.includes(key)
                    return (
                      <td key={role.id}>
                        {mayChange ? (
                          <input
                            type="checkbox"
                            checked={isAllowed}
                            aria-label={`${role.name}: ${text}`}
                            onChange={() =>
                              void change({ role, permission: key, isAllowed: !isAllowed })
                            }
                          />
                        ) : (
                          <span aria-label={isAllowed ? 'yes' : 'no'} role="img">
                            {isAllowed ? '✓' : '–'}
                          </span>
                        )}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type Tick = { role: ShownRole; permission: string; isAllowed: boolean }
