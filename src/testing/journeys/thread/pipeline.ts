import type { Page } from 'playwright-core'
import { expect } from 'vitest'

import {
  act,
  answerDialog,
  expectNotToTell,
  expectRefused,
  expectToast,
  expectToFit,
  expectWrong,
  linkIn,
  mailTo,
  openLink,
  pressWhenAlive,
  waitUntilAlive,
} from '../hands'
import { daysFromToday, lastMonday } from './days-and-ids'
import type { Person, Story } from './story'

const openBoard = async ({ agency, staff, id }: Story): Promise<Page> => {
  const page = await staff('recruiter')
  await page.goto(`${agency.url}/admin/collections/job-orders/${id('order')}/board`)
  await waitUntilAlive(page.getByRole('button', { name: /^What to do with/ }).first())
  return page
}

const column = ({ page, name }: { page: Page; name: string }) =>
  page.getByRole('region', { name, exact: true })

/** The card stands in the column on the screen and in the database. */
const expectIn = async ({
  story: { row },
  page,
  person,
  submissionId,
  name,
  state,
}: {
  story: Story
  page: Page
  person: Person
  submissionId: string
  name: string
  state: string
}) => {
  await column({ page, name }).getByRole('link', { name: person.name }).waitFor()
  await expect
    .poll(
      async () =>
        (
          await row<{ state: string }>('select state from submissions where id = $1', [
            submissionId,
          ])
        ).state,
      { timeout: 20_000 },
    )
    .toBe(state)
}

const chooseFromMenu = async ({
  page,
  person,
  item,
}: {
  page: Page
  person: Person
  item: string
}) => {
  await pressWhenAlive(page.getByRole('button', { name: `What to do with ${person.name}` }))
  await page.getByRole('menuitem', { name: item, exact: true }).click()
}

/** 4. The cards go through the stages: carried, by the keyboard, by the menu; refused with a reason. */
export const workTheBoard = async (story: Story) => {
  const { first, second, id, keep, row, agency } = story
  const page = await openBoard(story)
  const one = { story, page, person: first, submissionId: id('first:submission') }
  const two = { story, page, person: second, submissionId: id('second:submission') }

  await carry({ page, person: first, to: 'Screening' })
  await expectIn({ ...one, name: 'Screening', state: 'screening' })

  await carryByKeyboard({ page, person: first, to: 'Internal review' })
  await expectIn({ ...one, name: 'Internal review', state: 'internal_review' })

  // From the internal review nobody is offered anything: the client has not seen them.
  await carryByKeyboard({ page, person: first, to: 'Offer' })
  await expectToast({ page, text: /offer/i })
  await expectIn({ ...one, name: 'Internal review', state: 'internal_review' })

  await chooseFromMenu({ page, person: second, item: 'Move to Internal review' })
  await expectIn({ ...two, name: 'Internal review', state: 'internal_review' })

  // Somebody whom the agency knows is put on the order, and taken off it again with a reason.
  const known = await row<{ id: string; name: string; first_name: string; last_name: string }>(
    `select id, name, first_name, last_name from candidates
     where state = 'active' and do_not_contact is not true
       and not exists (select from submissions s where s.candidate_id = candidates.id)
     order by name limit 1`,
  )
  await page.goto(`${agency.url}/admin/collections/job-orders/${id('order')}`)
  await act({ page, name: 'Add candidate…', entries: { Candidate: { find: known.name } } })
  await expectToast({ page, text: /on the board/ })
  await openBoard(story)
  const third: Person = {
    name: known.name,
    firstName: known.first_name,
    lastName: known.last_name,
    email: '',
  }
  const { id: thirdSubmission } = await row<{ id: string }>(
    'select id from submissions where job_order_id = $1 and candidate_id = $2',
    [id('order'), known.id],
  )
  keep('third:submission', thirdSubmission)
  await chooseFromMenu({ page, person: third, item: 'Rejected…' })
  await answerDialog({
    page,
    entries: { Reason: { choose: 'Availability' }, Note: 'Starts in March only.' },
  })
  const rejected = await row<{ state: string; reason: string; note: string }>(
    'select state, reject_reason::text as reason, reject_note as note from submissions where id = $1',
    [thirdSubmission],
  )
  expect(rejected).toEqual({
    state: 'rejected',
    reason: 'availability',
    note: 'Starts in March only.',
  })
}

/** With the mouse, by the handle, onto another column. */
const carry = async ({ page, person, to }: { page: Page; person: Person; to: string }) => {
  const handle = page.getByRole('button', { name: `Move ${person.name}` })
  await waitUntilAlive(handle)
  await handle.hover()
  const from = await handle.boundingBox()
  const target = await column({ page, name: to }).boundingBox()
  if (!from || !target) throw new Error('The card or the column is not on the screen.')
  await page.mouse.down()
  await page.mouse.move(from.x + 20, from.y + 20, { steps: 4 })
  await page.mouse.move(target.x + target.width / 2, target.y + 80, { steps: 12 })
  await page.getByText(`${person.name} is over ${to}.`).waitFor({ state: 'attached' })
  await page.mouse.up()
}

