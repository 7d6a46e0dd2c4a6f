import type { Plugin } from 'payload'

import { contribute } from '#plugins/kernel'
import { LegalEntities } from './collections/legal-entities'
import { media } from './collections/media'
import { Offices } from './collections/offices'
import { PortalAccounts } from './collections/portal-accounts'
import { Roles } from './collections/roles'
import { Users } from './collections/users'
import { ensureDefaultRoles } from './commands/ensure-default-roles'

export {
  bySystemOnly,
  fieldBySystemOnly,
  fieldForStaffWith,
  noRows,
  staffAccess,
  staffCan,
  staffMay,
} from './access/predicates'
export { ensureDefaultRoles } from './commands/ensure-default-roles'

/** Who the agency is and who works in it. */
export const agencyPlugin =
  ({ dataDir }: { dataDir: string }): Plugin =>
  (config) =>
    contribute({
      config: {
        ...config,
        collections: [
          ...(config.collections ?? []),
          Users,
          Roles,
          PortalAccounts,
          LegalEntities,
          Offices,
          media({ dataDir }),
        ],
      },
      contribution: {
        plugin: 'agency',
        commands: [ensureDefaultRoles],
        subjects: {
          user: { collection: 'users', label: 'Colleague' },
          'legal-entity': { collection: 'legal-entities', label: 'Legal entity' },
        },
      },
    })
