export {
  allPermissions,
  defaultRoles,
  isPermission,
  permissions,
  type Permission,
} from './permissions'
export { standingOf, standingWords, type Standing } from './standing'
export { usualRuleSets } from './rule-sets'
export {
  portalAccountKind,
  portalLoginPurpose,
  type PortalSession,
} from './portal-session'
