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
export { documentNumber, type NumberSeries } from './document-number'
export { judgeAccount, judgeBankCode } from './bank'
export { holidaySets, holidaysOf, type HolidayDay } from './holiday-rules'
export { openSpansOf, usualHours, weekdayNames, type OpenSpan } from './opening-hours'
export { isLabelledKind, labelledKinds, type LabelledKind } from './labelled'
export { addressIn, maySendAs } from './sender'
export { judgeTaxIdAt } from './tax-id'
export { addMonths, monthGrid } from './month-grid'
