import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { BrowserContext, ConsoleMessage, Page } from 'playwright-core'

const pictures = path.resolve('.data/failed-journeys')

/** What went wrong on the pages of a browser, without anybody having to look. */
export type Watch = Pick<ReturnType<typeof watch>, 'take' | 'picture'>

/**
 * Listens to all pages of a browser: errors thrown in a page, errors in its console (hydration
 * faults among them) and answers by which the server says that it failed.
 */
export const watch = () => {
  const problems: string[] = []
  const pages = new Map<Page, string>()

  const listen = ({ context, whose }: { context: BrowserContext; whose: string }) => {
    context.on('page', (page) => {
      pages.set(page, whose)
      const note = (text: string) => problems.push(`${whose} at ${page.url()}: ${text}`)
      page.on('close', () => pages.delete(page))
      page.on('pageerror', (error) => note(error.stack ?? error.message))
      page.on('console', (message) => {
        if (isFault(message)) note(`${message.type()}: ${message.text()}`)
      })
      page.on('response', (response) => {
        if (response.status() >= 500)
          note(`${response.status()} of ${response.request().method()} ${response.url()}`)
      })
    })
  }
  return {
    listen,
    /** The problems since the last time it was asked. */
    take: () => problems.splice(0),
    /** Saves what every open page shows, and says where. */
    picture: async (name: string): Promise<string[]> => {
      mkdirSync(pictures, { recursive: true })
      const files: string[] = []
      for (const [page, whose] of pages) {
        const file = path.join(pictures, `${name}-${files.length + 1}-${whose}.png`)
        await page.screenshot({ path: file, fullPage: true, animations: 'disabled' })
        files.push(`${file} (${page.url()})`)
      }
      return files
    },
  }
}

/** A refused command is told by its status; the browser writes that into the console by itself. */
const isFault = (message: ConsoleMessage): boolean => {
  const isRefusal =
    /^Failed to load resource: the server responded with a status of 4\d\d/.test(message.text()) &&
    new URL(message.location().url || 'about:blank').pathname.startsWith('/api/commands/')
  return message.type() === 'error' && !isRefusal
}
