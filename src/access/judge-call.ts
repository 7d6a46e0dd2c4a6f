import {
  APIError,
  executeAccess,
  MissingFile,
  ValidationError,
  type CollectionBeforeOperationHook,
  type GlobalBeforeOperationHook,
  type PayloadRequest,
} from 'payload'

import { judgeAsked } from './caps'
import { equaliseLoginTime } from './equal-login-time'
import { judgeData } from './judge-data'

/** What Payload keeps in every row. A caller who sends it is not refused: the admin's forms do. */
const ownFields = ['id', 'createdAt', 'updatedAt'] as const

/** What Payload finds out about a file by itself. */
const ownFileFields = [
  'url',
  'thumbnailURL',
  'filename',
  'mimeType',
  'filesize',
  'width',
  'height',
  'sizes',
] as const

/**
 * Runs before every operation of every collection: bounds what it asks for and drops what no caller
 * may set. It queries nothing on the way to a write, which already holds a connection by then.
 *
 * @throws APIError 400 for what is too much
 */
export const judgeCollectionCall: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
}) => {
  if (operation === 'login' && req.payloadAPI === 'REST') {
    const { email, password } = dataOf(args)
    await equaliseLoginTime({ req, collection: collection.slug, email, password })
    return args
  }
  if (!isFromOutside({ args, req })) return args
  const isBulk =
    (operation === 'update' || operation === 'delete') && Reflect.get(args, 'id') === undefined
  refuseTooMuch({ args, isBulk })
  if (operation === 'create' && collection.upload && !req.file && !isDuplicate(args)) {
    // Without a file Payload would fetch one from an address in the body.
    await executeAccess({ req }, collection.access.create)
    throw new MissingFile(req.t)
  }
  if (operation === 'create' || operation === 'update') {
    const data = dataOf(args)
    for (const name of collection.upload ? [...ownFields, ...ownFileFields] : ownFields)
      delete data[name]
    const errors = judgeData({ fields: collection.flattenedFields, data })
    if (errors.length > 0) throw new ValidationError({ collection: collection.slug, errors, req })
    Object.assign(args, { data })
  }
  return args
}

/** The same for globals. */
export const judgeGlobalCall: GlobalBeforeOperationHook = ({ args, req }) => {
  if (isFromOutside({ args, req })) refuseTooMuch({ args, isBulk: false })
  return args
}

/** Only what comes from outside is judged: the server's own calls and population are trusted. */
const isFromOutside = ({ args, req }: { args: object; req: PayloadRequest }): boolean =>
  req.payloadAPI === 'REST' &&
  !Reflect.get(args, 'overrideAccess') &&
  // No REST handler sets it. Payload does, with no limit, when it looks up on the way to a write
  // whether a relation fits its field's filter.
  Reflect.get(args, 'disableErrors') !== true &&
  // Zero for the records behind a virtual field: population begins to count there.
  Reflect.get(args, 'currentDepth') === undefined

const isDuplicate = (args: object): boolean => Reflect.get(args, 'duplicateFromID') !== undefined

/** The body of the call; a call without one has no fields. */
const dataOf = (args: object): Record<string, unknown> => {
  const data: unknown = Reflect.get(args, 'data')
  return typeof data === 'object' && data !== null ? Object.fromEntries(Object.entries(data)) : {}
}

const refuseTooMuch = ({ args, isBulk }: { args: object; isBulk: boolean }): void => {
  const problem = judgeAsked({ asked: args, isBulk })
  if (problem) throw new APIError(problem, 400, null, true)
}
