'use client'

import { CommandDialog, useAction } from '#plugins/kernel/admin'

/** A question of the client that waits for our answer. */
export const ShortlistQuestion = ({
  answerId,
  question,
}: {
  answerId: string
  question: string
}) => {
  const { open, start, close, finish, isBusy } = useAction()
  return (
    <>
      <button
        type="button"
        className="pwa-btn pwa-btn--primary pwa-btn--small"
        disabled={isBusy}
        onClick={() =>
          start({
            command: 'answer-shortlist-question',
            label: 'Answer the question…',
            input: { answerId },
            text: 'Whoever asked gets it by mail and reads it beside the candidate.',
            fields: [{ name: 'reply', label: 'Your answer', type: 'textarea', isRequired: true }],
            done: 'The answer is on its way.',
          })
        }
      >
        Answer the question…
      </button>
      {open ? (
        <CommandDialog action={open} onClose={close} onDone={finish}>
          {question ? (
            <blockquote className="pwa-shortlist__question">{question}</blockquote>
          ) : null}
        </CommandDialog>
      ) : null}
    </>
  )
}
