'use client'

import { DraggableSortable, SetStepNav, useDraggableSortable } from '@payloadcms/ui'

import { EmptyState, PageHeader, Pill, Screen } from '#plugins/agency/admin'
import { Menu, useAction, useOrder, type CommandAction } from '#plugins/kernel/admin'
import type { ListedPlaybook } from '../queries/playbook-list'

/** The playbooks in the order in which they are tried: dragged, or moved by the keyboard or the menu. */
export const PlaybooksList = ({ playbooks }: { playbooks: readonly ListedPlaybook[] }) => {
  const { isBusy: isActing, start } = useAction()
  const { order, isBusy, move } = useOrder({
    ids: playbooks.map(({ id }) => id),
    command: 'order-playbooks',
    inputOf: (playbookIds) => ({ playbookIds }),
  })
  const ordered = order.flatMap((id) => playbooks.find((playbook) => playbook.id === id) ?? [])
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
      {ordered.length === 0 ? (
        <EmptyState
          title="No playbooks yet"
          text="Add one for each kind of order that your desk treats alike."
        />
      ) : (
        <DraggableSortable
          ids={ordered.map(({ id }) => id)}
          onDragEnd={({ moveFromIndex, moveToIndex }) =>
            move({ from: moveFromIndex, to: moveToIndex })
          }
        >
          <ul className="pwa-fields" aria-label="Playbooks" aria-busy={isBusy || isActing}>
            {ordered.map((playbook, at) => (
              <PlaybookRow
                key={playbook.id}
                playbook={playbook}
                start={start}
                {...(at > 0 ? { onUp: () => move({ from: at, to: at - 1 }) } : {})}
                {...(at < ordered.length - 1
                  ? { onDown: () => move({ from: at, to: at + 1 }) }
                  : {})}
              />
            ))}
          </ul>
        </DraggableSortable>
      )}
    </Screen>
  )
}

const PlaybookRow = ({
  playbook,
  start,
  onUp,
  onDown,
}: {
  playbook: ListedPlaybook
  start: (action: CommandAction) => void
  onUp?: () => void
  onDown?: () => void
}) => {
  const { id, name, when, steps, running, isActive } = playbook
  const { attributes, listeners, setNodeRef, transform, transition } = useDraggableSortable({ id })
  const href = `/admin/collections/playbooks/${id}`
  return (
    <li ref={setNodeRef} className="pwa-fields__row" style={{ transform, transition }}>
      <button
        type="button"
        className="pwa-fields__handle"
        {...attributes}
        {...listeners}
        role="button"
        aria-label={`Move ${name}`}
      >
        <span aria-hidden="true">⠿</span>
      </button>
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
      <Menu
        label={`Actions for ${name}`}
        button={<span>Actions</span>}
        buttonClassName="pwa-btn pwa-btn--menu pwa-btn--quiet"
        items={[
          { key: 'change', label: 'Change', onSelect: () => window.location.assign(href) },
          ...(onUp ? [{ key: 'up', label: 'Move up', onSelect: onUp }] : []),
          ...(onDown ? [{ key: 'down', label: 'Move down', onSelect: onDown }] : []),
          {
            key: 'switch',
            label: isActive ? 'Take out of use' : 'Put into use',
            onSelect: () => start(switchAction({ id, isActive })),
          },
        ]}
      />
    </li>
  )
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
