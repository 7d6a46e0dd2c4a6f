import { extractText, getDocumentProxy } from 'unpdf'

import type { ReceivedMail } from '../../peers/smtp-peer'

/** What the PDF of a mail says, as a reader of it sees it. */
export const textOfPdf = async ({
  attachments,
  subject,
}: ReceivedMail['mail']): Promise<string> => {
  const [pdf] = attachments.filter(({ mimeType }) => mimeType === 'application/pdf')
  if (!pdf) throw new Error(`There is no PDF in “${subject}”.`)
  const { content } = pdf
  const bytes = typeof content === 'string' ? Buffer.from(content, 'base64') : content
  const document = await getDocumentProxy(new Uint8Array(bytes))
  return (await extractText(document, { mergePages: true })).text
}
