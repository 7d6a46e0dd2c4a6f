'use client'

import { SetStepNav } from '@payloadcms/ui'

import { EmptyState, PageHeader, Pill, Screen } from '#plugins/agency/admin'
import { CommandDialog, OrderedList, useAction, type CommandAction } from '#plugins/kernel/admin'
import type { StateTone } from '#plugins/kernel/domain'

type Stage = {
  id: string
  name: string
  colour: string | null
  isHidden: boolean
  /** Candidates who stand in it, ended ones too. */
  cards: number
  /** What it stands for, in words. */
  state: string
  tone: StateTone
}

type Props = {
  stages: readonly Stage[]
  states: readonly { value: string; label: string }[]
}

/** The stages in the order of the boards: dragged, or moved by the keyboard or the menu. */
export const StagesList = ({ stages, states }: Props) => {
  const { open, isBusy, start, close, finish } = useAction()
  return (
    <Screen>
      <SetStepNav nav={[{ label: 'Settings', url: '/admin/settings' }, { label: 'Stages' }]} />
      <PageHeader
        title="Stages"
        lead="The columns of every board, in this order. Several may stand for the same state; rules and reports read the state. Changes hold at once."
        actions={
          <button
            type="button"
            className="pwa-btn pwa-btn--primary"
            onClick={() => start(addAction(states))}
          >
            Add a stage
          </button>
        }
      />
      {stages.length === 0 ? (
        <EmptyState
          title="No stages yet"
          text="Add one for each step that a candidate takes with you."
        />
      ) : (
        <OrderedList
          label="Stages"
          items={stages}
          command="order-stages"
          inputOf={(stageIds) => ({ stageIds })}
          isBusy={isBusy}
          rowOf={(stage) => rowOf({ stage, start })}
        />
      )}
      {open ? (
        <CommandDialog
          key={`${open.command} ${JSON.stringify(open.input)}`}
          action={open}
          onClose={close}
          onDone={finish}
        />
      ) : null}
    </Screen>
  )
}

const rowOf = ({ stage, start }: { stage: Stage; start: (action: CommandAction) => void }) => {
  const change = () => start(changeAction(stage))
  return {
    name: stage.name,
    children: (
      <>
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <rect width="16" height="16" rx="4" fill={stage.colour ?? '#94a3b8'} />
        </svg>
        <button type="button" className="pwa-fields__name" onClick={change}>
          {stage.name}
        </button>
        <span className="pwa-fields__marks">
          <Pill tone={stage.tone} label={stage.state} />
          {stage.isHidden ? <Pill tone="neutral" label="Hidden" /> : null}
        </span>
        <span className="pwa-fields__use">
          {stage.cards === 1 ? 'one candidate' : `${stage.cards || 'no'} candidates`}
        </span>
      </>
    ),
    change: { label: 'Rename or colour…', onSelect: change },
    others: [
      {
        key: 'hide',
        label: stage.isHidden ? 'Show' : 'Hide',
        onSelect: () => start(hideAction(stage)),
      },
      {
        key: 'remove',
        label: 'Remove…',
        tone: 'danger' as const,
        onSelect: () => start(removeAction(stage)),
      },
    ],
  }
}

const addAction = (states: Props['states']): CommandAction => ({
  command: 'add-stage',
  label: 'Add a stage…',
  input: {},
  fields: [
    { type: 'text', name: 'name', label: 'Name', isRequired: true },
    {
      type: 'select',
      name: 'state',
      label: 'Stands for',
      isRequired: true,
      options: states,
      description: 'What rules and reports take it for. It stays as it is.',
    },
    { type: 'colour', name: 'colour', label: 'Colour', isRequired: true, value: '#64748b' },
  ],
  done: 'The stage is on all boards.',
})

const changeAction = ({ id, name, colour }: Stage): CommandAction => ({
  command: 'change-stage',
  label: 'Save the stage',
  input: { stageId: id },
  fields: [
    { type: 'text', name: 'name', label: 'Name', isRequired: true, value: name },
    {
      type: 'colour',
      name: 'colour',
      label: 'Colour',
      isRequired: true,
      value: colour ?? '#64748b',
    },
  ],
  done: 'The stage is saved.',
})

const hideAction = ({ id, name, isHidden }: Stage): CommandAction => ({
  command: 'change-stage',
  label: isHidden ? `Show “${name}”` : `Hide “${name}”`,
  input: { stageId: id, isHidden: !isHidden },
  done: isHidden ? 'Boards show it again.' : 'It takes nobody new.',
})

const removeAction = ({ id, name }: Stage): CommandAction => ({
  command: 'remove-stage',
  label: `Remove “${name}”…`,
  input: { stageId: id },
  text: 'It leaves all boards. This works only while nobody stands in it; hide it otherwise.',
  tone: 'danger',
  done: 'The stage is gone.',
})
