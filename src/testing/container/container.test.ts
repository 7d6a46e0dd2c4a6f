import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

import { commandOf, copiesOf, stagesOf, type Stage } from './dockerfile'

const stages = stagesOf(readFileSync('Dockerfile', 'utf8'))

const stageNamed = (name: string): Stage => {
  const stage = stages.find((one) => one.name === name)
  if (!stage) throw new Error(`The Dockerfile has no stage ${name}.`)
  return stage
}

const service = z.object({
  image: z.string(),
  build: z.object({ context: z.string(), target: z.string() }).optional(),
  environment: z.record(z.string(), z.string()),
  volumes: z.array(z.string()),
  ports: z.array(z.string()).optional(),
  command: z.array(z.string()).optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
  restart: z.string(),
  privileged: z.never().optional(),
})

const compose = z
  .object({
    services: z.record(z.string(), service),
    volumes: z.record(z.string(), z.unknown()),
  })
  .parse(parse(readFileSync('compose.yaml', 'utf8'), { merge: true }))

const services = Object.entries(compose.services)
const own = services.filter(([, { build }]) => build)

describe('the images', () => {
  it('stand on a named release of Node 24, never on the latest of anything', () => {
    for (const { from } of stages)
      if (!stages.some(({ name }) => name === from)) expect(from).toMatch(/^node:24-\w+-slim$/)
    for (const [name, { image, build }] of services)
      if (!build) expect([name, image]).toEqual([name, expect.stringMatching(/^\w+:\d+-\w+$/)])
  })

  it.each(['web', 'worker'])('%s runs without the rights of root, as a list of words', (name) => {
    const stage = stageNamed(name)
    const last = stage.instructions.findIndex(({ name: word }) => word === 'USER')
    expect(stage.instructions[last]?.text).toBe('node')
    expect(stage.instructions.slice(last).map((one) => one.name)).not.toContain('COPY')
    expect(commandOf(stage)[0]).toBe('node')
  })

  it('web tells whether it is well', () => {
    const check = stageNamed('web').instructions.find(({ name }) => name === 'HEALTHCHECK')
    expect(check?.text).toContain('/api/health')
  })

  it('take only what is there, and no secret', () => {
    for (const stage of stages)
      for (const { from, sources } of copiesOf(stage)) {
        if (from !== null) expect(stages.map(({ name }) => name)).toContain(from)
        else
          for (const source of sources) expect([source, existsSync(source)]).toEqual([source, true])
      }
    const ignored = readFileSync('.dockerignore', 'utf8').split('\n')
    expect(ignored).toEqual(
      expect.arrayContaining(['.env', '.env.*', '.data', '.git', 'node_modules']),
    )
    for (const { instructions } of stages)
      for (const { name, text } of instructions)
        if (name === 'ENV' || name === 'ARG')
          expect(text).not.toMatch(/SECRET|PASSWORD|DATABASE_URL|TOKEN/)
  })

  it('worker has every file that its commands name', () => {
    const copied = copiesOf(stageNamed('worker')).flatMap(({ from, sources }) =>
      from === null ? sources : [],
    )
    const named = [
      ...commandOf(stageNamed('worker')),
      ...services.flatMap(([, { command = [] }]) => command.flatMap((one) => one.split(/\s+/))),
    ].filter((word) => word.startsWith('src/'))
    expect(named).toContain('src/bin/migrate.ts')
    for (const file of named) {
      expect([file, existsSync(file)]).toEqual([file, true])
      expect(copied.some((source) => file.startsWith(`${source}/`))).toBe(true)
    }
  })
})

describe('the compose file', () => {
  it('sets only settings that the product knows, and none that must be secret by itself', () => {
    // Generated from the settings themselves.
    const known = [...readFileSync('.env.example', 'utf8').matchAll(/^#([A-Z_]+)=/gm)].map(
      ([, setting]) => setting,
    )
    for (const [name, { environment }] of own) {
      expect(known).toEqual(expect.arrayContaining(Object.keys(environment)))
      for (const secret of ['PAYLOAD_SECRET', 'DATABASE_URL', 'ADMIN_URL'])
        expect([name, environment[secret]]).toEqual([name, expect.stringMatching(/\$\{\w+:\?/)])
    }
  })

  it('starts web and worker on a migrated database, and all on stages and volumes that exist', () => {
    for (const [name, { build, depends_on: needs = {}, volumes }] of services) {
      if (build) expect(stages.map((stage) => stage.name)).toContain(build.target)
      for (const other of Object.keys(needs)) expect(Object.keys(compose.services)).toContain(other)
      for (const volume of volumes)
        expect([name, Object.keys(compose.volumes)]).toEqual([
          name,
          expect.arrayContaining([volume.split(':')[0]]),
        ])
    }
    expect(compose.services.migrate?.depends_on?.postgres?.condition).toBe('service_healthy')
    for (const name of ['web', 'worker'])
      expect(compose.services[name]?.depends_on?.migrate?.condition).toBe(
        'service_completed_successfully',
      )
    expect(compose.services.postgres?.healthcheck?.test.join(' ')).toContain('pg_isready')
  })

  it('opens no port to the network by itself, and shares the files', () => {
    for (const [, { ports = [] }] of services)
      for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/)
    for (const [name, { volumes }] of own) expect([name, volumes]).toEqual([name, ['files:/data']])
  })
})