/** With space and arrows, as the screen reader is told. */
const carryByKeyboard = async ({
  page,
  person,
  to,
}: {
  page: Page
  person: Person
  to: string
}) => {
  const handle = page.getByRole('button', { name: `Move ${person.name}` })
  await waitUntilAlive(handle)
  await handle.focus()
  await page.keyboard.press('Space')
  await page
    .getByText(new RegExp(`^${person.name} is (lifted|over)`))
    .waitFor({ state: 'attached' })
  const isThere = page.getByText(`${person.name} is over ${to}.`)
  for (let presses = 0; presses < 12 && (await isThere.count()) === 0; presses += 1) {
    const before = await spoken(page)
    await page.keyboard.press('ArrowRight')
    await expect.poll(async () => await spoken(page), { timeout: 10_000 }).not.toBe(before)
  }
  await isThere.waitFor({ state: 'attached' })
  await page.keyboard.press('Space')
}

const spoken = async (page: Page): Promise<string> =>
  (await page.locator('[id^="DndLiveRegion"]').allTextContents()).join('')

/** The client decides on a phone, without a login: asks about one, says no to them, invites the other. */
export const letTheClientDecide = async (story: Story) => {
  const { agency, client, title, first, second, id, outsider, row } = story
  const board = await openBoard(story)
  await board.getByLabel(`Choose ${first.name}`).check()
  await board.getByLabel(`Choose ${second.name}`).check()
  await board.getByRole('button', { name: 'Send shortlist…' }).click()
  const dialog = board.locator('dialog[open]')
  await dialog.getByLabel('Message').fill('Please meet these two.')
  await dialog.getByLabel(`What we say about ${first.name}`).fill('Calm at the busiest dock.')
  const shownIn = async () => await dialog.locator('ol > li strong').allTextContents()
  const [one, other] = await shownIn()
  // Dragged, moved by keys or by the buttons: here by the button of whoever stands below.
  await dialog.getByRole('button', { name: `Move ${other} up` }).click()
  expect(await shownIn()).toEqual([other, one])
  await dialog.getByRole('button', { name: 'See what the client gets' }).click()
  await dialog.getByText(`2 candidates for ${title}`).first().waitFor()
  await dialog.getByText('Calm at the busiest dock.').waitFor()
  await dialog.getByRole('button', { name: 'Send shortlist' }).click()
  await dialog.waitFor({ state: 'detached' })
  await expectIn({
    story,
    page: board,
    person: first,
    submissionId: id('first:submission'),
    name: 'Client review',
    state: 'client_review',
  })

  const page = await outsider()
  const mail = await mailTo({
    smtp: agency.smtp,
    to: client.email,
    subject: new RegExp(`for ${title}`),
  })
  await openLink({ page, url: linkIn(mail) })
  await expectToFit(page)
  await page.getByText('Please meet these two.').waitFor()
  await expectNotToTell({
    page,
    secrets: ['21.50', '32.00', first.email, second.email, 'Starts in March only.'],
  })

  expect(await page.locator('article h2').allTextContents()).toEqual([other, one])
  const paper = await page.request.get(`${new URL(page.url()).href.split('?', 1)[0]}/pdf`)
  expect([paper.status(), paper.headers()['content-type']]).toEqual([200, 'application/pdf'])
  expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-')

  const card = page.locator('article', { hasText: second.name })
  const ask = card.getByRole('button', { name: 'Send question' })
  await card.getByText('Ask a question').click()
  await waitUntilAlive(ask)
  await ask.click()
  await expectRefused(page)
  await expectWrong({
    page,
    field: `article:has-text("${second.name}") textarea[name="question"]`,
    message: /\w/,
  })
  await card.locator('textarea[name="question"]').fill('Which truck licence?')
  await card.getByRole('button', { name: 'Send question' }).click()
  await card.getByText('Which truck licence?').first().waitFor()
  const shortlistId = new URL(page.url()).pathname.split('/').at(-1)
  await board.goto(`${agency.url}/admin/collections/shortlists/${shortlistId}/candidates`)
  await pressWhenAlive(board.getByRole('button', { name: 'Answer the question…' }))
  await answerDialog({ page: board, entries: { 'Your answer': 'A licence for all of them.' } })
  await board.getByText('A licence for all of them.').waitFor()
  await page.reload()
  await page.getByText('A licence for all of them.').waitFor()
  await waitUntilAlive(card.getByRole('button', { name: 'Invite to interview' }))

  await card.getByText('Not a fit').click()
  await card.locator('textarea[name="comment"]').fill('We need a truck driver.')
  await card.getByRole('button', { name: 'Send decision' }).click()
  await expectRefused(page)
  expect(await card.locator('textarea[name="comment"]').inputValue()).toBe(
    'We need a truck driver.',
  )
  await card.locator('select[name="reason"]').selectOption({ label: 'Skills do not fit' })
  await card.getByRole('button', { name: 'Send decision' }).click()
  await card.locator('select[name="reason"]').waitFor({ state: 'detached' })

  await page
    .locator('article', { hasText: first.name })
    .getByRole('button', { name: 'Invite to interview' })
    .click()
  await page.getByText('we have your answers').waitFor()
  await expectToFit(page)
  const answers = await row<{ state: string; reason: string; by: string }>(
    `select state, reject_reason::text as reason, rejected_by::text as by
     from submissions where id = $1`,
    [id('second:submission')],
  )
  expect(answers).toEqual({ state: 'rejected', reason: 'skills', by: 'client' })
  await page.context().close()
}

