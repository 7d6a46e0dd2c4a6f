import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'

import type { PersonToWriteTo } from '#plugins/crm'
import { publish } from '#plugins/kernel'
import type { PersonRef } from '#plugins/kernel/domain'
import { queueMail } from '#plugins/work'
import { renderMessage, type MailContent } from '#plugins/work/domain'
import { letterFields, type LetterReader } from '../domain/letter-fields'
import { closingOf, greetingOf, letterValues } from '../domain/letter-values'
import type { LetterFrame } from '../queries/letter-frame'

export const unsubscribePurpose = 'mailing.unsubscribe'

export type LetterWords = { subject: string; text: string }

/** The words of a letter as one reader gets them; merge fields without a value are named. */
export const wordsFor = ({
  words,
  reader,
  person,
  frame,
}: {
  words: LetterWords
  reader: LetterReader
  person: PersonToWriteTo
  frame: LetterFrame
}): LetterWords & { missing: readonly string[] } => {
  const rendered = renderMessage({
    template: { subject: words.subject, opening: words.text, ending: '', button: '' },
    fields: letterFields(reader),
    values: letterValues({
      person,
      order: frame.order,
      sender: frame.sender?.name ?? null,
      agency: frame.agency,
    }),
  })
  return { subject: rendered.subject, text: rendered.opening, missing: rendered.missing }
}

/** Puts the letter to one person into the outbox and tells it in their story; null when it was there. */
export const queueLetter = async ({
  req,
  words,
  reader,
  person,
  frame,
  mailingId = null,
  isNews = false,
  conversation = null,
  dedupeKey,
}: {
  req: PayloadRequest
  words: LetterWords
  reader: LetterReader
  person: PersonToWriteTo & { address: string }
  frame: LetterFrame
  mailingId?: string | null
  isNews?: boolean
  /** What it answers. */
  conversation?: { thread: string; references: readonly string[] } | null
  dedupeKey: string
}): Promise<string | null> => {
  const { subject, text } = wordsFor({ words, reader, person, frame })
  const who: PersonRef = { kind: reader, id: person.id }
  const clientId = person.clientId ?? frame.order?.clientId ?? null
  const sender = frame.sender?.name ?? null
  const blocks: MailContent['blocks'] = [{ kind: 'text', text }]
  const mailId = await queueMail({
    req,
    mail: {
      to: person.address,
      toName: person.name,
      subject,
      content: {
        greeting: greetingOf(person.firstName),
        blocks: isNews
          ? [
              ...blocks,
              {
                kind: 'quiet-link',
                text: `You get this because ${frame.agency} may write to you about jobs and news.`,
                label: 'No more of these',
                link: 0,
              },
            ]
          : blocks,
        closing: closingOf({ sender, agency: frame.agency }),
      },
      links:
        isNews && mailingId
          ? [
              {
                kind: 'unsubscribe',
                purpose: unsubscribePurpose,
                subject: { kind: 'mailing', id: mailingId },
                person: who,
              },
            ]
          : [],
      about: frame.order ? { kind: 'job-order', id: frame.order.id } : who,
      brandId: frame.brandId,
      dedupeKey,
      letter: {
        person: who,
        clientId,
        orderId: frame.order?.id ?? null,
        authorId: frame.sender?.id ?? null,
        thread: conversation?.thread ?? randomUUID(),
        references: conversation?.references ?? [],
        replyTo: frame.replyTo,
        mailingId,
      },
    },
  })
  if (mailId)
    await publish({
      req,
      event: {
        name: 'letter.written',
        subject: who,
        person: who,
        clientId,
        orderId: frame.order?.id ?? null,
        changes: { mail: mailId, text: null },
        personal: { text: [null, `${subject}\n${text}`] },
      },
    })
  return mailId
}
