import type { Page } from 'playwright-core'

import { asWindow, firstOf, type Scene, type Screen, type Step } from './screen'

/** Every collection of the navigation, and which of its records tells the most. */
const collections: Readonly<Record<string, string>> = {
  'intake-forms': 'created_at',
  'order-templates': 'created_at',
  'order-requests': `state = 'received' desc`,
  'job-orders': `state = 'active' desc, score desc nulls last`,
  qualifications: 'score desc, created_at desc',
  playbooks: 'position',
  'routing-rules': 'position',
  openings: `state = 'filled' desc`,
  'job-postings': `state = 'published' desc`,
  submissions: `state = 'client_review' desc`,
  stages: 'position',
  labels: 'name',
  brands: 'name',
  'clock-times': 'created_at',
  shortlists: `state = 'partly_answered' desc`,
  interviews: `state = 'scheduled' desc`,
  scorecards: 'created_at',
  'offer-rules': 'created_at',
  offers: `state = 'awaiting_approval' desc, version desc`,
  'talent-pools': 'created_at',
  candidates: `state = 'placed' desc, created_at`,
  skills: 'number',
  'candidate-references': 'created_at',
  'candidate-work-rights': 'created_at',
  'candidate-payroll': 'created_at',
  'candidate-eeo': 'created_at',
  credentials: `state = 'verified' desc`,
  'credential-types': 'created_at',
  consents: 'created_at',
  imports: `state = 'checked' desc`,
  'letter-templates': 'name',
  mailings: 'created_at desc',
  'incoming-mails': `state = 'unfiled' desc`,
  'mail-addresses': 'created_at',
  mailboxes: 'created_at',
  documents: `kind = 'cv' desc`,
  'client-corporations': 'created_at',
  'client-contacts': 'created_at',
  'work-locations': 'created_at',
  'rate-cards': 'created_at',
  placements: `state = 'active' desc, created_at desc`,
  'readiness-items': 'created_at',
  timesheets: `state = 'approved' desc, worked_minutes desc`,
  'work-weeks': 'created_at desc',
  'pay-lines': 'created_at desc',
  'bill-lines': 'created_at desc',
  invoices: `state = 'part_paid' desc, state = 'issued' desc`,
  'invoice-lines': 'created_at desc',
  payments: 'created_at desc',
  allocations: 'created_at desc',
  'payment-attempts': 'created_at desc',
  'webhook-events': 'created_at desc',
  sites: 'created_at',
  pages: 'created_at',
  media: 'created_at',
  'outbound-mails': `subject like 'Shortlist%' desc, created_at desc`,
  users: 'created_at',
  roles: 'created_at',
  'portal-accounts': 'created_at',
  offices: 'created_at',
  'holiday-calendars': 'created_at',
  holidays: 'day_on',
  notes: `kind = 'call' desc`,
  tasks: `state = 'open' desc, created_at`,
  clocks: `state = 'running' desc, due_at`,
  'legal-entities': 'created_at',
  'api-keys': 'created_at',
  'webhook-endpoints': 'created_at',
  'webhook-deliveries': 'created_at desc',
  'field-definitions': 'created_at',
  'message-templates': 'created_at',
  'legal-texts': 'created_at',
  'legal-holds': 'created_at',
  'retention-rules': 'created_at',
  erasures: 'created_at',
  'data-archives': 'created_at',
  'incoming-endpoints': 'created_at',
  'client-messages': 'created_at desc',
  'incoming-deliveries': 'created_at desc',
}

type Act = { name: string; collection: string; where: string; label: string }

