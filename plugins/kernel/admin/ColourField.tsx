'use client'

import { FieldDescription, FieldError, FieldLabel, useField } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'
import { useId } from 'react'

/** A colour, picked or typed. */
export const ColourField: TextFieldClientComponent = ({ field, path, readOnly }) => {
  const id = useId()
  const { value, setValue, showError } = useField<string>({ path })
  const text = typeof value === 'string' ? value : ''
  const isFixed = readOnly ?? false
  return (
    <div className={`field-type text${showError ? ' error' : ''}`}>
      <FieldLabel
        htmlFor={id}
        label={field.label}
        path={path}
        {...(field.required ? { required: true } : {})}
      />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        <span className="pwa-field__row">
          <input
            type="color"
            aria-label="Pick a colour"
            value={/^#[0-9a-f]{6}$/i.test(text) ? text : '#64748b'}
            disabled={isFixed}
            onChange={({ target }) => setValue(target.value)}
          />
          <input
            id={id}
            type="text"
            maxLength={7}
            value={text}
            disabled={isFixed}
            onChange={({ target }) => setValue(target.value)}
          />
        </span>
      </div>
      {field.admin?.description ? (
        <FieldDescription description={field.admin.description} path={path} />
      ) : null}
    </div>
  )
}
