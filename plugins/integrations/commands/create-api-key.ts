import { z } from 'zod'

import { defineCommand } from '#plugins/kernel'
import { ok, refuseInput, refuseRight } from '#plugins/kernel/domain'
import { newApiKey } from '../access/api-key-secret'
import { isAddressRule, isScope } from '../domain'

/** Makes a key that acts for whoever makes it; the key itself is told once. */
export const createApiKey = defineCommand({
  name: 'create-api-key',
  summary: 'Make an API key that acts for you within chosen scopes',
  input: z.object({
    name: z.string().trim().min(1, 'Name the program that will use it.').max(80),
    scopes: z
      .array(z.string().refine(isScope, 'There is no such scope.'))
      .min(1, 'Choose what the key may do.'),
    lifetimeDays: z.coerce
      .number()
      .int()
      .min(1, 'At least one day.')
      .max(730, 'At most two years: rotate the key afterwards.'),
    allowedFrom: z
      .array(
        z
          .string()
          .trim()
          .refine(isAddressRule, 'Write an address or a network such as 203.0.113.0/24.'),
      )
      .max(20)
      .default([]),
  }),
  example: { name: 'Payroll export', scopes: ['time.read', 'pay.read'], lifetimeDays: 90 },
  allow: { staff: 'integrations.write' },
  isForPeopleOnly: true,
  isSecretShownOnce: true,
  rate: { limit: 20, windowSeconds: 3600 },
  run: async ({ input, ctx: { actor, payload, req, sql } }) => {
    if (actor.kind !== 'staff') return refuseRight('A key acts for a colleague: sign in first.')
    const beyond = input.scopes.filter((scope) => !actor.permissions.has(scope))
    if (beyond.length > 0)
      return refuseInput({ scopes: `You do not have these rights yourself: ${beyond.join(', ')}.` })
    const { prefix, secret, hash } = newApiKey()
    const { expires_at: expiresAt } = await sql
      .first({
        schema: z.object({ expires_at: z.date() }),
        text: 'select now() + make_interval(days => $1) as expires_at',
        values: [input.lifetimeDays],
      })
      .then((row) => row ?? Promise.reject(new Error('The database told no time.')))
    const key = await payload.create({
      collection: 'api-keys',
      data: {
        state: 'active',
        name: input.name,
        prefix,
        secretHash: hash,
        owner: actor.id,
        scopes: [...new Set(input.scopes)],
        allowedFrom: input.allowedFrom,
        expiresAt: expiresAt.toISOString(),
      },
      req,
      // The collection is closed to hands; the right was checked above.
      overrideAccess: true,
      depth: 0,
    })
    return ok({ apiKeyId: key.id, secret, prefix, expiresAt: expiresAt.toISOString() })
  },
})