/** The dialogs in which the work of the thread is done. */
const dialogs: readonly Act[] = [
  {
    name: 'make-order',
    collection: 'order-requests',
    where: `state = 'received'`,
    label: 'Make an order…',
  },
  {
    name: 'decline-request',
    collection: 'order-requests',
    where: `state = 'received'`,
    label: 'Decline…',
  },
  { name: 'copy-order', collection: 'job-orders', where: `state = 'active'`, label: 'Copy…' },
  { name: 'publish', collection: 'job-orders', where: `state = 'active'`, label: 'Publish…' },
  { name: 'close-order', collection: 'job-orders', where: `state = 'active'`, label: 'Close…' },
  {
    name: 'reject',
    collection: 'submissions',
    where: `state = 'internal_review'`,
    label: 'Reject…',
  },
  {
    name: 'propose-interview',
    collection: 'submissions',
    where: `state = 'internal_review'`,
    label: 'Propose interview…',
  },
  {
    name: 'send-shortlist',
    collection: 'submissions',
    where: `state = 'internal_review'`,
    label: 'Send shortlist…',
  },
  {
    name: 'make-offer',
    collection: 'submissions',
    where: `state = 'interview'`,
    label: 'Make offer…',
  },
  {
    name: 'move-interview',
    collection: 'interviews',
    where: `state = 'scheduled'`,
    label: 'Move…',
  },
  {
    name: 'approve-offer',
    collection: 'offers',
    where: `state = 'awaiting_approval'`,
    label: 'Approve…',
  },
  { name: 'place', collection: 'submissions', where: `state = 'offer'`, label: 'Place candidate…' },
  {
    name: 'change-terms',
    collection: 'placements',
    where: `state = 'active' and employment_type <> 'permanent'`,
    label: 'Change terms…',
  },
  {
    name: 'record-payment',
    collection: 'invoices',
    where: `state = 'issued' and kind = 'invoice'`,
    label: 'Record payment…',
  },
  { name: 'issue-invoice', collection: 'invoices', where: `state = 'draft'`, label: 'Issue…' },
  { name: 'new-order', collection: 'client-corporations', where: 'true', label: 'New order…' },
]

