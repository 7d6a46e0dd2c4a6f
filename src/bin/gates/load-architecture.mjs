// @ts-check
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/**
 * The table of src/architecture.ts, for scripts that run before anything is compiled.
 *
 * @returns {Promise<typeof import('../../architecture')>}
 */
export const loadArchitecture = async () => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../../architecture.ts', import.meta.url))],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
  })
  const [module] = outputFiles.map(({ contents }) => Buffer.from(contents).toString('base64'))
  return await import(`data:text/javascript;base64,${module}`)
}
