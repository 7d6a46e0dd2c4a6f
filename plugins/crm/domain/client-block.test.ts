import { expect, it } from 'vitest'

import { clientBlockSources, clientBlockWords } from './client-block'

it.each(clientBlockSources)('a block by %s says who noted it, until when and what helps', (by) => {
  const words = clientBlockWords({
    wantedBy: by,
    clientName: 'Harbor Logistics',
    until: '2026-12-31',
    placedByName: 'Ana Silva',
  })
  expect(words).toContain('Harbor Logistics')
  expect(words).toContain('2026-12-31')
  expect(words).toContain('Ana Silva')
  expect(words).toContain('End the block')
})

it('a block without an end names no day', () => {
  expect(
    clientBlockWords({
      wantedBy: 'client',
      clientName: 'Harbor',
      until: null,
      placedByName: 'Ana',
    }),
  ).not.toContain('until')
})
