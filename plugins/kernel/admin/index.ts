export { ActionBar } from './ActionBar'
export { BulkDialog } from './BulkDialog'
export { callCommand, type CommandAnswer } from './call-command'
export {
  firstValue,
  type CommandAction,
  type CommandField,
  type FieldValue,
} from './command-action'
export { CommandDialog } from './CommandDialog'
export { CommandFieldInput } from './CommandFieldInput'
export { DragHandle } from './DragHandle'
export { inputOf } from './input-of'
export { Menu, type MenuItem } from './Menu'
export { momentsOf } from './moments-of'
export { OrderedList } from './OrderedList'
export { OwnDialogsProvider, useOwnDialogs, type OpenOwnDialog } from './own-dialogs'
export { Story, type Composer } from './RecordTimeline'
export type { EntryActs } from './TimelineEntries'
export { useAction } from './use-action'
export { useLiveEvents, type LiveEvent } from './use-live-events'
export { usePermissions } from './use-permissions'
