import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { registryOf, type Contribution } from '#plugins/kernel'
import { pluginOrder } from '../architecture'
import type { Artefact } from './gates/generated/artefact'
import { describeAttacks } from './gates/generated/describe-attacks'
import { describeHouse } from './gates/generated/describe-house'
import { describePlugin } from './gates/generated/describe-plugin'
import { envExample } from './gates/generated/env-example'
import { migrationDrift } from './gates/generated/migration-drift'
import { describeWhereabouts } from './gates/generated/where-is'
import { importMap, payloadTypes } from './gates/generated/payload-artefacts'

/**
 * `npm run describe`: rewrites the tables of the READMEs and `.env.example` from the code. With
 * `--all` also the types and the import map of Payload, and tells whether a migration is missing.
 * With `--check` nothing is written and every difference is a failure.
 */
const { values } = parseArgs({
  options: {
    all: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
  },
})
const root = process.cwd()
/** The config is only read here: it needs neither a database nor a secret. */
process.env.PLACEWRIGHT_BUILDING = '1'

const main = async (): Promise<number> => {
  // Not at the top of the file: both read the setting made above.
  const config = await (await import('../../payload.config')).default
  const { settings } = await import('../env')
  const artefacts = [
    ...(values.all
      ? [await payloadTypes({ root, config }), await importMap({ root, config })]
      : []),
    ...readmes(registryOf(config).contributions),
    envExample(settings),
  ]
  const stale = artefacts.filter(({ path, content }) => currentOf(path) !== content)
  for (const artefact of stale) settle(artefact)
  const drift = values.all ? await migrationDrift({ root, config }) : []
  for (const line of drift)
    console.error(`migrations generated: ${line}; run npm run payload migrate:create <name>`)
  console.log(`generated: ${artefacts.length} files, ${stale.length} differed`)
  return values.check && stale.length + drift.length > 0 ? 1 : 0
}

const settle = ({ path, content }: Artefact): void => {
  if (values.check) {
    console.error(`${path} generated: is not what the code says; run npm run generate`)
    return
  }
  writeFileSync(join(root, path), content)
  console.log(`wrote ${path}`)
}

const readmes = (contributions: readonly Contribution[]): Artefact[] => [
  ...pluginOrder.flatMap((plugin) => {
    const path = `plugins/${plugin}/README.md`
    const readme = currentOf(path)
    if (readme === null) return []
    const own = contributions.filter((contribution) => contribution.plugin === plugin)
    return [{ path, content: describePlugin({ readme, contributions: own }) }]
  }),
  {
    path: 'README.md',
    content: describeAttacks({
      readme: describeWhereabouts({
        readme: describeHouse({
          readme: currentOf('README.md') ?? '# Placewright\n',
          readmeOf: (plugin) => currentOf(`plugins/${plugin}/README.md`),
        }),
        contentOf: currentOf,
      }),
      contentOf: currentOf,
    }),
  },
]

const currentOf = (path: string): string | null =>
  existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : null

process.exit(await main())
