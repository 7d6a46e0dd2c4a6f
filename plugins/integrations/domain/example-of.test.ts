import { describe, expect, it } from 'vitest'

import { exampleOf } from './example-of'

describe('an example of a schema', () => {
  it('writes fields as their names and formats mean them', () => {
    const schema = {
      type: 'object',
      required: ['jobOrderId', 'startsOn', 'email'],
      properties: {
        jobOrderId: { type: 'string', format: 'uuid' },
        startsOn: { type: 'string' },
        email: { type: 'string', format: 'email' },
        payRateE4: { type: 'integer' },
        kind: { enum: ['temp', 'permanent'] },
        reason: { type: ['string', 'null'] },
      },
    }
    expect(exampleOf({ schema, isWhole: false })).toEqual({
      jobOrderId: '0190a000-0000-7000-8000-000000000001',
      startsOn: '2026-12-01',
      email: 'ana.silva@example.com',
    })
    expect(exampleOf({ schema, isWhole: true })).toMatchObject({
      payRateE4: 250_000,
      kind: 'temp',
      reason: 'As agreed on the phone.',
    })
  })

  it('keeps within bounds, takes what is not null, and follows references', () => {
    const one = (schema: unknown, name?: string) =>
      exampleOf({
        schema,
        isWhole: true,
        refs: { place: { type: 'object', properties: { city: { type: 'string', minLength: 6 } } } },
        ...(name ? { name } : {}),
      })
    expect(one({ type: 'integer', minimum: 5, maximum: 9 })).toBe(5)
    expect(one({ type: 'integer', exclusiveMinimum: 0 })).toBe(1)
    expect(one({ anyOf: [{ type: 'null' }, { type: 'boolean' }] })).toBe(true)
    expect(one({ $ref: '#/components/schemas/place' })).toEqual({ city: 'Textxx' })
    expect(one({ type: 'array', minItems: 2, items: { type: 'string' } }, 'notes')).toEqual([
      'As agreed on the phone.',
      'As agreed on the phone.',
    ])
    expect(one({ type: 'string', maxLength: 3 }, 'reason')).toBe('As ')
  })

  it('ends where a schema leads back to itself', () => {
    const refs = { tree: { type: 'object', properties: { child: { $ref: '#/tree' } } } }
    expect(JSON.stringify(exampleOf({ schema: refs.tree, isWhole: true, refs }))).toContain('null')
  })
})
