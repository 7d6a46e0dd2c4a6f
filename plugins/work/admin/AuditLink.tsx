import { auditPermission, permissionsOf } from '#plugins/kernel'
import { AuditNavLink } from './AuditNavLink'

/** The way to the audit below the lists, for those who may see it. */
export const AuditLink = ({ user }: { user?: object | null }) =>
  user && permissionsOf(user).has(auditPermission) ? <AuditNavLink /> : null
