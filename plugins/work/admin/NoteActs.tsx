'use client'

import { CommandDialog, useAction, type CommandAction, type EntryActs } from '#plugins/kernel/admin'

/** What whoever wrote a note or logged a call may still do with it. */
export const NoteActs: EntryActs = ({ detail: { id, text }, reload }) => {
  const { open, start, close, finish, isBusy } = useAction({ onDone: () => void reload() })
  const edit: CommandAction = {
    command: 'edit-note',
    label: 'Change the note',
    input: { noteId: id },
    fields: [{ name: 'text', label: 'Note', type: 'textarea', value: text, isRequired: true }],
    done: 'The note is changed.',
  }
  const remove: CommandAction = {
    command: 'remove-note',
    label: 'Take the note back',
    input: { noteId: id },
    text: 'Its words are taken off the timeline. That there was a note stays, and so does the audit.',
    tone: 'danger',
    done: 'The note is taken back.',
  }
  return (
    <span className="pwa-timeline__acts">
      <button
        type="button"
        className="pwa-timeline__act"
        disabled={isBusy}
        onClick={() => start(edit)}
      >
        Change
      </button>
      <button
        type="button"
        className="pwa-timeline__act"
        disabled={isBusy}
        onClick={() => start(remove)}
      >
        Take back
      </button>
      {open ? <CommandDialog action={open} onClose={close} onDone={finish} /> : null}
    </span>
  )
}
