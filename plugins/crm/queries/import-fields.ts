import type { PayloadRequest } from 'payload'

import { actorOf, customFieldsOf } from '#plugins/kernel'
import { can, type CustomField, type ImportField, type ImportKind } from '#plugins/kernel/domain'
import { importFields } from '../domain/judge-import-row'

/** What columns can be taken for by this colleague: the fields they may write, the agency's own too. */
export const fieldsForImport = async ({
  req,
  kind,
}: {
  req: PayloadRequest
  kind: ImportKind
}): Promise<{ fields: ImportField[]; own: readonly CustomField[] }> => {
  const actor = actorOf(req)
  const may = (permission: string | null | undefined): boolean =>
    !permission || actor.kind === 'system' || can({ actor, permission })
  const own = (await customFieldsOf({ req, collection: kind.collection })).filter(
    ({ readPermission, writePermission }) => may(readPermission) && may(writePermission),
  )
  return {
    own,
    fields: importFields({ kind, own }).filter(({ permission }) => may(permission)),
  }
}
