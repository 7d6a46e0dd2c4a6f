import { createLocalReq, type ListViewServerProps } from 'payload'

import { actorOf } from '../commands/actor-of'
import { customisedCollections, statesFor } from '../commands/custom-field-input'
import { can } from '../domain/actor'
import { customFieldsOf } from '../queries/custom-fields-of'
import { customFieldUse } from '../queries/custom-field-use'
import { registryOf } from '../registry/registry'
import { CustomFieldsBuilder } from './CustomFieldsBuilder'

/** Where an agency shapes its own fields: one list per kind of record, in the order of the form. */
export const CustomFieldsScreen = async ({
  payload,
  user,
  searchParams,
}: Pick<ListViewServerProps, 'payload' | 'user' | 'searchParams'>) => {
  const req = await createLocalReq(user ? { user } : {}, payload)
  if (!can({ actor: actorOf(req), permission: 'settings.write' }))
    return (
      <div className="pwa-screen">
        <div className="pwa-empty">
          <p className="pwa-empty__title">Own fields are shaped by whoever keeps the settings</p>
          <p className="pwa-empty__text">Ask a colleague with the right to change settings.</p>
        </div>
      </div>
    )
  const slugs = customisedCollections(req)
  const chosen = slugs.find((slug) => slug === searchParams?.of) ?? slugs[0]
  if (!chosen) return null
  const use = await customFieldUse({ req, collection: chosen })
  return (
    <CustomFieldsBuilder
      key={chosen}
      collection={chosen}
      collections={slugs.map((slug) => ({ slug, label: pluralOf({ payload, slug }) }))}
      fields={await customFieldsOf({ req, collection: chosen })}
      use={use.ok ? use.value : {}}
      states={statesFor({ req, collection: chosen })}
      permissions={[...registryOf(payload).permissions].map(([value, label]) => ({ value, label }))}
    />
  )
}

const pluralOf = ({
  payload,
  slug,
}: {
  payload: ListViewServerProps['payload']
  slug: string
}): string => {
  const label = payload.config.collections.find((one) => one.slug === slug)?.labels.plural
  const english: unknown = typeof label === 'object' ? Reflect.get(label, 'en') : label
  return typeof english === 'string' ? english : slug
}
