import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import payload, { type SanitizedConfig } from 'payload'
import { z } from 'zod'

/**
 * Where the schema of the config differs from the newest snapshot in the migrations, so that
 * `migrate:create` would not be empty: one line per difference, none when they agree. Needs no
 * database and writes nothing.
 */
export const migrationDrift = async ({
  root,
  config,
}: {
  root: string
  config: SanitizedConfig
}): Promise<string[]> => {
  config.typescript.autoGenerate = false
  process.env.PAYLOAD_MIGRATING = 'true'
  await payload.init({
    config,
    disableDBConnect: true,
    disableOnInit: true,
  })
  const adapter = adapterSchema.parse(payload.db)
  const { generateDrizzleJson } = kitSchema.parse(adapter.requireDrizzleKit())
  const wanted = await generateDrizzleJson(adapter.schema)
  const kept = await newestSnapshot(adapter.migrationDir ?? join(root, 'migrations'))
  return kept === null
    ? ['there is no migration at all']
    : snapshotDifferences({ kept, wanted: JSON.parse(JSON.stringify(wanted)) })
}

/** What the adapter of Payload offers beside its public type. */
const adapterSchema = z.object({
  migrationDir: z.string().optional(),
  schema: z.record(z.string(), z.unknown()),
  requireDrizzleKit: z.custom<() => unknown>((value) => typeof value === 'function'),
})
const kitSchema = z.object({
  generateDrizzleJson: z.custom<(schema: Record<string, unknown>) => Promise<unknown>>(
    (value) => typeof value === 'function',
  ),
})

const newestSnapshot = async (folder: string): Promise<unknown> => {
  const names = await readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  })
  const newest = names
    .filter((name) => name.endsWith('.json'))
    .sort()
    .at(-1)
  return newest === undefined ? null : JSON.parse(await readFile(join(folder, newest), 'utf8'))
}

/**
 * Names each part of the schema that is not the same in both snapshots, down to the column, index
 * or key. The ids of the snapshots do not count: they are new each time.
 */
export const snapshotDifferences = ({
  kept,
  wanted,
}: {
  kept: unknown
  wanted: unknown
}): string[] => differences({ kept: partsOf(kept), wanted: partsOf(wanted), path: [] })

const partsOf = (snapshot: unknown): Record<string, unknown> => {
  const { id: _id, prevId: _prevId, ...parts } = recordSchema.parse(snapshot)
  return parts
}

const recordSchema = z.record(z.string(), z.unknown())

/** tables → table → columns → column: deeper than this a difference is told as a whole. */
const deepest = 4

const differences = ({
  kept,
  wanted,
  path,
}: {
  kept: unknown
  wanted: unknown
  path: readonly string[]
}): string[] => {
  if (isDeepStrictEqual(kept, wanted)) return []
  const name = path.join(' › ')
  if (kept === undefined) return [`${name} is not in the migrations`]
  if (wanted === undefined) return [`${name} is in the migrations only`]
  const left = recordSchema.safeParse(kept)
  const right = recordSchema.safeParse(wanted)
  if (!left.success || !right.success || path.length === deepest) return [`${name} differs`]
  const keys = [...new Set([...Object.keys(left.data), ...Object.keys(right.data)])].sort()
  return keys.flatMap((key) =>
    differences({ kept: left.data[key], wanted: right.data[key], path: [...path, key] }),
  )
}
