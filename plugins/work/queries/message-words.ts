import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { registryOf, sqlOf } from '#plugins/kernel'
import type { MergeFields, MessageKind, MessageTemplate } from '#plugins/kernel/domain'
import {
  commonFields,
  renderMessage,
  type MergeValues,
  type Rendered,
} from '../domain/message-template'

/** The mail of this kind; throws when no plugin has said that it sends one. */
const messageKind = ({ req, kind }: { req: PayloadRequest; kind: string }): MessageKind => {
  const known = registryOf(req.payload).messages.get(kind)
  if (!known) throw new Error(`No plugin sends the mail ${kind}.`)
  return known
}

/** What may be merged into a mail of this kind. */
export const fieldsOf = (message: MessageKind): MergeFields => ({
  ...commonFields,
  ...message.fields,
})

/** The words of the agency for a mail, or null while it has those of the product. */
export const ownWords = async ({
  req,
  kind,
}: {
  req: PayloadRequest
  kind: string
}): Promise<MessageTemplate | null> =>
  await sqlOf(req).first({
    schema: z.object({
      subject: z.string(),
      opening: z.string(),
      ending: z
        .string()
        .nullable()
        .transform((text) => text ?? ''),
      button: z
        .string()
        .nullable()
        .transform((text) => text ?? ''),
    }),
    text: 'select subject, opening, ending, button from message_templates where kind = $1',
    values: [kind],
  })

/** The words that a mail of this kind begins with, and what may be merged into them. */
export const messageTemplate = async ({
  req,
  kind,
}: {
  req: PayloadRequest
  kind: string
}): Promise<{ template: MessageTemplate; fields: MergeFields }> => {
  const message = messageKind({ req, kind })
  return {
    template: (await ownWords({ req, kind })) ?? message.defaults,
    fields: fieldsOf(message),
  }
}

/** The words of a mail with its values, as it leaves now. */
export const messageWords = async ({
  req,
  kind,
  values,
  written = {},
}: {
  req: PayloadRequest
  kind: string
  values: MergeValues
  /** What somebody wrote for this one mail instead. */
  written?: Partial<MessageTemplate>
}): Promise<Rendered> => {
  const message = messageKind({ req, kind })
  const own = await ownWords({ req, kind })
  const rendered = renderMessage({
    template: { ...(own ?? message.defaults), ...written },
    fields: fieldsOf(message),
    values,
  })
  // A mail without a subject, or a button without words, would be of no use to its reader.
  const plain = renderMessage({ template: message.defaults, fields: fieldsOf(message), values })
  return {
    ...rendered,
    subject: rendered.subject || plain.subject,
    button: rendered.button || plain.button,
  }
}
