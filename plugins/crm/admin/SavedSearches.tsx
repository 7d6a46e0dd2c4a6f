'use client'

import { useRouter } from 'next/navigation'

import {
  CommandDialog,
  Menu,
  useAction,
  useOwnDialogs,
  usePermissions,
  type CommandAction,
  type CommandField,
} from '#plugins/kernel/admin'
import { sharings } from '../domain/search/saved-search'
import { writeAction } from '../domain/write-action'
import type { SavedSearch } from '../queries/saved-searches'
import { emptyFindPath, savedPath } from './find-address'

type Props = {
  searches: readonly SavedSearch[]
  /** The one that was opened, if any. */
  openId: string | null
  /** What the screen searches for, as it would be kept; null when that is nothing. */
  asked: string | null
  roles: readonly { id: string; name: string }[]
}

/** The searches somebody kept: to open one, keep what is searched for now, and change what was kept. */
export const SavedSearches = ({ searches, openId, asked, roles }: Props) => {
  const router = useRouter()
  const { open, start, close, finish } = useAction()
  const may = usePermissions()
  const mayWrite = 'send-letters' in useOwnDialogs() && may('pipeline.write')
  const current = searches.find(({ id }) => id === openId) ?? null
  const isChanged = current !== null && asked !== null && asked !== current.search
  return (
    <section className="pwa-find__saved" aria-label="Saved searches">
      {searches.length > 0 ? (
        <Menu
          label="Saved searches"
          button={<span>Saved searches</span>}
          buttonClassName="pwa-btn pwa-btn--menu"
          items={searches.map((search) => ({
            key: search.id,
            label: titleOf(search),
            onSelect: () => router.push(savedPath(search)),
          }))}
        />
      ) : null}
      {current ? (
        <p className="pwa-find__saved-name">
          {current.name}
          {isChanged ? <span className="pwa-find__saved-note">changed</span> : null}
        </p>
      ) : null}
      {isChanged && current.mayChange ? (
        <button
          type="button"
          className="pwa-btn"
          onClick={() => start(keepHere({ search: current, asked }))}
        >
          Save changes
        </button>
      ) : null}
      {asked !== null && (current === null || isChanged) ? (
        <button type="button" className="pwa-btn" onClick={() => start(keepAs({ asked, roles }))}>
          {current === null ? 'Save this search…' : 'Save as another…'}
        </button>
      ) : null}
      {current ? (
        <Menu
          label={`Acts for the search ${current.name}`}
          button={<span aria-hidden="true">⋯</span>}
          buttonClassName="pwa-btn pwa-btn--quiet"
          items={[
            {
              key: 'first',
              label: current.isFirst ? 'Do not open with this' : 'Always open with this',
              onSelect: () => start(showFirst(current)),
            },
            ...(mayWrite
              ? [
                  {
                    key: 'write',
                    label: 'Write to whom it finds…',
                    onSelect: () =>
                      start(
                        writeAction({
                          savedSearchId: current.id,
                          label: `Write to whom “${current.name}” finds`,
                        }),
                      ),
                  },
                ]
              : []),
            ...(current.mayChange
              ? [
                  {
                    key: 'change',
                    label: 'Rename or share…',
                    onSelect: () => start(rename({ search: current, roles })),
                  },
                  {
                    key: 'remove',
                    label: 'Remove…',
                    tone: 'danger' as const,
                    onSelect: () => start(remove(current)),
                  },
                ]
              : []),
          ]}
        />
      ) : null}
      {open ? (
        <CommandDialog
          key={`${open.command} ${JSON.stringify(open.input)}`}
          action={open}
          onClose={close}
          onDone={(result) => {
            finish(result)
            if (open.command === 'remove-saved-search') router.push(emptyFindPath)
            const made = open.command === 'save-search' ? idIn(result) : null
            if (made !== null && asked !== null) router.push(savedPath({ id: made, search: asked }))
          }}
        />
      ) : null}
    </section>
  )
}

const titleOf = ({ name, isFirst, ownerName }: SavedSearch): string =>
  `${name}${ownerName === null ? '' : ` · ${ownerName}`}${isFirst ? ' · opens first' : ''}`

const idIn = (result: unknown): string | null => {
  const id: unknown =
    typeof result === 'object' && result !== null ? Reflect.get(result, 'savedSearchId') : null
  return typeof id === 'string' ? id : null
}

const shareFields = ({
  sharing,
  roleId,
  roles,
}: Pick<SavedSearch, 'sharing' | 'roleId'> & Pick<Props, 'roles'>): readonly CommandField[] => [
  {
    type: 'select',
    name: 'sharing',
    label: 'Who sees it',
    isRequired: true,
    value: sharing,
    options: Object.entries(sharings).map(([value, label]) => ({ value, label })),
  },
  {
    type: 'select',
    name: 'roleId',
    label: 'Role',
    description: 'For “Colleagues of a role” only.',
    ...(roleId === null ? {} : { value: roleId }),
    options: roles.map(({ id, name }) => ({ value: id, label: name })),
  },
]

const keepAs = ({ asked, roles }: { asked: string } & Pick<Props, 'roles'>): CommandAction => ({
  command: 'save-search',
  label: 'Save this search',
  input: { search: asked },
  fields: [
    {
      type: 'text',
      name: 'name',
      label: 'Name',
      isRequired: true,
      placeholder: 'Nurses near Reading',
    },
    ...shareFields({ sharing: 'mine', roleId: null, roles }),
  ],
  done: 'The search is saved.',
})

const keepHere = ({ search, asked }: { search: SavedSearch; asked: string }): CommandAction => ({
  command: 'change-saved-search',
  label: 'Save changes',
  input: { savedSearchId: search.id, search: asked },
  done: `“${search.name}” now searches for this.`,
})

const rename = ({
  search,
  roles,
}: { search: SavedSearch } & Pick<Props, 'roles'>): CommandAction => ({
  command: 'change-saved-search',
  label: 'Rename or share',
  input: { savedSearchId: search.id },
  fields: [
    { type: 'text', name: 'name', label: 'Name', isRequired: true, value: search.name },
    ...shareFields({ ...search, roles }),
  ],
  done: 'The saved search is changed.',
})

const remove = (search: SavedSearch): CommandAction => ({
  command: 'remove-saved-search',
  label: 'Remove the saved search',
  input: { savedSearchId: search.id },
  text:
    search.sharing === 'mine'
      ? `“${search.name}” is taken away. The candidates stay as they are.`
      : `“${search.name}” is taken away from everybody it is shared with. The candidates stay as they are.`,
  tone: 'danger',
  done: 'The saved search is gone.',
})

const showFirst = (search: SavedSearch): CommandAction => ({
  command: 'show-search-first',
  label: search.isFirst ? 'Do not open with this' : 'Always open with this',
  input: search.isFirst ? {} : { savedSearchId: search.id },
  done: search.isFirst
    ? 'Find candidates opens empty.'
    : `Find candidates opens with “${search.name}”.`,
})
