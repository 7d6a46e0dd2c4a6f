import { defineWorkflow } from '#plugins/kernel/domain'

export type ImportState =
  | 'uploaded'
  | 'checking'
  | 'checked'
  | 'running'
  | 'stopped'
  | 'done'
  | 'taking_back'
  | 'taken_back'
  | 'dropped'

/** From a file to records, and back. Only commands and the jobs that do the work move it. */
export const importWorkflow = defineWorkflow<ImportState>({
  name: 'Import',
  collection: 'imports',
  initial: 'uploaded',
  states: {
    uploaded: {
      label: 'Columns to choose',
      tone: 'info',
      next: { checking: { event: 'import.mapped' }, dropped: { event: 'import.dropped' } },
    },
    checking: {
      label: 'Being checked',
      tone: 'info',
      next: { checked: { event: 'import.checked' }, dropped: { event: 'import.dropped' } },
    },
    checked: {
      label: 'Ready to import',
      tone: 'warn',
      next: {
        checking: { event: 'import.mapped' },
        running: { event: 'import.started' },
        dropped: { event: 'import.dropped' },
      },
    },
    running: {
      label: 'Importing',
      tone: 'info',
      next: { done: { event: 'import.finished' }, stopped: { event: 'import.stopped' } },
    },
    stopped: {
      label: 'Stopped',
      tone: 'warn',
      next: {
        running: { event: 'import.started' },
        taking_back: { event: 'import.taking-back' },
      },
    },
    done: {
      label: 'Imported',
      tone: 'good',
      next: { taking_back: { event: 'import.taking-back' } },
    },
    taking_back: {
      label: 'Being taken back',
      tone: 'info',
      next: { taken_back: { event: 'import.taken-back' } },
    },
    taken_back: { label: 'Taken back', tone: 'neutral', next: {} },
    dropped: { label: 'Not imported', tone: 'neutral', next: {} },
  },
})

/** Whether nothing has been written yet, so that columns and decisions may change. */
export const canBeMapped = (state: string): boolean => ['uploaded', 'checked'].includes(state)

/** Whether a worker is at it. */
export const isAtWork = (state: string): boolean =>
  ['checking', 'running', 'taking_back'].includes(state)

/** Whether its rows still wait for what becomes of them. */
export const isUndecided = (state: string): boolean => state === 'checked'

/** Whether it is still wanted: a worker stops at what was dropped or stopped. */
export const isChecking = (state: string): boolean => state === 'checking'
export const isRunning = (state: string): boolean => state === 'running'
export const isTakingBack = (state: string): boolean => state === 'taking_back'

/** Whether rows may have become records already. */
export const hasBegun = (state: string): boolean =>
  !['uploaded', 'checking', 'checked'].includes(state)

/** Whether files may come beside it: until it is taken back or dropped. */
export const takesFilesNow = (state: string): boolean =>
  !['taking_back', 'taken_back', 'dropped'].includes(state)

/** Whether its rows have their verdicts, so that files can be told to be theirs. */
export const isChecked = (state: string): boolean => !['uploaded', 'checking'].includes(state)

/** Whether all its rows have become what they become. */
export const isOver = (state: string): boolean => state === 'done'
