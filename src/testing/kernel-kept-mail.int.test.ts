import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { inOwnTransaction, poolOf, runWorker } from '#plugins/kernel'
import { queueMail } from '#plugins/work'
import { startPayload, type TestApp } from './harness'
import { until } from './kernel/children'

let app: TestApp

beforeAll(async () => {
  app = await startPayload()
})

afterAll(async () => {
  await app.stop()
})

describe('without a mail server', () => {
  it('a mail is kept, where staff with the right can read it', async () => {
    const req = await app.systemRequest()
    const id = await inOwnTransaction({
      req,
      run: async () =>
        await queueMail({
          req,
          mail: {
            to: 'ana@example.test',
            subject: 'Kept',
            content: { blocks: [{ kind: 'text', text: 'Hello.' }] },
            dedupeKey: randomUUID(),
          },
        }),
    })
    const worker = await runWorker({
      payload: app.payload,
      databaseUrl: app.databaseUrl,
      pollSeconds: 0.2,
    })
    try {
      await until({
        what: 'the mail is kept',
        is: async () => {
          const { rows } = await poolOf(app.payload).query<{ state: string }>(
            'select state from outbound_mails where id = $1',
            [id],
          )
          return rows[0]?.state === 'kept'
        },
      })
    } finally {
      await worker.stop()
    }
    const readableBy = async (permissions: readonly string[]) =>
      (
        await app.payload.find({
          collection: 'outbound-mails',
          where: { id: { equals: id } },
          req: await app.staffRequest({ permissions }),
          overrideAccess: false,
          disableErrors: true,
        })
      ).totalDocs
    expect(await readableBy(['mail.read'])).toBe(1)
    expect(await readableBy([])).toBe(0)
  })
})
