/**
 * Runs a TypeScript program of the product: `node --conditions=production src/bin/run.mjs FILE …`.
 * Its modules are joined into one file first, which starts in a quarter of the time that reading
 * hundreds of them one by one takes; the packages it uses stay where they are.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

import { projectRoot } from './steps/home.mjs'

const [file = ''] = process.argv.splice(2, 1)
const source = resolve(file)
process.argv[1] = source

// Below node_modules, so that packages are found from there.
const folder = join(projectRoot, 'node_modules/.cache/placewright')
const program = join(folder, `${relative(projectRoot, source).replaceAll(/[^a-z0-9]+/gi, '-')}.mjs`)

/**
 * A module asks where it lies, and must not hear where the joined file lies.
 * @type {import('esbuild').Plugin}
 */
const ownPlaces = {
  name: 'own-places',
  setup: (bundler) => {
    bundler.onLoad({ filter: /\.(ts|tsx|mjs)$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8')
      if (!text.includes('import.meta')) return null
      return {
        contents: text
          .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
          .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
          .replaceAll('import.meta.filename', JSON.stringify(path)),
        loader: path.endsWith('.tsx') ? 'tsx' : path.endsWith('.ts') ? 'ts' : 'js',
      }
    })
  },
}

const { outputFiles } = await build({
  entryPoints: [source],
  outfile: program,
  write: false,
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  format: 'esm',
  conditions: ['production'],
  loader: { '.css': 'empty', '.scss': 'empty' },
  sourcemap: 'linked',
  tsconfig: join(projectRoot, 'tsconfig.json'),
  logLevel: 'error',
  plugins: [ownPlaces],
})
mkdirSync(folder, { recursive: true })
for (const { path, contents } of outputFiles) {
  // Whoever starts the same program at this moment reads a whole file.
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, contents)
  renameSync(draft, path)
}
process.setSourceMapsEnabled(true)
await import(pathToFileURL(program).href)
