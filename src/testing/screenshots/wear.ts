import type { Page } from 'playwright-core'

/** Public pages follow the browser; Payload's theme is an attribute that its own switch sets. */
export const wear = async ({
  page,
  scheme,
}: {
  page: Page
  scheme: 'light' | 'dark'
}): Promise<void> => {
  await page.emulateMedia({ colorScheme: scheme })
  await page.evaluate(async (theme) => {
    const { dataset } = document.documentElement
    if (dataset.theme) dataset.theme = theme
    // Fields fade into their new colours.
    const fading = document.getAnimations().filter((one) => one instanceof CSSTransition)
    await Promise.allSettled(fading.map(async ({ finished }) => await finished))
  }, scheme)
}
