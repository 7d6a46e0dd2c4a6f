// @ts-check
import { tsImport } from 'tsx/esm/api'

/**
 * The table of src/architecture.ts, for scripts that run before anything is compiled.
 *
 * @returns {Promise<typeof import('../../architecture')>}
 */
export const loadArchitecture = () => tsImport('../../architecture.ts', import.meta.url)