/** The admin: its own screens, each collection's list and record with its tabs, the main dialogs. */
export const adminScreens = async (scene: Scene): Promise<Screen[]> => {
  const {
    agency: { url },
    client,
  } = scene
  const busiest = await firstOf({
    client,
    text: 'select job_order_id::text as value from submissions group by 1 order by count(*) desc',
  })
  const someCandidate = await firstOf({
    client,
    text: `select id::text as value from candidates order by state = 'placed' desc, created_at`,
  })
  const checked = await firstOf({
    client,
    text: `select id::text as value from imports where state = 'checked'`,
  })
  const shown = await firstOf({
    client,
    text: `select shortlist_id::text as value from shortlist_items item
      join shortlist_answers answer on answer.item_id = item.id
      order by answer.decision = 'question' desc, shortlist_id limit 1`,
  })
  const pool = await firstOf({
    client,
    text: 'select id::text as value from talent_pools order by created_at limit 1',
  })
  const twins = await firstOf({
    client,
    text: `select one_id::text || '&merge=' || other_id::text as value from candidate_duplicates
      where dismissed_at is null order by score desc limit 1`,
  })
  const vouchedFor = await firstOf({
    client,
    text: 'select candidate_id::text as value from candidate_references limit 1',
  })
  const writtenTo = await firstOf({
    client,
    text: `select person_id as value from incoming_mails where state = 'filed' limit 1`,
  })
  const staff = ({ name, path, ...rest }: { name: string; path: string } & Partial<Screen>) =>
    ({ viewer: 'staff', at: { url: `${url}${path}` }, name: `admin-${name}`, ...rest }) as const
  return [
    { name: 'admin-login', viewer: 'visitor', at: { url: `${url}/admin/login` } },
    { name: 'admin-forgot', viewer: 'visitor', at: { url: `${url}/admin/forgot` } },
    staff({ name: 'dashboard', path: '/admin', isWhole: true, steps: [asWindow] }),
    staff({ name: 'navigation', path: '/admin', steps: [{ name: 'open', act: openNavigation }] }),
    staff({ name: 'desk', path: '/admin/desk', isWhole: true, viewer: 'recruiter' }),
    staff({ name: 'desk-empty', path: '/admin/desk' }),
    staff({ name: 'notifications', path: '/admin/notifications' }),
    staff({ name: 'notification-settings', path: '/admin/notifications/settings' }),
    staff({ name: 'bell', path: '/admin/desk', steps: [{ name: 'open', act: openBell }] }),
    staff({ name: 'audit', path: '/admin/audit' }),
    staff({ name: 'my-day', path: '/admin/my-day', isWhole: true }),
    staff({ name: 'find', path: '/admin/find-candidates?q=nurse+OR+driv*', isWhole: true }),
    staff({
      name: 'find-near',
      path: '/admin/find-candidates?place=Newark%2C+US&within=25&unit=mi&sort=distance',
      isWhole: true,
    }),
    ...(pool
      ? [
          staff({
            name: 'find-pool',
            path: `/admin/find-candidates?pool=${pool}`,
            isWhole: true,
            steps: [{ name: 'chosen', act: chooseAllFound }],
          }),
        ]
      : []),
    staff({ name: 'places', path: '/admin/collections/places' }),
    staff({ name: 'find-problem', path: '/admin/find-candidates?q=nurse+(icu+OR' }),
    staff({ name: 'find-nobody', path: '/admin/find-candidates?q=astronaut+%22on+mars%22' }),
    staff({ name: 'settings', path: '/admin/settings', isWhole: true }),
    staff({ name: 'rights', path: '/admin/rights', isWhole: true }),
    staff({ name: 'second-factor', path: '/admin/second-factor' }),
    staff({ name: 'holidays', path: '/admin/holidays', isWhole: true }),
    staff({ name: 'api-reference', path: '/admin/api-reference' }),
    staff({ name: 'own-fields', path: '/admin/collections/field-definitions?of=candidates' }),
    staff({ name: 'search', path: '/admin', steps: [{ name: 'open', act: searchForSomebody }] }),
    staff({ name: 'cvs', path: '/admin/cvs', isWhole: true }),
    staff({ name: 'duplicates', path: '/admin/duplicates', isWhole: true }),
    ...(pool
      ? [
          staff({
            name: 'pool-members',
            path: `/admin/collections/talent-pools/${pool}/members`,
            isWhole: true,
          }),
        ]
      : []),
    ...(twins
      ? [
          staff({
            name: 'compare',
            path: `/admin/duplicates?keep=${twins}`,
            isWhole: true,
          }),
          staff({
            name: 'duplicates-of',
            path: `/admin/collections/candidates/${twins.slice(0, 36)}/duplicates`,
          }),
        ]
      : []),
    ...(
      await Promise.all(
        ['Nadia%', 'zofia%'].map(
          async (file) =>
            await firstOf({
              client,
              text: `select id::text as value from cv_drafts where title like '${file}'`,
            }),
        ),
      )
    ).map((draft, at) =>
      staff({
        name: `cv-review-${at + 1}`,
        path: `/admin/cvs?draft=${draft ?? ''}`,
        isWhole: true,
      }),
    ),
    ...(vouchedFor
      ? [
          staff({
            name: 'confidential',
            path: `/admin/collections/candidates/${vouchedFor}/references`,
          }),
        ]
      : []),
    ...(writtenTo
      ? [
          staff({
            name: 'mail-of-candidate',
            path: `/admin/collections/candidates/${writtenTo}/mail`,
            isWhole: true,
            steps: [{ name: 'write', act: writeLetter }],
          }),
        ]
      : []),
    ...(someCandidate
      ? [staff({ name: 'privacy', path: `/admin/collections/candidates/${someCandidate}/privacy` })]
      : []),
    ...(busiest
      ? [
          staff({
            name: 'board',
            path: `/admin/collections/job-orders/${busiest}/board`,
            steps: [
              { name: 'menu', act: openCardMenu },
              { name: 'chosen', act: chooseCard },
              { name: 'shortlist', act: beginShortlist },
              { name: 'shortlist-preview', act: previewShortlist },
            ],
          }),
          staff({
            name: 'match',
            path: `/admin/collections/job-orders/${busiest}/match`,
            isWhole: true,
          }),
        ]
      : []),
    ...(shown
      ? [
          staff({
            name: 'shortlist-candidates',
            path: `/admin/collections/shortlists/${shown}/candidates`,
            isWhole: true,
          }),
        ]
      : []),
    ...(checked
      ? [
          staff({
            name: 'import',
            path: `/admin/collections/imports?import=${checked}`,
            isWhole: true,
            steps: [{ name: 'columns', act: changeColumns }],
          }),
        ]
      : []),
    staff({ name: 'system', path: '/admin/system', isWhole: true, steps: [asWindow] }),
    staff({ name: 'account', path: '/admin/account', isWhole: true }),
    staff({ name: 'missing', path: '/admin/nothing-here', status: 404 }),
    staff({ name: 'missing-record', path: '/admin/collections/job-orders/nothing-here' }),
    ...(await recordScreens({ ...scene, staff })),
    ...(await dialogScreens({ ...scene, staff })),
    staff({ name: 'create-candidate', path: '/admin/collections/candidates/create' }),
    staff({ name: 'list-nothing-found', path: '/admin/collections/candidates?search=zzzzzz' }),
  ]
}

