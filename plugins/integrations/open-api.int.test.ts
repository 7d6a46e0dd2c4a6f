import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { registryOf } from '#plugins/kernel'
import { startStage, type Person, type Stage } from '../../src/testing/security/stage'
import { exampleInput } from './endpoints/describe-commands'

let stage: Stage
let admin: NonNullable<Person>

beforeAll(async () => {
  stage = await startStage()
  admin = await stage.staff('admin')
})

afterAll(async () => {
  await stage.stop()
})

/** By name, so that nothing but this test needs the package to be there. */
const validatorPackage = '@seriousme/openapi-schema-validator'

const validatorModule = z.object({
  Validator: z.custom<
    new () => { validate: (document: object) => Promise<{ valid: boolean; errors?: unknown }> }
  >((value) => typeof value === 'function'),
})

const shape = z.object({
  paths: z.record(
    z.string().startsWith('/'),
    z.record(z.string(), z.object({ operationId: z.string(), summary: z.string().min(5) })),
  ),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
})

const documentFor = async (as: Person) => {
  const answer = await stage.call({ path: '/api/openapi.json', as })
  expect(answer.status).toBe(200)
  return { document: shape.parse(answer.json), text: answer.text, json: answer.json }
}

describe('the description at /api/openapi.json', () => {
  it('is OpenAPI 3.1 for everybody who asks', async () => {
    const { Validator } = validatorModule.parse(await import(validatorPackage))
    for (const as of [null, admin, await stage.staff('recruiter')]) {
      const { json } = await documentFor(as)
      const { valid, errors } = await new Validator().validate(z.looseObject({}).parse(json))
      expect(errors ?? []).toEqual([])
      expect(valid).toBe(true)
    }
  })

  it('lists every command, each by a name of its own', async () => {
    const { document } = await documentFor(admin)
    const names = [...registryOf(stage.payload).commands.keys()]
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining(names.map((name) => `/commands/${name}`)),
    )
    const ids = Object.values(document.paths).flatMap((operations) =>
      Object.values(operations).map(({ operationId }) => operationId),
    )
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('shows for every command an example that the command takes', () => {
    const wrong = [...registryOf(stage.payload).commands.values()].flatMap((command) => {
      const example = exampleInput(command)
      const parsed = command.input.safeParse(example)
      return parsed.success
        ? []
        : [`${command.name}: ${JSON.stringify(example)} ${z.prettifyError(parsed.error)}`]
    })
    expect(wrong).toEqual([])
  })

  it('tells of records only to those who may read them, field by field', async () => {
    const { document: forNobody } = await documentFor(null)
    expect(Object.keys(forNobody.paths).every((path) => path.startsWith('/commands/'))).toBe(true)
    const { document: forAdmin, text } = await documentFor(admin)
    expect(Object.keys(forAdmin.paths)).toEqual(
      expect.arrayContaining(['/candidates', '/candidates/{id}', '/invoices']),
    )
    expect(text).not.toMatch(/"(hash|salt|secretHash|sealedSecret|resetPasswordToken)"/)
    const trainer = await documentFor(await stage.staff('trainer'))
    expect(Object.keys(trainer.document.paths)).not.toContain('/invoices')
    const billRate = /"billRateE4"/
    const placements = (document: typeof forAdmin) =>
      JSON.stringify(document.components.schemas['placement-terms'])
    const recruiter = await documentFor(await stage.staff('recruiter'))
    expect(placements(forAdmin)).toMatch(billRate)
    expect(placements(recruiter.document)).not.toMatch(billRate)
  })
})
