import { render, toPlainText } from '@react-email/render'

import type { MailContent } from '../domain/mail-content'
import { MailHtml, type MailLook } from './mail-html'

/** HTML and plain text of a mail. Imported only where mails leave: React's server renderer is heavy. */
export const renderMail = async (mail: {
  content: MailContent
  urls: readonly string[]
  look: MailLook
}): Promise<{ html: string; text: string }> => {
  const html = await render(<MailHtml {...mail} />)
  return { html, text: toPlainText(html) }
}
