'use client'

import { SetStepNav } from '@payloadcms/ui'

import { EmptyState, PageHeader, Pill, Screen } from '#plugins/agency/admin'
import { OrderedList, useAction, type CommandAction } from '#plugins/kernel/admin'
import type { ListedPlaybook } from '../queries/playbook-list'

/** The playbooks in the order in which they are tried: dragged, or moved by the keyboard or the menu. */
export const PlaybooksList = ({ playbooks }: { playbooks: readonly ListedPlaybook[] }) => {
  const { isBusy, start } = useAction()
  return (
    <Screen>
      <SetStepNav nav={[{ label: 'Settings', url: '/admin/settings' }, { label: 'Playbooks' }]} />
      <PageHeader
        title="Playbooks"
        lead="What happens when an order is graded. They are tried from the top; the first whose condition the order meets becomes tasks."
        actions={
          <a className="pwa-btn pwa-btn--primary" href="/admin/collections/playbooks/create">
            Add a playbook
          </a>
        }
      />
      {playbooks.length === 0 ? (
        <EmptyState
          title="No playbooks yet"
          text="Add one for each kind of order that your desk treats alike."
        />
      ) : (
        <OrderedList
          label="Playbooks"
          items={playbooks}
          command="order-playbooks"
          inputOf={(playbookIds) => ({ playbookIds })}
          isBusy={isBusy}
          rowOf={(playbook) => rowOf({ playbook, start })}
        />
      )}
    </Screen>
  )
}

const rowOf = ({
  playbook: { id, name, when, steps, running, isActive },
  start,
}: {
  playbook: ListedPlaybook
  start: (action: CommandAction) => void
}) => {
  const href = `/admin/collections/playbooks/${id}`
  return {
    name,
    children: (
      <>
        <a className="pwa-fields__name" href={href}>
          {name}
        </a>
        <span className="pwa-fields__marks">
          <span className="pwa-fields__use">{when}</span>
          {isActive ? null : <Pill tone="neutral" label="Not in use" />}
        </span>
        <span className="pwa-fields__use">
          {steps === 1 ? 'one step' : `${steps} steps`}
          {running > 0 ? `, at work on ${running === 1 ? 'one order' : `${running} orders`}` : ''}
        </span>
      </>
    ),
    change: { label: 'Change', onSelect: () => window.location.assign(href) },
    others: [
      {
        key: 'switch',
        label: isActive ? 'Take out of use' : 'Put into use',
        onSelect: () => start(switchAction({ id, isActive })),
      },
    ],
  }
}

const switchAction = ({
  id,
  isActive,
}: Pick<ListedPlaybook, 'id' | 'isActive'>): CommandAction => ({
  command: 'switch-playbook',
  label: isActive ? 'Take out of use' : 'Put into use',
  input: { playbookId: id, isActive: !isActive },
  done: isActive ? 'It is passed over from now on.' : 'It is tried again.',
})
