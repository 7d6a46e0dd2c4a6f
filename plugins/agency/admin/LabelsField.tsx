'use client'

import { FieldError, FieldLabel, useField } from '@payloadcms/ui'
import type { RelationshipFieldClientComponent } from 'payload'

import { Menu } from '#plugins/kernel/admin'
import { LabelChip } from './LabelChip'
import { idsIn, useLabels } from './use-labels'

/** The labels of a record as chips: taken away one by one, put on from a menu. */
export const LabelsField: RelationshipFieldClientComponent = ({ field, path, readOnly }) => {
  const { value, setValue, showError } = useField<string[] | null>({ path })
  const { labels, isLost } = useLabels()
  const kind: unknown = field.admin?.custom?.kind
  const ids = idsIn(value)
  const mayChange = !readOnly
  const chosen = (labels ?? []).filter(({ id }) => ids.includes(id))
  const others = (labels ?? []).filter(
    ({ id, kinds }) => !ids.includes(id) && kinds.some((one) => one === kind),
  )
  return (
    <div className="field-type pwa-labels-field">
      <FieldLabel as="span" label={field.label} path={path} />
      <FieldError path={path} showError={showError} />
      {isLost ? (
        <p className="pwa-field__problem" role="alert">
          The labels could not be read. Load the page again.
        </p>
      ) : null}
      <div className="pwa-labels">
        {labels && ids.length === 0 ? <span className="pwa-labels__none">None</span> : null}
        {chosen.map(({ id, name, colour }) => (
          <LabelChip key={id} name={name} colour={colour}>
            {mayChange ? (
              <button
                type="button"
                className="pwa-label__remove"
                aria-label={`Take away ${name}`}
                onClick={() => setValue(ids.filter((one) => one !== id))}
              >
                ×
              </button>
            ) : null}
          </LabelChip>
        ))}
        {mayChange && others.length > 0 ? (
          <Menu
            label="Add a label"
            button={<span>Add</span>}
            buttonClassName="pwa-btn pwa-btn--menu pwa-btn--quiet"
            items={others.map(({ id, name }) => ({
              key: id,
              label: name,
              onSelect: () => setValue([...ids, id]),
            }))}
          />
        ) : null}
      </div>
      {mayChange && labels && others.length === 0 && ids.length === 0 ? (
        <p className="pwa-field__about">
          There is none for these records yet. Labels are made under Settings.
        </p>
      ) : null}
    </div>
  )
}
