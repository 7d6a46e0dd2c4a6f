import { DefaultListView, SelectAll, SelectRow, Table } from '@payloadcms/ui'
import {
  createLocalReq,
  type Column,
  type ListViewClientProps,
  type ListViewServerProps,
  type PayloadRequest,
} from 'payload'
import { z } from 'zod'

import { actorOf } from '../commands/actor-of'
import { customValuesOf, isFilled, type CustomField, valueAt } from '../domain/custom-field'
import { customText } from '../domain/custom-text'
import { conditionsIn } from '../domain/own-filter'
import { namesOfPeople } from '../queries/names-of-people'
import { readableFields } from '../queries/readable-fields'
import { OwnFieldsBar } from './OwnFieldsBar'
import { preferenceOf } from './own-columns'

/**
 * Payload's list with columns for the agency's own fields behind its own, as each colleague chose them,
 * and a bar to choose and to filter by them.
 */
export const CustomisedList = async (props: ListViewServerProps & ListViewClientProps) => {
  const { payload, user, collectionConfig, data, searchParams, columnState } = props
  const shown = clientPropsOf(props)
  const req = await createLocalReq(user ? { user } : {}, payload)
  const fields = await readableFields({ req, collection: collectionConfig.slug })
  if (fields.length === 0) return <DefaultListView {...shown} />
  const chosen = await chosenKeys({ req, collection: collectionConfig.slug })
  const keys = chosen ?? fields.filter(({ isInList }) => isInList).map(({ key }) => key)
  const columns = fields.filter(({ key }) => keys.includes(key))
  const docs: readonly ListedDoc[] = data?.docs ?? []
  const names = await namesOfPeople({
    req,
    values: docs.flatMap((doc) => Object.values(customValuesOf(Reflect.get(doc, 'custom')))),
  })
  const actor = actorOf(req)
  const locale = actor.kind === 'staff' ? actor.locale : 'en'
  return (
    <DefaultListView
      {...shown}
      BeforeListTable={
        <>
          {shown.BeforeListTable}
          <OwnFieldsBar
            collection={collectionConfig.slug}
            fields={fields}
            columns={keys}
            conditions={conditionsIn({ text: searchParams?.own, fields })}
            locale={locale}
          />
        </>
      }
      Table={
        <div key="table" className="table-wrap">
          <Table
            columns={[
              ...(props.enableRowSelections ? [selectColumn(docs)] : []),
              ...columnState,
              ...columns.map((field) => ownColumn({ field, docs, names, locale })),
            ]}
            data={[...docs]}
          />
        </div>
      }
    />
  )
}

/** The server's own props hold functions, which do not travel to the browser. */
const clientPropsOf = ({
  AfterList,
  AfterListTable,
  beforeActions,
  BeforeList,
  BeforeListTable,
  collectionSlug,
  columnState,
  Description,
  disableBulkDelete,
  disableBulkEdit,
  disableQueryPresets,
  enableRowSelections,
  hasCreatePermission,
  hasDeletePermission,
  hasTrashPermission,
  listMenuItems,
  newDocumentURL,
  queryPreset,
  queryPresetPermissions,
  renderedFilters,
  resolvedFilterOptions,
  Table: table,
  viewType,
}: ListViewClientProps): ListViewClientProps => ({
  AfterList,
  AfterListTable,
  BeforeList,
  BeforeListTable,
  collectionSlug,
  columnState,
  Description,
  hasCreatePermission,
  newDocumentURL,
  Table: table,
  viewType,
  ...(beforeActions ? { beforeActions } : {}),
  ...(disableBulkDelete === undefined ? {} : { disableBulkDelete }),
  ...(disableBulkEdit === undefined ? {} : { disableBulkEdit }),
  ...(disableQueryPresets === undefined ? {} : { disableQueryPresets }),
  ...(enableRowSelections === undefined ? {} : { enableRowSelections }),
  ...(hasDeletePermission === undefined ? {} : { hasDeletePermission }),
  ...(hasTrashPermission === undefined ? {} : { hasTrashPermission }),
  ...(listMenuItems ? { listMenuItems } : {}),
  ...(queryPreset ? { queryPreset } : {}),
  ...(queryPresetPermissions ? { queryPresetPermissions } : {}),
  ...(renderedFilters ? { renderedFilters } : {}),
  ...(resolvedFilterOptions ? { resolvedFilterOptions } : {}),
})

const chosenKeys = async ({
  req,
  collection,
}: {
  req: PayloadRequest
  collection: string
}): Promise<readonly string[] | null> => {
  if (!req.user) return null
  const { docs } = await req.payload.find({
    collection: 'payload-preferences',
    where: {
      and: [
        { key: { equals: preferenceOf(collection) } },
        { 'user.value': { equals: req.user.id } },
        { 'user.relationTo': { equals: req.user.collection } },
      ],
    },
    limit: 1,
    depth: 0,
    req,
    overrideAccess: true,
  })
  const kept = z.array(z.string()).safeParse(docs[0]?.value)
  return kept.success ? kept.data : null
}

type ListedDoc = Parameters<typeof SelectRow>[0]['rowData']

/** As Payload's own table does; a hidden field, because it is none of the collection's. */
const noField: Column['field'] = { name: '_own', type: 'text', admin: {}, hidden: true }

const selectColumn = (docs: readonly ListedDoc[]): Column => ({
  accessor: '_select',
  active: true,
  field: noField,
  Heading: <SelectAll />,
  renderedCells: docs.map((doc) => (
    <SelectRow key={String(Reflect.get(doc, 'id'))} rowData={doc} />
  )),
})

const ownColumn = ({
  field,
  docs,
  names,
  locale,
}: {
  field: CustomField
  docs: readonly ListedDoc[]
  names: Readonly<Record<string, string>>
  locale: string
}): Column => ({
  accessor: `own-${field.key}`,
  active: true,
  field: noField,
  Heading: <span className="pwa-own-heading">{field.label}</span>,
  renderedCells: docs.map((doc) => {
    const values = customValuesOf(Reflect.get(doc, 'custom'))
    const value = valueAt({ values, key: field.key })
    const text = customText({ field, value, locale, nameOf: nameIn(names) })
    return field.type === 'link' && isFilled(value) ? (
      <a
        key={String(Reflect.get(doc, 'id'))}
        href={String(value)}
        target="_blank"
        rel="noopener noreferrer"
      >
        {text}
      </a>
    ) : (
      (text ?? '–')
    )
  }),
})

const nameIn = (names: Readonly<Record<string, string>>) => (person: unknown) => {
  const id: unknown = typeof person === 'object' && person !== null ? Reflect.get(person, 'id') : ''
  return names[String(id)] ?? 'Somebody you may not see'
}
