'use client'

import type { CommandAction, LinkAction, RecordAction } from './command-action'
import { CommandDialog } from './CommandDialog'
import { Menu } from './Menu'
import { SecretDialog } from './SecretDialog'
import { useAction } from './use-action'

/**
 * What can be done with a record now: the first act as a button, a second beside it where there is
 * room, the others in a menu.
 */
export const ActionBar = ({ actions }: { actions: readonly RecordAction[] }) => {
  const { open, start, close, finish, isBusy, secret, hideSecret } = useAction()
  const [first, second, ...others] = actions
  if (!first) return null
  return (
    <div className="pwa-actions">
      <ActionButton action={first} isFirst isBusy={isBusy} onClick={start} />
      {second ? (
        <span className="pwa-actions__second">
          <ActionButton action={second} isBusy={isBusy} onClick={start} />
        </span>
      ) : null}
      {second ? (
        <div className={others.length > 0 ? undefined : 'pwa-actions__narrow'}>
          <Menu
            label="More actions"
            button={<span>More</span>}
            buttonClassName="pwa-btn pwa-btn--menu"
            items={[second, ...others].map((action, at) => ({
              key: keyOf(action),
              label: action.label,
              isNarrowOnly: at === 0,
              ...('tone' in action && action.tone === 'danger' ? { tone: 'danger' as const } : {}),
              onSelect: () => ('href' in action ? follow(action) : start(action)),
            }))}
          />
        </div>
      ) : null}
      {open ? (
        <CommandDialog key={keyOf(open)} action={open} onClose={close} onDone={finish} />
      ) : null}
      {secret ? <SecretDialog {...secret} onClose={hideSecret} /> : null}
    </div>
  )
}

const keyOf = (action: RecordAction) =>
  'href' in action ? action.href : `${action.command} ${action.label}`

const follow = ({ href, isNewTab = false }: LinkAction) => {
  if (isNewTab) window.open(href, '_blank', 'noopener')
  else window.location.assign(href)
}

const ActionButton = ({
  action,
  isFirst = false,
  isBusy,
  onClick,
}: {
  action: RecordAction
  isFirst?: boolean
  isBusy: boolean
  onClick: (action: CommandAction) => void
}) => {
  if ('href' in action)
    return (
      <a
        className={`pwa-btn${isFirst ? ' pwa-btn--primary' : ''}`}
        href={action.href}
        {...(action.isNewTab ? { target: '_blank', rel: 'noopener' } : {})}
      >
        {action.label}
      </a>
    )
  const look =
    action.tone === 'danger' ? ' pwa-btn--danger-quiet' : isFirst ? ' pwa-btn--primary' : ''
  return (
    <button
      type="button"
      className={`pwa-btn${look}`}
      disabled={isBusy}
      onClick={() => onClick(action)}
    >
      {action.label}
    </button>
  )
}
