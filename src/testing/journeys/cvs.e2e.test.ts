import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { launchBrowser } from '../browser.mjs'
import type { Agency } from './agency'
import { renderDocx } from './docx'
import { givenAgency } from './given-agency'
import { answerDialog, expectToast, expectToFit, waitUntilAlive } from './hands'
import { signInToAdmin } from './sign-in'

let agency: Agency
let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  agency = await givenAgency()
  browser = await launchBrowser()
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  page = await context.newPage()
  await signInToAdmin({ page, agency, role: 'recruiter' })
})

afterAll(async () => {
  await context.close()
  await browser.close()
  await agency.stop()
})

const fileRow = (name: string) => page.locator('.pwa-drop__file', { hasText: name })

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

describe('CVs and people', () => {
  it('are dropped together, read, compared with what is known and taken value by value', async () => {
    const cv = await renderDocx([
      'Petra Pelikan',
      'Reach truck operator',
      'Phoenix, AZ 85004',
      'petra.pelikan@mail.example',
      'Experience',
      'Reach truck operator, Desert Freight',
      'March 2019 – Present',
      'Skills',
      'Reach truck, Picking',
    ])
    await page.goto(`${agency.url}/admin/cvs`)
    await waitUntilAlive(page.locator('.pwa-drop'))
    await page.locator('.pwa-drop input[type=file]').setInputFiles([
      { name: 'petra.docx', mimeType: word, buffer: cv },
      { name: 'notes.docx', mimeType: word, buffer: Buffer.from('just some words') },
    ])
    await fileRow('notes.docx').getByText('Only PDF and DOCX files are taken.').waitFor()
    await fileRow('petra.docx').getByText('Read', { exact: true }).waitFor()
    await page
      .locator('.pwa-drop input[type=file]')
      .setInputFiles([{ name: 'petra-again.docx', mimeType: word, buffer: cv }])
    await fileRow('petra-again.docx').getByText('It waits for review already').waitFor()

    await fileRow('petra.docx').getByRole('link', { name: 'Review' }).click()
    const town = page.getByLabel('Town', { exact: true })
    await waitUntilAlive(town)
    expect(await town.inputValue()).toBe('Phoenix')
    await town.focus()
    await page.locator('.pwa-cv__text mark', { hasText: 'Phoenix' }).waitFor()
    await page.getByLabel('Last name', { exact: true }).fill('Pelikanova')
    await page.getByLabel('Take Postcode').setChecked(false)
    await page.keyboard.press('Control+Enter')
    await expectToast({ page, text: /The candidate was made/ })

    await page.goto(`${agency.url}/admin/collections/candidates?search=Pelikanova`)
    await page.getByText('Petra Pelikanova').first().waitFor()
  })

  it('are found near a town by a search that is kept and opened first, with the orders that fit', async () => {
    await page.goto(`${agency.url}/admin/find-candidates`)
    const near = page.getByLabel('Postcode or town')
    await waitUntilAlive(near)
    await page.getByLabel('Words').fill('"reach truck"')
    await near.fill('Phoeni')
    await page.locator('datalist option:text-is("Phoenix, AZ, US")').waitFor({ state: 'attached' })
    await near.fill('Phoenix, AZ, US')
    await page.waitForURL(/place=Phoenix/)
    const found = page.locator('.pwa-find__row', { hasText: 'Pelikanova' })
    await found.getByText('less than a mile away').waitFor()

    await page.getByRole('button', { name: 'Save this search…' }).click()
    await answerDialog({ page, entries: { Name: 'Reach trucks in Phoenix' } })
    await page.waitForURL(/saved=/)
    await page.getByRole('button', { name: 'Acts for the search Reach trucks in Phoenix' }).click()
    await page.getByRole('menuitem', { name: 'Always open with this' }).click()
    await expectToast({ page, text: /opens with “Reach trucks in Phoenix”/ })
    await page.goto(`${agency.url}/admin/find-candidates`)
    await found.waitFor()
    await page.getByLabel('Postcode or town').fill('Springfield')
    await page.getByLabel('Postcode or town').press('Enter')
    await page.getByRole('alert').getByText('There are several: “Springfield, IL, US”').waitFor()

    await page.goBack()
    await found.getByRole('link', { name: /Pelikanova/ }).click()
    await page.getByRole('link', { name: 'Matching orders' }).click()
    await page.getByText(/active orders? (fits|fit)/).waitFor()
  })

  it('of somebody known replace nothing that is not ticked, and fit a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(`${agency.url}/admin/cvs`)
    await page.getByRole('link', { name: 'zofia-zolc-new.pdf' }).click()
    await page.getByText('has the same e-mail').waitFor()
    const headline = page.getByLabel('Take In one line')
    await waitUntilAlive(headline)
    expect(await headline.isChecked()).toBe(false)
    await page.getByText('Stays: Registered nurse, 6 years').waitFor()
    await expectToFit(page)
    await page.getByRole('button', { name: 'Add to the profile' }).click()
    await expectToast({ page, text: /The profile was completed/ })
  })

  it('of somebody entered twice end in one record, on a phone too, and in two again', async () => {
    await page.goto(`${agency.url}/admin/duplicates`)
    await page.getByRole('link', { name: /^Compare Rosa Delg/ }).click()
    const phone = page.getByRole('radio', { name: '+1 602 555 0199' })
    await waitUntilAlive(phone)
    await expectToFit(page)
    await phone.check()
    await page.getByRole('button', { name: /^Merge into CA-/ }).click()
    await page.waitForURL('**/duplicates')
    await page.getByRole('heading', { name: 'Merged into this record' }).waitFor()
    const undo = page.getByRole('button', { name: 'Undo…' })
    await waitUntilAlive(undo)
    await undo.click()
    await page.getByRole('button', { name: 'Undo the merge', exact: true }).click()
    await expectToast({ page, text: /Both are as they were/ })
    await page.getByText('Undone by').waitFor()
    await page.goto(`${agency.url}/admin/duplicates`)
    await page.getByRole('link', { name: /^Compare Rosa Delg/ }).waitFor()
  })
})
