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
  await page.evaluate((theme) => {
    const { dataset } = document.documentElement
    if (dataset.theme) dataset.theme = theme
    // Fields fade into their new colours; a page in the background would never come to the end.
    for (const one of document.getAnimations()) if (one instanceof CSSTransition) one.finish()
  }, scheme)
}
