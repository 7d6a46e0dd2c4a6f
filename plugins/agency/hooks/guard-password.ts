import {
  APIError,
  ValidationError,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
  type SanitizedCollectionConfig,
} from 'payload'
import { z } from 'zod'

import { sqlOf, tableOf } from '#plugins/kernel'
import { isUuid } from '#plugins/kernel/domain'
import { judgePassword } from '../domain/password'

const setting = new Set<string>(['create', 'update', 'resetPassword'])

/**
 * Lets only passwords in that are not guessed first, whoever sets them and by whatever way: a new
 * account, a change, a reset. Payload itself takes three characters.
 */
export const guardPassword: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
}) => {
  if (!setting.has(operation)) return args
  const data: unknown = Reflect.get(args, 'data')
  const password = valueIn({ record: data, name: 'password' })
  if (password === undefined || password === null || password === '') {
    if (operation !== 'resetPassword') return args
    throw wrong({ collection, message: 'Choose a password.' })
  }
  if (typeof password !== 'string') throw wrong({ collection, message: 'A password is text.' })
  const id: unknown = Reflect.get(args, 'id')
  if (operation === 'update' && !isUuid(id))
    throw new APIError('A password is set for one account at a time.', 400, null, true)
  const right = await rightToSet({ args, collection, operation, req })
  // Payload refuses it after this hook; until then nothing may be learnt about the account.
  if (right === 'none') return args
  const email =
    right === 'all'
      ? await emailOf({ req, collection, data, id })
      : textIn({ record: data, name: 'email' })
  const message = judgePassword({ password, email })
  if (message) throw wrong({ collection, message })
  return args
}

/** Whether the caller may change this account at all, as far as can be said before Payload does. */
const rightToSet = async ({
  args,
  collection,
  operation,
  req,
}: {
  args: object
  collection: SanitizedCollectionConfig
  operation: string
  req: PayloadRequest
}): Promise<'all' | 'some' | 'none'> => {
  // A reset is proved by its token, which stands before this hook.
  if (operation !== 'update' || Reflect.get(args, 'overrideAccess') === true) return 'all'
  const id: unknown = Reflect.get(args, 'id')
  const answer = await collection.access.update({ req, ...(typeof id === 'string' ? { id } : {}) })
  if (answer === true) return 'all'
  return answer ? 'some' : 'none'
}

/** The address the account will have, or has, or that belongs to the reset token. */
const emailOf = async ({
  req,
  collection,
  data,
  id,
}: {
  req: PayloadRequest
  collection: SanitizedCollectionConfig
  data: unknown
  id: unknown
}): Promise<string | null> => {
  const given = textIn({ record: data, name: 'email' })
  if (given !== null) return given
  const row = await sqlOf(req).first({
    schema: z.object({ email: z.string() }),
    text: `select email from ${tableOf(collection.slug)}
      where id::text = $1 or reset_password_token = $2 limit 1`,
    values: [typeof id === 'string' ? id : null, textIn({ record: data, name: 'token' })],
  })
  return row?.email ?? null
}

const valueIn = ({ record, name }: { record: unknown; name: string }): unknown =>
  typeof record === 'object' && record !== null ? Reflect.get(record, name) : undefined

const textIn = ({ record, name }: { record: unknown; name: string }): string | null => {
  const value = valueIn({ record, name })
  return typeof value === 'string' ? value : null
}

const wrong = ({
  collection,
  message,
}: {
  collection: SanitizedCollectionConfig
  message: string
}): Error =>
  new ValidationError({ collection: collection.slug, errors: [{ path: 'password', message }] })
