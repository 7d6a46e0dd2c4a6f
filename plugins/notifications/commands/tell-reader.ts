import type { PayloadRequest } from 'payload'

import type { SubjectRef } from '#plugins/kernel/domain'
import { messageWords, queueMail, type MailLetter, type NewMail } from '#plugins/work'
import type { MailContent, MergeValues } from '#plugins/work/domain'
import { closingFor, greetingFor, type MessageName } from '../domain'
import { brandOf } from '../queries/brand-of'
import type { Reader } from '../queries/readers'

/** Words that the agency may write itself, around what the letter is about. */
type TemplatedWords = {
  message: {
    kind: MessageName
    values: MergeValues
    /** What a colleague wrote for this one letter instead of the words of its template. */
    written?: { subject?: string; opening?: string }
  }
  /** Facts, and what people wrote: between the opening and the button. */
  blocks?: MailContent['blocks']
  /** The link behind the button. */
  button?: number
}

type FixedWords = { subject: string; blocks: MailContent['blocks'] }

export type Letter = Envelope & (TemplatedWords | FixedWords)

/** Colleagues read the product's own words. */
export type ColleagueLetter = Envelope & FixedWords

type Envelope = {
  to: Reader
  links?: NewMail['links']
  attachments?: NewMail['attachments']
  about: SubjectRef
  /** Who looks after the matter; the agency alone when nobody does. */
  signedBy?: string | null
  /** What a colleague wrote, and the conversation it stands in. */
  conversation?: MailLetter
  /** The answer to what the reader did or has to do, which also goes to who asked for quiet. */
  isOwed?: boolean
}

/** Puts a letter into the outbox, once per cause and reader. */
export const tellReader = async ({
  req,
  cause,
  agencyName: usualName,
  letter,
}: {
  req: PayloadRequest
  /** `<reaction>:<event>`: the same cause never writes twice. */
  cause: string
  agencyName: string
  letter: Letter
}): Promise<void> => {
  const { to, signedBy = null, isOwed = false } = letter
  if (to.isSilenced && !isOwed) return
  // Colleagues are written to by the house itself.
  const brand = to.person ? await brandOf({ req, about: letter.about }) : null
  const agencyName = brand?.name ?? usualName
  const words = 'message' in letter ? await wordsOf({ req, agencyName, letter }) : letter
  await queueMail({
    req,
    mail: {
      to: to.email,
      toName: to.name,
      subject: words.subject,
      content: {
        greeting: greetingFor(to.firstName),
        blocks: words.blocks,
        closing: closingFor({ signedBy, agencyName }),
      },
      links: letter.links ?? [],
      attachments: letter.attachments ?? [],
      dedupeKey: `${cause}:${to.key}`,
      about: letter.about,
      brandId: brand?.id ?? null,
      ...('merged' in words ? { merged: words.merged } : {}),
      ...(letter.conversation ? { letter: letter.conversation } : {}),
    },
  })
}

const wordsOf = async ({
  req,
  agencyName,
  letter: { to, message, blocks = [], button },
}: {
  req: PayloadRequest
  agencyName: string
  letter: Envelope & TemplatedWords
}) => {
  const values = {
    'reader.firstName': to.firstName,
    'reader.name': to.name,
    agency: agencyName,
    ...message.values,
  }
  const words = await messageWords({
    req,
    kind: message.kind,
    values,
    ...(message.written ? { written: message.written } : {}),
  })
  const said: MailContent['blocks'] = [
    { kind: 'text', text: words.opening },
    ...blocks,
    ...(button === undefined
      ? []
      : [{ kind: 'action' as const, label: words.button, link: button }]),
    ...(words.ending ? [{ kind: 'note' as const, text: words.ending }] : []),
  ]
  return { subject: words.subject, blocks: said, merged: { kind: message.kind, values } }
}
