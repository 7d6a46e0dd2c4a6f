import { permissionsOf, systemPermission } from '#plugins/kernel'
import { SystemNavLink } from './SystemNavLink'

/** The way to the machine room below the lists, for those who may enter it. */
export const SystemLink = ({ user }: { user?: object | null }) =>
  user && permissionsOf(user).has(systemPermission) ? <SystemNavLink /> : null
