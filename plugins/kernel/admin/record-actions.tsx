import type {
  BeforeDocumentControlsServerProps,
  CollectionSlug,
  DataFromCollectionSlug,
} from 'payload'

import { permissionsOf } from '../commands/actor-of'
import { mayCallAsStaff } from '../commands/define-command'
import { registryOf } from '../registry/registry'
import { ActionBar } from './ActionBar'
import type { RecordAction } from './command-action'

export type ActionContext<Slug extends CollectionSlug> = {
  record: DataFromCollectionSlug<Slug>
  id: string
  may: (permission: string) => boolean
  zone: string
  locale: string
  payload: BeforeDocumentControlsServerProps['payload']
  user: BeforeDocumentControlsServerProps['user']
}

type Offered = RecordAction | false | null | undefined

/**
 * The acts that stand beside a record's Save button: decided on the server from the record as it is
 * stored and from the rights that each command asks for. A command that no plugin registered is not
 * offered, so a lower plugin may name the act of a higher one. The commands judge again.
 */
export const recordActions =
  <Slug extends CollectionSlug>({
    collection,
    actionsFor,
  }: {
    collection: Slug
    actionsFor: (context: ActionContext<Slug>) => readonly Offered[] | Promise<readonly Offered[]>
  }) =>
  async ({ id, payload, user }: BeforeDocumentControlsServerProps & { id?: unknown }) => {
    if (typeof id !== 'string' || !user) return null
    const document = await payload.findByID({
      collection,
      id,
      depth: 0,
      user,
      overrideAccess: false,
      disableErrors: true,
    })
    if (!document) return null
    const permissions = permissionsOf(user)
    const zone: unknown = Reflect.get(user, 'zone')
    const locale: unknown = Reflect.get(user, 'locale')
    const offered = await actionsFor({
      record: withType<DataFromCollectionSlug<Slug>>(document),
      id,
      may: (permission) => permissions.has(permission),
      zone: typeof zone === 'string' && zone ? zone : 'UTC',
      locale: typeof locale === 'string' && locale ? locale : 'en-US',
      payload,
      user,
    })
    const { commands } = registryOf(payload)
    const actions = offered.filter((action): action is RecordAction => {
      if (action && 'href' in action) return true
      const allow = action ? commands.get(action.command)?.allow : undefined
      return allow !== undefined && mayCallAsStaff({ allow, permissions })
    })
    return actions.length > 0 ? <ActionBar actions={actions} /> : null
  }

/** `findByID` without `select` returns the whole document of its collection. */
const withType = <Document,>(document: unknown): Document => document as Document
