import { mailContent } from '#plugins/work/domain'
import { renderMail } from '../../../plugins/work/adapters/render-mail'
import type { Scene, Screen } from './screen'

type Row = { key: string; content: unknown }

/** One mail of each kind, as it leaves the house. */
export const mailScreens = async ({ agency, client }: Scene): Promise<Screen[]> => {
  const { rows } = await client.query<Row>(
    `select distinct on (1) split_part(dedupe_key, ':', 1) as key, content
      from outbound_mails order by 1, created_at`,
  )
  return await Promise.all(
    rows.map(async ({ key, content }): Promise<Screen> => {
      const { html } = await renderMail({
        content: mailContent.parse(content),
        urls: Array.from({ length: 5 }, () => `${agency.url}/portal`),
        look: { name: 'Harbour & Hale', colour: '#14524d', footer: null, logo: null },
      })
      return { name: `mail-${key}`, viewer: 'visitor', at: { html }, isWhole: true }
    }),
  )
}
