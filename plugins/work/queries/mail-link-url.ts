import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf, tokenForSending } from '#plugins/kernel'
import type { MailLink } from '../domain/mail-content'
import type { MailOptions } from '../options'

/**
 * Where a link of a mail leads, with its token; null when the link is spent, revoked or expired.
 * Whoever holds the address acts as the receiver: it is made for the mail that leaves and for the
 * demo, and for nobody else.
 */
export const mailLinkUrl = async ({
  req,
  link,
  options,
}: {
  req: PayloadRequest
  link: MailLink
  options: MailOptions
}): Promise<string | null> => {
  switch (link.kind) {
    case 'page':
      return link.url
    case 'access': {
      const token = await tokenForSending({ req, linkId: link.linkId })
      return token ? `${options.siteUrl}/l/${token}` : null
    }
    case 'unsubscribe': {
      const token = await tokenForSending({ req, linkId: link.linkId })
      return token ? `${options.siteUrl}/api/unsubscribe/${token}` : null
    }
    case 'reset': {
      const row = await sqlOf(req).first({
        schema: z.object({ token: z.string().nullable() }),
        text: `select reset_password_token as token from "${link.collection.replace('-', '_')}" where id = $1`,
        values: [link.id],
      })
      if (!row?.token) return null
      return link.collection === 'users'
        ? `${options.adminUrl}/admin/reset/${row.token}`
        : `${options.siteUrl}/portal/reset/${row.token}`
    }
  }
}
