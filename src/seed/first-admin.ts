import type { Payload, PayloadRequest } from 'payload'
import { z } from 'zod'

import { newPassword, rolesByKey, layGround } from './found-agency'
import { inOwnTransaction, requestFor, sqlOf } from '#plugins/kernel'
import type { DemoLink } from './demo-links'

const lifetimeMs = 7 * 24 * 60 * 60 * 1_000

/**
 * The first admin of an installation without a demo: an account nobody knows the password of, and a
 * link to choose one, which works once. As long as nobody has signed in a start makes a new link.
 */
export const inviteFirstAdmin = async ({
  payload,
  email,
  adminUrl,
}: {
  payload: Payload
  email: string
  adminUrl: string
}): Promise<DemoLink[]> => {
  await layGround({ payload })
  const req = await requestFor({ payload, actor: { kind: 'system', id: 'first-admin' } })
  return await inOwnTransaction({
    req,
    run: async () => {
      const common = { req, overrideAccess: true, depth: 0 } as const
      const { docs } = await payload.find({
        collection: 'users',
        pagination: false,
        ...common,
      })
      const admin = docs.find((user) => user.email === email.toLowerCase())
      const isSomebodyElseIn = docs.length > (admin ? 1 : 0)
      if (isSomebodyElseIn || (admin && (await hasChosenPassword({ req, id: admin.id })))) return []
      if (!admin) {
        const roles = await rolesByKey(req)
        await payload.create({
          collection: 'users',
          data: {
            name: email.split('@')[0] ?? email,
            email,
            password: newPassword() + newPassword(),
            roles: [roles.get('admin') ?? ''],
            zone: 'UTC',
            locale: 'en-US',
          },
          ...common,
        })
      }
      const token = await payload.forgotPassword({
        collection: 'users',
        data: { email },
        disableEmail: true,
        expiration: lifetimeMs,
        req,
        overrideAccess: true,
      })
      return token
        ? [{ label: 'Choose the first password', url: `${adminUrl}/admin/reset/${token}` }]
        : []
    },
  })
}

const hasChosenPassword = async ({
  req,
  id,
}: {
  req: PayloadRequest
  id: string
}): Promise<boolean> => {
  const reset = await sqlOf(req).first({
    schema: z.object({ id: z.string() }),
    text: `select id from domain_events
      where subject_type = 'user' and subject_id = $1 and name = 'staff-password.reset' limit 1`,
    values: [id],
  })
  return reset !== null
}
