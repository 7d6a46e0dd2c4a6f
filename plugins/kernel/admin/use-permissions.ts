'use client'

import { useAuth } from '@payloadcms/ui'

/**
 * What the roles of whoever is signed in allow, to leave out what they could not do. The server judges
 * again; while the roles are not known, nothing is left out.
 */
export const usePermissions = (): ((permission: string) => boolean) => {
  const { user } = useAuth<{ roles?: unknown }>()
  const roles: unknown = user?.roles
  if (!Array.isArray(roles)) return () => true
  const known: unknown[] = roles
  if (known.some((role) => typeof role !== 'object' || role === null)) return () => true
  return (permission) =>
    known.some((role) => {
      const permissions: unknown =
        typeof role === 'object' && role !== null ? Reflect.get(role, 'permissions') : null
      return Array.isArray(permissions) && permissions.includes(permission)
    })
}
