import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest'

import { launchBrowser } from '../browser.mjs'
import type { Agency } from './agency'
import { givenAgency } from './given-agency'
import { applyWithoutScripts, applyWithScripts } from './thread/application'
import { getPaid } from './thread/money'
import { workOutTheOrder } from './thread/order'
import {
  agreeOnTheInterview,
  agreeOnTheOffer,
  letTheClientDecide,
  workTheBoard,
} from './thread/pipeline'
import { placeTheCandidate } from './thread/placement'
import { requestStaff, requestStaffWithoutScripts } from './thread/request'
import { readTheDashboard, visitTheCandidatePortal, visitTheClientPortal } from './thread/sight'
import { beginStory, type Size, type Story } from './thread/story'
import { workTheWeek } from './thread/time'

let agency: Agency
let browser: Browser

beforeAll(async () => {
  agency = await givenAgency()
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await agency?.stop()
})

/** One order from a client's request to a paid invoice, by people's hands only. */
describe.each<Size>(['desktop', 'phone'])(
  'from a request to a receipt, outside on a %s',
  (size) => {
    let story: Story
    let failed: string | null = null

    beforeAll(() => {
      story = beginStory({ agency, browser, size })
    })

    afterAll(async () => {
      await story.close()
    })

    /** One stretch of the way. What fails is shown by pictures; what follows has no ground any more. */
    const step =
      (walk: (story: Story) => Promise<void>) =>
      async ({ task }: TestContext) => {
        if (failed) throw new Error(`Not tried, because this failed before: ${failed}`)
        try {
          await walk(story)
          expect(story.watch.take(), 'problems on the pages').toEqual([])
        } catch (error) {
          failed = task.name
          const files = await story.watch.picture(`${size}-${task.name.slice(0, 1)}`)
          throw new Error(
            [
              error instanceof Error ? error.message : String(error),
              ...story.watch.take(),
              ...files,
              agency.logs(),
            ].join('\n\n'),
            { cause: error },
          )
        }
      }

    it('1: a visitor requests staff and gets a confirmation', step(requestStaff))
    it('1: without scripts as well', step(requestStaffWithoutScripts))
    it('2: a recruiter makes an order of it, activates it and publishes it', step(workOutTheOrder))
    it('3: a candidate finds the job and applies with a PDF, once', step(applyWithScripts))
    it('3: another applies without scripts with a Word file, once', step(applyWithoutScripts))
    it('4: the cards are carried, keyed and sent through the stages', step(workTheBoard))
    it('4: the client decides by link', step(letTheClientDecide))
    it('4: the interview is accepted by link', step(agreeOnTheInterview))
    it('4: the offer is accepted by link', step(agreeOnTheOffer))
    it('5: the candidate is placed into the one opening and starts', step(placeTheCandidate))
    it(
      '6: the hours are entered, disputed and approved by link, and become lines',
      step(workTheWeek),
    )
    it('7: the invoice is paid by transfer and by card, and the receipts follow', step(getPaid))
    it('8: the dashboard counts it and leads there', step(readTheDashboard))
    it('8: the candidate sees it in the portal', step(visitTheCandidatePortal))
    it('8: the client sees it in the portal', step(visitTheClientPortal))
  },
)
