export {
  callerOf,
  can,
  holdsLink,
  installation,
  type Actor,
  type Beside,
  type PersonRef,
  type SubjectRef,
} from './actor'
export { townLine } from './address'
export { csvOf } from './csv'
export { normaliseEmail, normalisePhone } from './contact-data'
export { sentenceOf, type ToldEvent } from './event-sentence'
export {
  formatBasisPoints,
  formatDay,
  formatInstant,
  formatMinutes,
  formatMoney,
  formatMonth,
  formatMonthAndYear,
  formatRate,
  formatRatio,
  formatClock,
  formatShortDay,
  formatSpan,
  formatWeekday,
} from './format'
export { formatAge } from './format-age'
export { label, optionsOf, type Label } from './label'
export { unclassified, type PersonalTable, type WordyColumn } from './personal-data'
export * from './money'
export {
  ok,
  refuse,
  refuseInput,
  refuseMissing,
  refuseRight,
  refuseState,
  type Failure,
  type Result,
} from './result'
export { calendarDay, currencyCode } from './schemas'
export * from './time'
export { relatedTo, type Related } from './related'
export { isUuid } from './uuid'
export {
  customFieldTypeNames,
  customFieldTypes,
  customMoney,
  customPerson,
  customValuesOf,
  isFilled,
  isShown,
  keyFor,
  personKinds,
  valueAt,
  type CustomField,
  type CustomFieldType,
  type CustomValues,
  type PersonKind,
  type ShowWhen,
} from './custom-field'
export { customText } from './custom-text'
export { judgeValues, missingValues } from './custom-values'
export { type OwnCondition } from './own-filter'
export { operatorsFor, type CustomOperator } from './custom-filter'
export {
  defineWorkflow,
  eventsOf,
  judgeMove,
  nextStatesOf,
  stateFrom,
  stateOptions,
  statesOf,
  unreachableStates,
  type Move,
  type StateOption,
  type StateTone,
  type Workflow,
} from './workflow'
export type { ClockKind } from './clock-kind'
export type { MergeFields, MessageKind, MessageTemplate } from './message-kind'
export { isStorable, unstorableFields } from './storable'
export { formatScaled, parseScaled, scaleOf } from './scaled'
export { settingsAreas, type SettingsArea, type SettingsEntry } from './settings'
export type {
  ImportDraft,
  ImportField,
  ImportFieldType,
  ImportKind,
  ImportValue,
} from './import-kind'
