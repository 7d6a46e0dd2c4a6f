import { afterEach, describe, expect, it, vi } from 'vitest'
import { launchBrowser } from './browser.mjs'

afterEach(() => vi.unstubAllEnvs())

describe('the browser of the journeys', () => {
  it('draws a page and takes a picture of it', { timeout: 60_000 }, async () => {
    const browser = await launchBrowser()
    try {
      const page = await browser.newPage({ viewport: { width: 390, height: 300 } })
      await page.goto('data:text/html,<title>Ready</title><h1>Łódź</h1>')
      expect(await page.title()).toBe('Ready')
      const picture = await page.screenshot()
      expect(picture.subarray(1, 4).toString()).toBe('PNG')
    } finally {
      await browser.close()
    }
  })

  it('names a CHROMIUM_PATH that leads to nothing', () => {
    vi.stubEnv('CHROMIUM_PATH', '/nowhere/chromium')
    expect(() => launchBrowser()).toThrow('CHROMIUM_PATH is /nowhere/chromium')
  })
})
