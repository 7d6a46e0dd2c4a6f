export { idOf } from '#plugins/crm/domain'
export { chosen, daySchema, reasonSchema } from './input-fields'
export { permanentFee } from './permanent-fee'
export {
  firstDayOf,
  isPermanent,
  lastDayOf,
  outcomeOfEnding,
  type PlacementDays,
} from './placement-days'
export {
  hasStarted,
  type PlacementState,
  placementWorkflow,
  releasedStates,
  startedStates,
  workingStates,
} from './placement-workflow'
export { openReadinessStates, type ReadinessState, readinessWorkflow } from './readiness-workflow'
export { ruleSetFor } from './rule-set-for'
export { termsInForce } from './terms-in-force'
