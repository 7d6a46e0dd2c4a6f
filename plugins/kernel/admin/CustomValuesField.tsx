import type { JSONFieldServerComponent } from 'payload'

import { actorOf } from '../commands/actor-of'
import { can } from '../domain/actor'
import { customValuesOf } from '../domain/custom-field'
import { readableFields } from '../queries/readable-fields'
import { customSettingsOf } from '../fields/custom-settings'
import { namesOfPeople } from '../queries/names-of-people'
import { CustomValuesForm } from './CustomValuesForm'

/** The agency's own fields in the form of a record, as far as the reader may see them. */
export const CustomValuesField: JSONFieldServerComponent = async ({
  collectionSlug,
  data,
  path,
  readOnly,
  req,
}) => {
  const actor = actorOf(req)
  const may = (permission: string | null) => permission === null || can({ actor, permission })
  const fields = await readableFields({ req, collection: collectionSlug })
  if (fields.length === 0) return null
  const config = req.payload.config.collections.find(({ slug }) => slug === collectionSlug)
  const values = customValuesOf(Reflect.get(data, 'custom'))
  return (
    <CustomValuesForm
      path={path}
      fields={fields}
      fixed={fields
        .filter(({ writePermission }) => readOnly || !may(writePermission))
        .map(({ key }) => key)}
      people={await namesOfPeople({ req, values: Object.values(values) })}
      stateField={(config && customSettingsOf(config)?.stateField) ?? null}
    />
  )
}
