import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { StepFailure } from './failure.mjs'

/**
 * A restore writes this file before its rows become visible and removes it when the files lie beside
 * them. When it is there and no restore runs, one was cut off between the two.
 * @param {{ home: string }} options
 * @returns {string}
 */
export const restoreJournalOf = ({ home }) => join(home, 'restore-unfinished.json')

/**
 * @param {{ home: string }} options
 * @throws {StepFailure} when a restore was cut off while it put the files in their place
 */
export const demandFinishedRestore = ({ home }) => {
  const journal = restoreJournalOf({ home })
  if (!existsSync(journal)) return
  throw new StepFailure(
    `A restore was cut off while it put the files in their place (${journal}): the rows may be of the backup and the files of before. Run it again to the end:\n\n  npm run restore -- ${archiveIn(journal)} --replace`,
  )
}

/** @param {{ home: string }} options */
export const closeRestoreJournal = ({ home }) => rmSync(restoreJournalOf({ home }), { force: true })

/** @param {string} journal */
const archiveIn = (journal) => {
  try {
    const { file } = JSON.parse(readFileSync(journal, 'utf8'))
    return typeof file === 'string' ? file : 'FILE'
  } catch (error) {
    if (error instanceof SyntaxError) return 'FILE'
    throw error
  }
}
