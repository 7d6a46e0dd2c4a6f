import { startPostgres } from '../postgres.mjs'
import { logTail } from './log-file.mjs'

/**
 * @typedef {object} Database
 * @property {string} url
 * @property {string} [data] the data directory, of the embedded server
 * @property {() => string | undefined} loss how the embedded server was lost, when it was
 */

/**
 * Opens the database of the installation: that of DATABASE_URL, or the embedded server, which is
 * started or adopted.
 * @param {{
 *   given: NodeJS.ProcessEnv,
 *   home: string,
 *   undo: (() => Promise<void>)[],
 *   note: (text: string) => void,
 *   keepAdopted: boolean,
 * }} options
 * @returns {Promise<Database>}
 */
export const openDatabase = async ({ given, home, undo, note, keepAdopted }) => {
  if (given.DATABASE_URL) {
    note('at DATABASE_URL')
    return { url: given.DATABASE_URL, loss: () => undefined }
  }
  const postgres = await startPostgres({ home, log: note })
  if (!(postgres.adopted && keepAdopted)) undo.push(postgres.stop)
  note(`PostgreSQL on port ${postgres.port}${postgres.adopted ? ', running already' : ''}`)
  return {
    url: postgres.url,
    data: postgres.data,
    loss: () =>
      postgres.isRunning()
        ? undefined
        : `PostgreSQL has ended. From ${postgres.logFile}:\n\n${logTail({ path: postgres.logFile })}`,
  }
}
