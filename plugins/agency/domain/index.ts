export {
  allPermissions,
  defaultRoles,
  isPermission,
  permissions,
  type Permission,
} from './permissions'
