import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { StepFailure } from './failure.mjs'

/**
 * Reads `.env` of the clone into this process. What is set already wins, as with `node --env-file`.
 * @param {{ root: string }} options
 */
export const loadDotEnv = ({ root }) => {
  const path = join(root, '.env')
  if (!existsSync(path)) return
  try {
    process.loadEnvFile(path)
  } catch (error) {
    throw new StepFailure(
      `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}

/**
 * The environment of the product's own processes: what the operator set, and what the start command
 * decides where he left it open. The demo is seeded into the embedded database only.
 * @param {{
 *   given: NodeJS.ProcessEnv,
 *   home: string,
 *   port: number,
 *   databaseUrl: string,
 *   payloadSecret: string,
 *   isDev: boolean,
 * }} options
 * @returns {NodeJS.ProcessEnv}
 */
export const childEnvironment = ({ given, home, port, databaseUrl, payloadSecret, isDev }) => ({
  NEXT_TELEMETRY_DISABLED: '1',
  ...given,
  DATABASE_URL: databaseUrl,
  PAYLOAD_SECRET: given.PAYLOAD_SECRET || payloadSecret,
  DATA_DIR: home,
  PORT: String(port),
  ADMIN_URL: given.ADMIN_URL || `http://localhost:${port}`,
  DEMO: given.DEMO || (given.DATABASE_URL ? 'off' : 'on'),
  NODE_ENV: isDev ? 'development' : 'production',
})
