import type { Page } from 'playwright-core'

/** Collects what a page should never say: errors of its scripts, failed answers, sideways scrolling. */
export const watchPage = (page: Page) => {
  const problems: string[] = []
  let expected = 200
  const isMeantToFail = () => expected >= 500
  page.on('console', (message) => {
    // The browser's own line about an answer that was meant to be a refusal.
    const isAboutAnswer = message.text().startsWith('Failed to load resource')
    if (message.type() === 'error' && !isAboutAnswer && !isMeantToFail())
      problems.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => {
    if (!isMeantToFail()) problems.push(`page error: ${error.message}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400 && response.status() !== expected)
      problems.push(`${response.status()} ${response.request().method()} ${response.url()}`)
  })
  return {
    expect: (status: number) => {
      expected = status
    },
    /** How much wider the page is than its window. */
    measure: async () => {
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      if (wider > 1) problems.push(`${wider} px wider than the window`)
    },
    /** What was collected since it was last asked. */
    take: () => problems.splice(0),
  }
}
