import { APIError, type CollectionBeforeOperationHook } from 'payload'
import { z } from 'zod'

import { sqlOf, tableOf } from '#plugins/kernel'

/**
 * Lets a reset token be used once, however many uses arrive together: the first holds the row until
 * the token is gone, the others find none. They do not wait, for each would hold a connection. Asking for one sends no mail from here: the event does, whose
 * mail holds the token only when it leaves.
 */
export const guardPasswordReset: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
}) => {
  if (operation === 'forgotPassword') {
    // Server code that asks for the token tells of it in its own words; a caller from outside decides
    // neither that nor how long the token lives.
    const isOurs = req.payloadAPI === 'local' || req.context[inviting] === true
    req.context[telling] = !(isOurs && 'disableEmail' in args && args.disableEmail === true)
    return { ...args, disableEmail: true, ...(isOurs ? {} : { expiration: restLifetimeMs }) }
  }
  if (operation !== 'resetPassword') return args
  const token: unknown = 'data' in args ? Reflect.get(Object(args.data), 'token') : undefined
  const held =
    typeof token === 'string' && token !== ''
      ? await sqlOf(req).first({
          schema: z.object({ id: z.string() }),
          text: `select id from ${tableOf(collection.slug)}
            where reset_password_token = $1 and reset_password_expiration > now()
            for update skip locked`,
          values: [token],
        })
      : null
  if (!held) throw new APIError('Token is either invalid or has expired.', 403, null, true)
  req.context[resetting] = true
  return args
}

const restLifetimeMs = 60 * 60 * 1_000

/** Marks in a request's context that a command asks for the token, to tell of it in its own words. */
export const inviting = 'isInviting'

/** Marks in a request's context that a password is being reset in it. */
export const resetting = 'isResettingPassword'

/** Marks in a request's context that the event of the asked-for token is still to be published. */
export const telling = 'isTellingOfReset'
