export {
  allPermissions,
  defaultRoles,
  isPermission,
  permissions,
  type Permission,
} from './permissions'
export {
  portalAccountKind,
  portalLoginPurpose,
  type PortalSession,
} from './portal-session'
