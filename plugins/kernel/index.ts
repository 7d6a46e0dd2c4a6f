export { actorOf, permissionsOf, secondFactorDemandOf, staffActorOf } from './commands/actor-of'
export { defineCommand, type AnyCommand, type CommandContext } from './commands/define-command'
export { guardCommand, type CommandGuard } from './commands/guard-command'
export { lockRecord, tableOf } from './commands/lock-record'
export { takeTurn } from './commands/take-turn'
export { moveRecord } from './commands/move-record'
export { countOwned, reassignRecords } from './commands/reassign-records'
export { nextNumber } from './commands/next-number'
export { nextReference, nextReferences } from './commands/next-reference'
export { fieldMessages } from './commands/refusal-of-error'
export { runCommand, runParsed } from './commands/run-command'
export { seenBy } from './commands/seen-by'
export { databaseNow, todayAt } from './database/now'
export { sqlOfReplica } from './database/replica'
export {
  instant,
  poolOf,
  sqlOf,
  sqlOutside,
  transactionClientOf,
  wholeNumber,
  type Sql,
} from './database/sql'
export { inOwnTransaction, inSavepoint, requestFor } from './database/transaction'
export { truthful } from './database/truthful-adapter'
export { readBytes, readJson } from './endpoints/read-body'
export { respondFailure } from './endpoints/respond'
export { isSameOrigin } from './endpoints/same-origin'
export { defineReaction, type Reaction } from './events/define-reaction'
export { announceReading } from './events/announce-reading'
export { publish } from './events/publish'
export { signal } from './events/signal'
export {
  deleteInBulk,
  insertInBulk,
  updateInBulk,
  type BulkKind,
  type BulkPatch,
  type BulkRow,
  type BulkTeller,
} from './events/write-in-bulk'
export {
  storedEvent,
  storedEventColumns,
  storedEventColumnsOf,
  type StoredEvent,
} from './events/stored-event'
export {
  addressFields,
  basisPointsField,
  clockField,
  currencyField,
  dayField,
  instantField,
  minorField,
  minutesField,
  rateField,
  referenceField,
  stateField,
  zoneField,
} from './fields/fields'
export { announcementOf, type Announcement } from './hooks/announce-change'
export { fileStorage } from './files/file-storage'
export { bucketStoreOf, fileStoreOf } from './files/file-store'
export { isFromBucket, isGone } from './files/bucket-faults'
export type { BucketStore, FileStore, StoredFile } from './files/stored-file'
export { deriveReference } from './hooks/derive-reference'
export { guardWorkflow } from './hooks/guard-workflow'
export { bossSchema } from './jobs/boss'
export { defineJob, type AnyJob, type Attempt, type WorkContext } from './jobs/define-job'
export { drainJobs, type JobFailure } from './jobs/drain-jobs'
export { enqueue } from './jobs/enqueue'
export { prepareQueues } from './jobs/prepare-queues'
export { runWorker, type Worker } from './jobs/run-worker'
export { clientAddressOf, exactAddressOf } from './limits/client-address'
export { consume } from './limits/consume'
export {
  actorOfLink,
  findLink,
  findLinkByToken,
  grantLink,
  revokeLinks,
  revokeLinksOf,
  spendLink,
  tokenForSending,
  type AccessLink,
} from './links/access-links'
export { linkActorFor, linkCookieName, withOpenedLink } from './links/link-cookie'
export { consoleToLog } from './logs/console-to-log'
export { processLogger } from './logs/product-logger'
export { currentRequestId, requestIdOf } from './logs/request-scope'
export { watchRequests } from './metrics/watch-requests'
export type { KernelOptions } from './options'
export {
  countPersonalData,
  erasePersonalData,
  nameDemandedSince,
  type FoundRows,
} from './privacy/erase-personal-data'
export { countExpired, expirePersonalData } from './privacy/expire-personal-data'
export { readPersonalData, type PersonalRows } from './privacy/read-personal-data'
export { announceAll, kernelPlugin } from './plugin'
export {
  systemPermission,
  systemState,
  type FailedJob,
  type SystemState,
  type SystemWorker,
} from './queries/system-state'
export type { QueueCounts } from './queries/queue-counts'
export {
  auditFilter,
  auditPermission,
  auditTrail,
  type AuditEntry,
  type AuditFilter,
} from './queries/audit-trail'
export { actorNames } from './queries/actor-names'
export { customFieldsOf } from './queries/custom-fields-of'
export { readableFields } from './queries/readable-fields'
export { orderOfSubject } from './queries/order-of-subject'
export { keyOf, recordTitles } from './queries/record-titles'
export { readableKinds, recordStory } from './queries/visible-record'
export { verifySeals, type SealProblem, type SealReport } from './queries/verify-seals'
export {
  contribute,
  registryOf,
  type Appointment,
  type AppointmentSource,
  type Contribution,
  type EventDetails,
  type LinkPurpose,
  type MergeRule,
  type Registry,
  type Gauge,
  type SearchKind,
  type SystemCheck,
  type RestoreStep,
} from './registry/registry'
