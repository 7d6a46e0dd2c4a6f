export { bounceKindOf, type BounceKind } from './bounce'
export { ballWords, type ClockLook } from './clock-words'
export { isLiveClock, isPausedClock } from './clock-workflow'
export { eventsOfRule, type ClockRule } from './clock-rule'
export { dueWords, momentWords } from './due-words'
export {
  mailAttachment,
  mailContent,
  mailLink,
  type MailAttachment,
  type MailContent,
  type MailLink,
} from './mail-content'
export { renderMessage, templateProblems, type MergeValues } from './message-template'
export { hasNotLeft, mailWorkflow, type MailState } from './mail-workflow'
export { daySectionKeys, daySections, type DaySection, type ReaderClock } from './my-day'
export { waitedFor } from './task-words'
export { isOpenTask, isWaitingTask, openTaskStates, taskWorkflow } from './task-workflow'
export {
  aboutRecord,
  callDirection,
  callOutcome,
  mentionIds,
  noteText,
} from './note-input'
export {
  callDirections,
  callFacts,
  callOutcomes,
  canChangeNote,
  longestNote,
  mentionAt,
  mentionedIn,
  noteChangeHours,
  noteKinds,
  type CallDirection,
  type CallOutcome,
  type Colleague,
} from './notes'
export { workingMsBetween } from './working-time'
