'use client'

import { FieldLabel, useField } from '@payloadcms/ui'
import type { JSONFieldClientComponent } from 'payload'

/** Permissions as a readable list of ticks instead of JSON. */
export const PermissionsField: JSONFieldClientComponent = ({ field, path, readOnly }) => {
  const { value, setValue } = useField<string[]>({ path })
  const chosen = new Set(Array.isArray(value) ? value : [])
  const permissions: unknown = field.admin?.custom?.permissions
  const entries =
    typeof permissions === 'object' && permissions !== null ? Object.entries(permissions) : []
  return (
    <fieldset className="field-type pwa-permissions">
      <legend>
        <FieldLabel as="span" label={field.label} path={path} />
      </legend>
      {entries.map(([permission, description]) => (
        <label key={permission} className="pwa-permissions__item">
          <input
            type="checkbox"
            checked={chosen.has(permission)}
            disabled={readOnly ?? false}
            onChange={(event) => {
              const next = new Set(chosen)
              if (event.target.checked) next.add(permission)
              else next.delete(permission)
              setValue([...next])
            }}
          />
          <span>{String(description)}</span>
          <code>{permission}</code>
        </label>
      ))}
    </fieldset>
  )
}
