import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { generateImportMap, type SanitizedConfig } from 'payload'
import { generateTypes } from 'payload/node'
import type { Artefact } from './artefact'

/** `src/payload-types.ts`, made aside so that a check leaves the tree untouched. */
export const payloadTypes = async ({
  root,
  config,
}: {
  root: string
  config: SanitizedConfig
}): Promise<Artefact> =>
  await aside(async (folder) => {
    const file = join(folder, 'payload-types.ts')
    const former = process.env.PAYLOAD_TS_OUTPUT_PATH
    process.env.PAYLOAD_TS_OUTPUT_PATH = file
    try {
      await generateTypes(config, { log: false })
    } finally {
      if (former === undefined) delete process.env.PAYLOAD_TS_OUTPUT_PATH
      else process.env.PAYLOAD_TS_OUTPUT_PATH = former
    }
    return {
      path: relative(root, config.typescript.outputFile ?? join(root, 'src/payload-types.ts')),
      content: await readFile(file, 'utf8'),
    }
  })

/**
 * The admin's import map, made aside. Its imports are relative from the map to the base directory,
 * so both move together.
 */
export const importMap = async ({
  root,
  config,
}: {
  root: string
  config: SanitizedConfig
}): Promise<Artefact> => {
  const path =
    config.admin.importMap.importMapFile === undefined
      ? `src/app/(payload)${config.routes.admin}/importMap.js`
      : relative(root, config.admin.importMap.importMapFile)
  return await aside(async (folder) => {
    const file = join(folder, path)
    await mkdir(dirname(file), { recursive: true })
    const moved: SanitizedConfig = {
      ...config,
      admin: {
        ...config.admin,
        importMap: {
          ...config.admin.importMap,
          baseDir: join(folder, relative(root, config.admin.importMap.baseDir)),
          importMapFile: file,
        },
      },
    }
    await generateImportMap(moved, { force: true, log: false })
    return { path, content: await readFile(file, 'utf8') }
  })
}

const aside = async <Value>(work: (folder: string) => Promise<Value>): Promise<Value> => {
  const folder = await mkdtemp(join(tmpdir(), 'placewright-generate-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
