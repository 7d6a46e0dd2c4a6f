import { SetStepNav } from '@payloadcms/ui'
import { createLocalReq, type ListViewServerProps } from 'payload'

import { EmptyState, PageHeader, Pill, Screen, Table } from '#plugins/agency/admin'
import { actorOf, registryOf } from '#plugins/kernel'
import { can, formatInstant } from '#plugins/kernel/domain'
import { importWorkflow } from '../domain/import-workflow'
import { fieldsForImport } from '../queries/import-fields'
import { readableImport } from '../queries/import-rows'
import { ImportDesk } from './ImportDesk'
import { ImportDrop } from './ImportDrop'
import { importView } from './import-view'

const path = '/admin/collections/imports'

/** Bring a table in: the file, and below it those that were brought in before; or one of them. */
export const ImportsScreen = async ({
  payload,
  user,
  searchParams,
}: Pick<ListViewServerProps, 'payload' | 'user' | 'searchParams'>) => {
  const req = await createLocalReq(user ? { user } : {}, payload)
  const actor = actorOf(req)
  if (actor.kind !== 'staff' || !can({ actor, permission: 'imports.write' }))
    return (
      <Screen>
        <EmptyState
          title="Imports are not part of your role"
          text="Ask a colleague with the right to import tables."
        />
      </Screen>
    )
  const kinds = [...registryOf(payload).imports.values()].filter(({ permission }) =>
    can({ actor, permission }),
  )
  const asked = searchParams?.import
  if (typeof asked === 'string') {
    const found = await readableImport({ req, importId: asked })
    if (!found.ok)
      return (
        <Screen>
          <EmptyState
            title="This import was not found"
            text="It may have been of records that you may not write."
            action={
              <a className="pwa-btn" href={path}>
                All imports
              </a>
            }
          />
        </Screen>
      )
    const { kind } = found.value
    const doc = await payload.findByID({
      collection: 'imports',
      id: asked,
      depth: 0,
      req,
      overrideAccess: false,
    })
    const { fields } = await fieldsForImport({ req, kind })
    return (
      <Screen>
        <SetStepNav nav={[{ label: 'Imports', url: path }, { label: doc.fileName }]} />
        <ImportDesk
          initial={importView.parse(doc)}
          plural={kind.label}
          collection={kind.collection}
          fields={fields.map(({ key, label }) => ({ key, label }))}
          takesFiles={kind.takesFiles === true}
        />
      </Screen>
    )
  }
  const { docs } = await payload.find({
    collection: 'imports',
    sort: '-createdAt',
    limit: 50,
    depth: 1,
    req,
    overrideAccess: false,
  })
  return (
    <Screen>
      <SetStepNav nav={[{ label: 'Imports' }]} />
      <PageHeader
        title="Imports"
        lead="Bring your data as CSV or XLSX. You see what becomes of every row before anything is written, and can take a whole import back."
      />
      <ImportDrop kinds={kinds.map(({ key, label }) => ({ key, label }))} />
      {docs.length === 0 ? (
        <EmptyState
          title="Nothing was imported yet"
          text="Begin with clients, then contacts and candidates, then what was noted about them."
        />
      ) : (
        <Table
          caption="Imports"
          columns={[
            { key: 'file', label: 'File' },
            { key: 'what', label: 'What' },
            { key: 'state', label: 'State' },
            { key: 'rows', label: 'Rows', isFigure: true },
            { key: 'made', label: 'New', isFigure: true },
            { key: 'by', label: 'By' },
            { key: 'at', label: 'At' },
          ]}
          rows={docs.map((doc) => ({
            id: doc.id,
            href: `${path}?import=${doc.id}`,
            cells: {
              file: doc.fileName,
              what: registryOf(payload).imports.get(doc.kind)?.label ?? doc.kind,
              state: <Pill {...stateOf(doc.state)} />,
              rows: doc.rowCount.toLocaleString(actor.locale),
              made: doc.createdCount.toLocaleString(actor.locale),
              by: typeof doc.startedBy === 'object' ? (doc.startedBy?.name ?? '') : '',
              at: formatInstant({
                instant: doc.createdAt,
                zone: actor.zone,
                locale: actor.locale,
              }),
            },
          }))}
        />
      )}
    </Screen>
  )
}

const stateOf = (state: string) => {
  const known = Object.entries(importWorkflow.states).find(([key]) => key === state)?.[1]
  return { tone: known?.tone ?? ('neutral' as const), label: known?.label ?? state }
}
