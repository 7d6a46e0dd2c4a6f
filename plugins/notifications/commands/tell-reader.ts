import type { PayloadRequest } from 'payload'

import type { SubjectRef } from '#plugins/kernel/domain'
import { queueMail, type NewMail } from '#plugins/work'
import type { MailContent } from '#plugins/work/domain'
import { closingFor, greetingFor } from '../domain'
import type { Reader } from '../queries/readers'

export type Letter = {
  to: Reader
  subject: string
  blocks: MailContent['blocks']
  links?: NewMail['links']
  attachments?: NewMail['attachments']
  about: SubjectRef
  /** Who looks after the matter; the agency alone when nobody does. */
  signedBy?: string | null
  /** The answer to what the reader did or has to do, which also goes to who asked for quiet. */
  isOwed?: boolean
}

/** Puts a letter into the outbox, once per cause and reader. */
export const tellReader = async ({
  req,
  cause,
  agencyName,
  letter: { to, blocks, signedBy = null, isOwed = false, ...letter },
}: {
  req: PayloadRequest
  /** `<reaction>:<event>`: the same cause never writes twice. */
  cause: string
  agencyName: string
  letter: Letter
}): Promise<void> => {
  if (to.isSilenced && !isOwed) return
  await queueMail({
    req,
    mail: {
      to: to.email,
      toName: to.name,
      subject: letter.subject,
      content: {
        greeting: greetingFor(to.firstName),
        blocks,
        closing: closingFor({ signedBy, agencyName }),
      },
      links: letter.links ?? [],
      attachments: letter.attachments ?? [],
      dedupeKey: `${cause}:${to.key}`,
      about: letter.about,
    },
  })
}
