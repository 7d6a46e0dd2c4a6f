'use client'

import { toast } from '@payloadcms/ui'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { customFieldTypes, type CustomField } from '#plugins/kernel/domain'
import { callCommand } from './call-command'
import { CommandDialog } from './CommandDialog'
import { CustomFieldDialog, type Choice } from './CustomFieldDialog'
import { OrderedList } from './OrderedList'

type Props = {
  collection: string
  collections: readonly { slug: string; label: string }[]
  fields: readonly CustomField[]
  /** Records with a value, by key. */
  use: Readonly<Record<string, number>>
  states: readonly Choice[]
  permissions: readonly Choice[]
}

type Open =
  | { kind: 'edit'; field: CustomField | null }
  | { kind: 'remove'; field: CustomField }
  | null

/** The agency's own fields of one kind of record: add, shape, drag into order, remove, bring back. */
export const CustomFieldsBuilder = ({
  collection,
  collections,
  fields,
  use,
  states,
  permissions,
}: Props) => {
  const router = useRouter()
  const [open, setOpen] = useState<Open>(null)
  const live = fields.filter(({ isRemoved }) => !isRemoved)
  const removed = fields.filter(({ isRemoved }) => isRemoved)
  const done = (message: string) => {
    setOpen(null)
    toast.success(message)
    router.refresh()
  }
  const restore = async (field: CustomField) => {
    const answer = await callCommand({
      command: 'restore-custom-field',
      input: { customFieldId: field.id },
      key: crypto.randomUUID(),
    })
    if (answer.ok) done(`“${field.label}” is back with its values.`)
    else toast.error(answer.message)
  }
  return (
    <div className="pwa-screen">
      <header className="pwa-page-header">
        <div>
          <h1 className="pwa-page-header__title">Custom fields</h1>
          <p className="pwa-page-header__lead">
            What your agency keeps besides. Fields appear in the record, in lists, filters, exports
            and the API as soon as they are saved.
          </p>
        </div>
        <div className="pwa-page-header__actions">
          <button
            type="button"
            className="pwa-btn pwa-btn--primary"
            onClick={() => setOpen({ kind: 'edit', field: null })}
          >
            Add a field
          </button>
        </div>
      </header>
      <nav className="pwa-tabs" aria-label="Records">
        {collections.map(({ slug, label }) => (
          <Link
            key={slug}
            href={`/admin/collections/field-definitions?of=${slug}`}
            className="pwa-tabs__tab"
            aria-current={slug === collection ? 'page' : undefined}
          >
            {label}
          </Link>
        ))}
      </nav>
      {live.length === 0 ? (
        <div className="pwa-empty">
          <p className="pwa-empty__title">No fields of your own here yet</p>
          <p className="pwa-empty__text">
            Add what you ask everybody anyway: a shift preference, a badge number, a cost centre.
          </p>
        </div>
      ) : (
        <OrderedList
          label="Fields of your own"
          items={live}
          command="order-custom-fields"
          inputOf={(customFieldIds) => ({ appliesTo: collection, customFieldIds })}
          rowOf={(field) =>
            rowOf({
              field,
              records: use[field.key] ?? 0,
              dependsOn: live.find(({ key }) => key === field.showWhen?.key)?.label ?? null,
              permissions,
              onEdit: () => setOpen({ kind: 'edit', field }),
              onRemove: () => setOpen({ kind: 'remove', field }),
            })
          }
        />
      )}
      {removed.length > 0 ? (
        <section className="pwa-removed">
          <h2 className="pwa-removed__title">Removed</h2>
          <ul className="pwa-fields">
            {removed.map((field) => (
              <li key={field.id} className="pwa-fields__row">
                <span className="pwa-fields__name">
                  {field.label}
                  <small>{recordsText(use[field.key] ?? 0)} kept</small>
                </span>
                <button type="button" className="pwa-btn" onClick={() => void restore(field)}>
                  Bring back
                </button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {open?.kind === 'edit' ? (
        <CustomFieldDialog
          collection={collection}
          field={open.field}
          others={live.filter(({ id }) => id !== open.field?.id)}
          states={states}
          permissions={permissions}
          onClose={() => setOpen(null)}
          onDone={(label) => done(`“${label}” is saved.`)}
        />
      ) : null}
      {open?.kind === 'remove' ? (
        <CommandDialog
          action={{
            command: 'remove-custom-field',
            label: `Remove “${open.field.label}”…`,
            input: { customFieldId: open.field.id },
            text: `It leaves forms, lists, exports and the API. What ${recordsText(use[open.field.key] ?? 0)} hold${use[open.field.key] === 1 ? 's' : ''} is kept, and can be brought back with the field.`,
            tone: 'danger',
            done: '',
          }}
          onClose={() => setOpen(null)}
          onDone={() => done(`“${open.field.label}” is removed. Its values are kept.`)}
        />
      ) : null}
    </div>
  )
}

const recordsText = (records: number): string =>
  records === 1 ? 'one record' : `${records === 0 ? 'no' : records} records`

const rowOf = ({
  field,
  records,
  dependsOn,
  permissions,
  onEdit,
  onRemove,
}: {
  field: CustomField
  records: number
  dependsOn: string | null
  permissions: readonly Choice[]
  onEdit: () => void
  onRemove: () => void
}) => ({
  name: field.label,
  children: (
    <>
      <button type="button" className="pwa-fields__name" onClick={onEdit}>
        {field.label}
        <small>
          {customFieldTypes[field.type]} · <code>{field.key}</code>
        </small>
      </button>
      <span className="pwa-fields__marks">
        {marksOf({ field, dependsOn, permissions }).map((mark) => (
          <span key={mark} className="pwa-pill pwa-pill--neutral">
            {mark}
          </span>
        ))}
      </span>
      <span className="pwa-fields__use">in {recordsText(records)}</span>
    </>
  ),
  change: { label: 'Edit', onSelect: onEdit },
  others: [{ key: 'remove', label: 'Remove…', tone: 'danger' as const, onSelect: onRemove }],
})

const marksOf = ({
  field,
  dependsOn,
  permissions,
}: {
  field: CustomField
  dependsOn: string | null
  permissions: readonly Choice[]
}): string[] => {
  const right = field.readPermission ?? field.writePermission
  return [
    ...(field.isRequired ? ['Required'] : []),
    ...(field.requiredIn.length > 0 ? ['Required by state'] : []),
    ...(field.isInList ? ['In lists'] : []),
    ...(dependsOn ? [`Depends on ${dependsOn}`] : []),
    ...(right
      ? [
          `${field.readPermission ? 'Seen' : 'Changed'} by: ${permissions.find(({ value }) => value === right)?.label ?? right}`,
        ]
      : []),
  ]
}
