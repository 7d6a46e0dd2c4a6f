import { setTimeout as wait } from 'node:timers/promises'
import { Interrupted, StepFailure } from './failure.mjs'

/**
 * Waits until the web server says that it is well.
 * @param {{ url: string, seconds: number, signal?: AbortSignal }} options
 * @throws {StepFailure} with the last answer, when it takes longer than the seconds given
 * @throws {Interrupted} when the signal says that nobody waits any more
 */
export const waitForHealth = async ({ url, seconds, signal }) => {
  const deadline = Date.now() + seconds * 1000
  let last = 'no answer'
  while (Date.now() < deadline) {
    if (signal?.aborted) throw new Interrupted()
    const outcome = await ask({ url, milliseconds: Math.max(1, deadline - Date.now()) })
    if (outcome === 'well') return
    last = outcome
    await wait(100)
  }
  throw new StepFailure(`${url} was not well after ${seconds} seconds: ${last}.`)
}

/** @param {{ url: string, milliseconds: number }} options @returns {Promise<string>} */
const ask = async ({ url, milliseconds }) => {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(milliseconds) })
    const text = await response.text()
    return response.ok ? 'well' : `${response.status} ${text.slice(0, 300)}`
  } catch (error) {
    // Nobody listens yet; the reason goes into the message if that stays so.
    if (!(error instanceof Error)) return String(error)
    return error.cause instanceof Error ? error.cause.message : error.message
  }
}
