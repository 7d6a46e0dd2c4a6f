'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { CommandDialog, CommandFieldInput, useAction, type FieldValue } from '#plugins/kernel/admin'

/** Takes a merge back; what it does is said before. */
export const UndoMerge = ({
  mergeId,
  mergedRef,
  until,
}: {
  mergeId: string
  mergedRef: string
  until: string
}) => {
  const { open, start, finish, close, isBusy } = useAction()
  return (
    <>
      <button
        type="button"
        className="pwa-btn"
        disabled={isBusy}
        onClick={() =>
          start({
            command: 'undo-merge',
            label: 'Undo the merge…',
            input: { mergeId },
            text: `${mergedRef} becomes a record of its own again with all that it had. What was changed or added since stays here. Possible until ${until}.`,
            done: 'Undone. Both are as they were.',
          })
        }
      >
        Undo…
      </button>
      {open ? <CommandDialog action={open} onClose={close} onDone={finish} /> : null}
    </>
  )
}

/** Chooses any other candidate to compare with, also one that nothing looks like. */
export const ChooseOther = ({ candidateId }: { candidateId: string }) => {
  const router = useRouter()
  const [other, setOther] = useState<FieldValue>(null)
  const [problem, setProblem] = useState<string | undefined>()
  const choose = () => {
    const id = typeof other === 'object' && other !== null && 'id' in other ? other.id : null
    if (id === null) setProblem('Choose the other record first.')
    else if (id === candidateId) setProblem('This is the record itself. Choose another one.')
    else router.push(`/admin/duplicates?keep=${candidateId}&merge=${id}`)
  }
  return (
    <div className="pwa-duplicates__choose">
      <CommandFieldInput
        field={{
          name: 'other',
          label: 'Another record of this person',
          type: 'relation',
          collection: 'candidates',
          titleFields: ['name', 'ref'],
          except: { state: 'merged' },
        }}
        value={other}
        problem={problem}
        onChange={(value) => {
          setOther(value)
          setProblem(undefined)
        }}
      />
      <button type="button" className="pwa-btn" onClick={choose}>
        Compare
      </button>
    </div>
  )
}
