import type {
  CollectionAfterForgotPasswordHook,
  CollectionAfterLoginHook,
  PayloadRequest,
} from 'payload'
import { z } from 'zod'

import { publish, sqlOf, tableOf } from '#plugins/kernel'
import { portalAccountKind } from '../domain/portal-session'
import { resetting, telling } from './guard-password-reset'

const forgotten = z.object({
  data: z.object({ email: z.string() }),
  req: z.custom<Parameters<typeof sqlOf>[0]>((req) => typeof req === 'object' && req !== null),
})

/** Tells that somebody asked for a new password; the reaction to it sends the mail. */
export const announceResetRequest: CollectionAfterForgotPasswordHook = async ({
  args,
  collection,
}) => {
  const { data, req } = forgotten.parse(args)
  if (req.context[telling] !== true) return
  const account = await sqlOf(req).first({
    schema: z.object({ id: z.string() }),
    text: `select id from ${tableOf(collection.slug)} where email = $1 and is_disabled is not true`,
    values: [data.email.toLowerCase().trim()],
  })
  if (!account) return
  const { kind, word } = wordsOf(collection.slug)
  await publish({ req, event: { name: `${word}.requested`, subject: { kind, id: account.id } } })
}

/** Whoever is in needs no reset link: the token ends with the reset itself and with any sign-in. */
export const announcePasswordReset: CollectionAfterLoginHook = async ({
  collection,
  req,
  user,
}) => {
  const id = String(user.id)
  await sqlOf(req).run({
    text: `update ${tableOf(collection.slug)} set reset_password_token = null
      where id = $1 and reset_password_token is not null`,
    values: [id],
  })
  if (req.context[resetting] !== true) return
  const { kind, word } = wordsOf(collection.slug)
  await publish({ req, event: { name: `${word}.reset`, subject: { kind, id } } })
  if (kind === 'user' && (await hasJoined({ req, id })))
    await publish({ req, event: { name: 'staff.joined', subject: { kind, id } } })
}

/** The first password of an invited colleague. */
const hasJoined = async ({ req, id }: { req: PayloadRequest; id: string }): Promise<boolean> =>
  (await sqlOf(req).run({
    text: `update users set joined_at = now()
      where id = $1 and invited_at is not null and joined_at is null`,
    values: [id],
  })) === 1

/** The subject of a login's events and their first word. */
const wordsOf = (collection: string): { kind: string; word: string } =>
  collection === 'users'
    ? { kind: 'user', word: 'staff-password' }
    : { kind: portalAccountKind, word: 'portal-password' }
