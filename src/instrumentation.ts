import { env } from '#env'
import { consoleToLog, processLogger, watchRequests } from '#plugins/kernel'

/** Next calls this once, before the web process answers anybody. */
export const register = (): void => {
  const logger = processLogger({ level: env.LOG_LEVEL })
  watchRequests({ logger })
  if (env.NODE_ENV === 'production') consoleToLog({ logger })
}
