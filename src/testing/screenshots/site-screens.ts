import type { Page } from 'playwright-core'

import { asWindow, firstOf, type Scene, type Screen } from './screen'

/** Sends a form as it stands, and waits for what is wrong with it. */
const sendEmpty = (button: string) => async (page: Page) => {
  await page.getByRole('button', { name: button }).click()
  await page.getByRole('alert').first().waitFor()
}

const requestStaff = async (page: Page): Promise<void> => {
  await page.fill('#f-company', 'Quayside Freight Ltd')
  await page.fill('#f-contactName', 'Blair Buyer')
  await page.fill('#f-email', 'blair@quayside.example')
  await page.fill('#f-jobTitle', 'Dock supervisor')
  await page.fill('#f-workLocation', 'Pier 4, New York')
  await page.getByRole('button', { name: 'Send the request' }).click()
  await page.getByText('We have your request').waitFor()
}

const apply = async (page: Page): Promise<void> => {
  await page.fill('#f-firstName', 'Robin')
  await page.fill('#f-lastName', 'Applicant')
  await page.fill('#f-email', 'robin.applicant@mail.example')
  const question = page.locator('.pw-apply textarea[name="answer"]')
  if ((await question.count()) > 0) await question.fill('Four years, most of them on nights.')
  const yes = page.locator('.pw-apply input[name="answer"][value="yes"]')
  if ((await yes.count()) > 0) await yes.check()
  await page.check('#f-consent')
  await page.getByRole('button', { name: 'Send my application' }).click()
  await page.getByText('Thank you, we have your application').waitFor()
}

/** The agency's website, its forms with what is wrong with them and when they were sent. */
export const siteScreens = async ({ agency: { url }, client }: Scene): Promise<Screen[]> => {
  const slug = await firstOf({
    client,
    text: `select p.slug as value from job_postings p join job_orders o on o.id = p.job_order_id
      where p.state = 'published' order by (o.screening_question is not null) desc, p.published_at desc`,
  })
  const page = ({ name, path, ...rest }: { name: string; path: string } & Partial<Screen>) =>
    ({ viewer: 'visitor', isWhole: true, at: { url: `${url}${path}` }, name, ...rest }) as const
  return [
    page({ name: 'site-home', path: '/', steps: [asWindow] }),
    page({ name: 'site-jobs', path: '/jobs' }),
    page({ name: 'site-jobs-none', path: '/jobs?q=astronaut' }),
    ...(slug
      ? [
          page({
            name: 'site-job',
            path: `/jobs/${slug}`,
            steps: [
              { name: 'refused', act: sendEmpty('Send my application') },
              { name: 'sent', act: apply },
            ],
          }),
        ]
      : []),
    page({
      name: 'site-request-staff',
      path: '/request-staff',
      steps: [
        { name: 'refused', act: sendEmpty('Send the request') },
        { name: 'sent', act: requestStaff },
      ],
    }),
    page({
      name: 'site-intake-form',
      path: '/request-staff/nursing',
      steps: [{ name: 'refused', act: sendEmpty('Send the request') }],
    }),
    page({ name: 'site-about', path: '/about' }),
    page({ name: 'site-contact', path: '/contact' }),
    page({ name: 'site-missing', path: '/nothing-here', status: 404 }),
    page({ name: 'site-missing-job', path: '/jobs/no-such-job', status: 404 }),
  ]
}
