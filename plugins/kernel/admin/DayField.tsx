'use client'

import { FieldDescription, FieldError, FieldLabel, useField } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'

/** A calendar day by the browser's own picker; stored as `YYYY-MM-DD`, never shifted by a zone. */
export const DayField: TextFieldClientComponent = ({ field, path, readOnly }) => {
  const { value, setValue, showError, errorMessage } = useField<string>({ path })
  const isReadOnly = Boolean(readOnly || field.admin?.readOnly)
  const id = `field-${path.replaceAll('.', '__')}`
  return (
    <div className={`field-type text${showError ? ' error' : ''}${isReadOnly ? ' read-only' : ''}`}>
      <FieldLabel htmlFor={id} label={field.label} path={path} required={field.required ?? false} />
      <div className="field-type__wrap">
        <FieldError message={errorMessage} path={path} showError={showError} />
        <input
          id={id}
          // A day that is only read and not there shows nothing, no pattern to be filled in.
          type={isReadOnly && !value ? 'text' : 'date'}
          value={value ?? ''}
          disabled={isReadOnly}
          onChange={(event) => setValue(event.target.value || null)}
        />
      </div>
      <FieldDescription description={field.admin?.description} path={path} />
    </div>
  )
}
