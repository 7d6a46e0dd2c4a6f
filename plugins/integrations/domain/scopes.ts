import { allPermissions, permissions, type Permission } from '#plugins/agency/domain'

/** What would let a program widen its own rights stays with people. */
const forPeopleOnly: readonly Permission[] = ['staff.write', 'settings.write', 'integrations.write']

/** What a key or a webhook may be allowed: the named permissions of roles, but those over rights. */
export const grantableScopes: readonly Permission[] = allPermissions.filter(
  (permission) => !forPeopleOnly.includes(permission),
)

export const isScope = (value: unknown): value is Permission =>
  grantableScopes.some((scope) => scope === value)

/** The scopes with their meaning, of which somebody has these permissions. */
export const scopeChoices = (
  has: (permission: string) => boolean,
): { value: Permission; label: string; description: string }[] =>
  grantableScopes
    .filter(has)
    .map((scope) => ({ value: scope, label: permissions[scope], description: scope }))