/** An interview is proposed and accepted by link; the invitation comes for the calendar. */
export const agreeOnTheInterview = async (story: Story) => {
  const { agency, first, title, id, outsider, client } = story
  const board = await openBoard(story)
  await chooseFromMenu({ page: board, person: first, item: 'Propose interview…' })
  await answerDialog({
    page: board,
    entries: {
      Day: daysFromToday(3),
      Time: '10:30',
      How: { choose: 'On site' },
      'Place or link': 'Pier 4, gate B',
    },
  })
  const page = await outsider()
  const mail = await mailTo({
    smtp: agency.smtp,
    to: first.email,
    subject: /^An interview for/,
  })
  await openLink({ page, url: linkIn(mail) })
  await page.getByText('Pier 4, gate B').first().waitFor()
  await expectToFit(page)
  await expectNotToTell({ page, secrets: ['32.00', story.second.name, client.email] })
  await pressWhenAlive(page.getByRole('button', { name: 'Accept this time' }))
  await page.getByText('It is fixed').waitFor()

  for (const to of [first.email, client.email]) {
    const invitation = await agency.smtp.waitFor(
      (message) =>
        message.to.includes(to) &&
        message.mail.attachments.some(({ mimeType }) => mimeType.startsWith('text/calendar')),
      60_000,
    )
    expect(invitation.mail.subject).toContain(title)
    expect(calendarOf(invitation)).toMatch(/METHOD:REQUEST[\s\S]*SUMMARY/)
  }
  const answer = await page.request.get(
    new URL(
      (await page.getByRole('link', { name: /calendar/i }).getAttribute('href')) ?? '',
      page.url(),
    ).href,
  )
  expect(answer.status()).toBe(200)
  expect(await answer.text()).toContain('BEGIN:VEVENT')
  await expectIn({
    story,
    page: await openBoard(story),
    person: first,
    submissionId: id('first:submission'),
    name: 'Interview',
    state: 'interview',
  })
  await page.context().close()
}

const calendarOf = ({ mail }: Awaited<ReturnType<Story['agency']['smtp']['waitFor']>>): string => {
  const [file] = mail.attachments.filter(({ mimeType }) => mimeType.startsWith('text/calendar'))
  if (!file) throw new Error('There is no calendar file.')
  return typeof file.content === 'string' ? file.content : new TextDecoder().decode(file.content)
}

/** An offer is sent and accepted by link, once: the act spends the link. */
export const agreeOnTheOffer = async (story: Story) => {
  const { agency, first, title, outsider, row, id } = story
  const board = await openBoard(story)
  await chooseFromMenu({ page: board, person: first, item: 'Make offer…' })
  await answerDialog({ page: board, entries: { Start: lastMonday(), Message: 'Welcome aboard.' } })
  const offer = await mailTo({ smtp: agency.smtp, to: first.email, subject: /^Our offer/ })
  const page = await outsider()
  await openLink({ page, url: linkIn(offer) })
  await page.getByText('Welcome aboard.').waitFor()
  await expectToFit(page)
  await expectNotToTell({ page, secrets: ['32.00', story.second.name] })
  const accept = page.getByRole('button', { name: 'Accept the offer' })
  await waitUntilAlive(accept)
  await page.getByLabel('Your full name').fill(first.name)
  await accept.click()
  await expectRefused(page)
  expect(await page.getByLabel('Your full name').inputValue()).toBe(first.name)
  await page.getByLabel('I accept this offer as it stands above.').check()
  await accept.click()
  await accept.waitFor({ state: 'detached' })
  await mailTo({
    smtp: agency.smtp,
    to: first.email,
    subject: new RegExp(`You accepted: ${title}`),
  })
  const { state } = await row<{ state: string }>(
    'select state from offers where submission_id = $1',
    [id('first:submission')],
  )
  expect(state).toBe('accepted')

  const later = await outsider()
  await later.goto(linkIn(offer))
  await later.getByText('This link no longer works').waitFor()
  await page.context().close()
  await later.context().close()
}
