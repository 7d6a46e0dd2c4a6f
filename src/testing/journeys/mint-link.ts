import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Page } from 'playwright-core'

export type LinkWish = {
  purpose: string
  subject: { kind: string; id: string }
  person: { kind: 'candidate' | 'client-contact'; id: string } | null
}

/**
 * The path of a link as a mail would carry it. The demo's own mails are long opened in this story;
 * a row of our own stands for one that has just arrived.
 */
export const mintLink = async ({
  client,
  link: { purpose, subject, person },
}: {
  client: pg.Client
  link: LinkWish
}): Promise<string> => {
  const token = randomBytes(32).toString('base64url')
  await client.query(
    `insert into access_links (id, nonce, token_hash, purpose, subject_kind, subject_id,
        person_kind, person_id, expires_at, spent_by_act)
      values ($1, $2, $3, $4, $5, $6, $7, $8, now() + interval '7 days', false)`,
    [
      randomUUID(),
      randomUUID(),
      createHash('sha256').update(token).digest('hex'),
      purpose,
      subject.kind,
      subject.id,
      person?.kind ?? null,
      person?.id ?? null,
    ],
  )
  return `/l/${token}`
}

/** Opens a link as its reader does: the page of the mail, then the button. */
export const openLink = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await page.waitForURL(({ pathname }) => !pathname.startsWith('/l/'))
}
