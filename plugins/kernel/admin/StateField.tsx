'use client'

import { FieldLabel, useField } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'

import { StatePill, statesIn } from './StatePill'

/** The state as a pill: actions change it, not typing. */
export const StateField: TextFieldClientComponent = ({ field, path }) => {
  const { value } = useField<string>({ path })
  return (
    <div className="field-type">
      <FieldLabel label={field.label} path={path} />
      <StatePill states={statesIn(field.admin?.custom)} value={value} />
    </div>
  )
}
