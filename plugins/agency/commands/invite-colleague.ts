import { randomBytes } from 'node:crypto'
import { z } from 'zod'

import { defineCommand } from '#plugins/kernel'
import { isZone, normaliseEmail, ok, refuseInput } from '#plugins/kernel/domain'
import { sendInvitation } from './send-invitation'

/** A new colleague: an account nobody knows the password of, and a mail with the way to choose one. */
export const inviteColleague = defineCommand({
  name: 'invite-colleague',
  summary: 'Invite a colleague by e-mail',
  input: z.object({
    name: z.string().trim().min(1, 'Write the name.').max(200),
    email: z.string().trim().min(1, 'Write the e-mail address.').max(254),
    roleId: z.uuid('Choose a role.'),
    officeId: z.uuid('Choose an office.').nullish(),
    jobTitle: z.string().trim().max(200).nullish(),
  }),
  allow: { staff: 'staff.write' },
  rate: { limit: 60, windowSeconds: 3600 },
  run: async ({ input, ctx: { req, payload, sql, actor } }) => {
    const email = normaliseEmail(input.email)
    if (!email) return refuseInput({ email: 'Write an e-mail address such as ana@agency.com.' })
    const known = await sql.first({
      schema: z.object({ name: z.string() }),
      text: 'select name from users where email = $1',
      values: [email],
    })
    if (known)
      return refuseInput({ email: `${known.name} already has this address. Open their record.` })
    const role = await sql.first({
      schema: z.object({ id: z.string() }),
      text: 'select id from roles where id = $1',
      values: [input.roleId],
    })
    if (!role) return refuseInput({ roleId: 'This role is gone. Choose another one.' })
    const office = input.officeId
      ? await sql.first({
          schema: z.object({ id: z.string(), zone: z.string() }),
          text: 'select id, zone from offices where id = $1',
          values: [input.officeId],
        })
      : null
    if (input.officeId && !office)
      return refuseInput({ officeId: 'This office is gone. Choose another one.' })
    const inviter = actor.kind === 'staff' ? actor : null
    const zone = office?.zone ?? inviter?.zone ?? 'UTC'
    const user = await payload.create({
      collection: 'users',
      data: {
        name: input.name,
        email,
        password: randomBytes(24).toString('base64url'),
        roles: [role.id],
        office: office?.id ?? null,
        jobTitle: input.jobTitle ?? null,
        zone: isZone(zone) ? zone : 'UTC',
        locale: inviter?.locale ?? 'en-US',
      },
      req,
      overrideAccess: true,
      depth: 0,
    })
    await sendInvitation({ req, user })
    return ok({ userId: user.id })
  },
})