type Staff = (screen: { name: string; path: string } & Partial<Screen>) => Screen

const recordScreens = async ({ client, staff }: Scene & { staff: Staff }): Promise<Screen[]> => {
  const screens: Screen[] = []
  for (const [collection, order] of Object.entries(collections)) {
    const path = `/admin/collections/${collection}`
    const id = await firstOf({
      client,
      text: `select id::text as value from "${collection.replaceAll('-', '_')}" order by ${order}`,
    })
    screens.push(staff({ name: `list-${collection}`, path }))
    if (id)
      screens.push(
        staff({
          name: `record-${collection}`,
          path: `${path}/${id}`,
          isWhole: true,
          steps: [2, 3, 4, 5].map(tabStep),
        }),
      )
  }
  return screens
}

const dialogScreens = async ({ client, staff }: Scene & { staff: Staff }): Promise<Screen[]> => {
  const screens: Screen[] = []
  for (const { name, collection, where, label } of dialogs) {
    const id = await firstOf({
      client,
      text: `select id::text as value from "${collection.replaceAll('-', '_')}"
        where ${where} order by created_at`,
    })
    if (id)
      screens.push(
        staff({
          name: `dialog-${name}`,
          path: `/admin/collections/${collection}/${id}`,
          prepare: async (page) => await openDialog({ page, label }),
        }),
      )
  }
  return screens
}

/** The n-th tab of a record, where it has so many. */
const tabStep = (at: number): Step => ({
  name: `tab-${at}`,
  isThere: async (page) => (await page.locator('.tabs-field__tab-button').count()) >= at,
  act: async (page) => {
    await page
      .locator('.tabs-field__tab-button')
      .nth(at - 1)
      .click()
  },
})

/** By its button, or by the menu beside it where there is no room for the button. */
const openDialog = async ({ page, label }: { page: Page; label: string }): Promise<void> => {
  const button = page.locator('.pwa-actions').getByRole('button', { name: label }).first()
  await page.locator('.pwa-actions').first().waitFor()
  if (await button.isVisible()) await button.click()
  else {
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: label }).click()
  }
  await page.getByRole('dialog').waitFor()
}

const changeColumns = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Change the columns' }).click()
  await page.getByRole('heading', { name: 'What is in the columns?' }).waitFor()
}

const writeLetter = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Write a mail…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Subject').fill('About {{order.title}}')
  await dialog.getByLabel('Text').fill('Hello {{reader.firstName}}, shall I tell you more?')
}

const chooseAllFound = async (page: Page): Promise<void> => {
  await page.getByLabel('Choose all on this page').check()
  await page.getByRole('button', { name: 'Add to pool…' }).waitFor()
}

const openBell = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^Notifications/ }).click()
  await page.locator('.pwa-bell__panel').waitFor()
}

const searchForSomebody = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+k')
  const field = page.locator('dialog[open] input').first()
  await field.fill('ma')
  await page.locator('dialog[open] [role="option"]').first().waitFor()
}

const openNavigation = async (page: Page): Promise<void> => {
  await page.locator('.nav-toggler:visible').first().click()
}

const openCardMenu = async (page: Page): Promise<void> => {
  await page.locator('.pwa-card__menu').first().click()
  await page.getByRole('menu').waitFor()
}

const beginShortlist = async (page: Page): Promise<void> => {
  const others = page.locator('.pwa-card__pick')
  if ((await others.count()) > 1) await others.nth(1).check()
  await page.getByRole('button', { name: 'Send shortlist…' }).click()
  await page.getByRole('dialog').waitFor()
}

const previewShortlist = async (page: Page): Promise<void> => {
  await page.getByRole('dialog').locator('button[type="submit"]').click()
  await page.getByRole('heading', { name: /^What .* gets$/ }).waitFor()
}

const chooseCard = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape')
  await page.locator('.pwa-card__pick').first().check()
}
