import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { z } from 'zod'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const results = z.object({
  violations: z.array(
    z.object({
      id: z.string(),
      impact: z.string().nullable(),
      nodes: z.array(z.object({ html: z.string(), failureSummary: z.string().optional() })),
    }),
  ),
})

export type Fault = { rule: string; impact: string; html: string; why: string }

/**
 * What axe finds on the page as it stands; with `within` only inside of what the selector finds, with
 * `isContrastOnly` only what depends on colours. The
 * script is evaluated, not added to the page, which its security policy would refuse.
 */
export const faultsOf = async ({
  page,
  within,
  isContrastOnly = false,
}: {
  page: Page
  within?: string
  isContrastOnly?: boolean
}): Promise<Fault[]> => {
  if (within) await page.locator(within).first().waitFor({ state: 'attached' })
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  const context = within ? JSON.stringify({ include: [[within]] }) : 'document'
  const options = JSON.stringify({
    resultTypes: ['violations'],
    ...(isContrastOnly ? { runOnly: { type: 'rule', values: ['color-contrast'] } } : {}),
  })
  const found: unknown = await page.evaluate(`axe.run(${context}, ${options})`)
  return results.parse(found).violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ html, failureSummary }) => ({
      rule: id,
      impact: impact ?? 'minor',
      html: html.slice(0, 200),
      why: failureSummary ?? '',
    })),
  )
}
