import { describe, expect, it } from 'vitest'

import { judgeTaxId } from './tax-id'

describe('the tax id of a company', () => {
  it.each([
    ['US', '84-1029384'],
    ['GB', 'GB 123 4567 82'],
    ['GB', 'GB 980 7806 84'],
    ['DE', 'DE 136695976'],
    ['DE', '12/345/67890'],
    ['AT', 'ATU13585627'],
    ['BE', 'BE 0428.759.497'],
    ['FR', 'FR 40 303 265 045'],
    ['IT', 'IT 00743110157'],
    ['PL', 'PL 856-734-62-15'],
    ['CH', 'CHE-107.787.577 IVA'],
    ['NL', 'NL004495445B01'],
    ['ES', 'ESB58378431'],
    ['JP', '7010001008844'],
    ['US', ''],
  ])('of %s is right as %s', (country, taxId) => {
    expect(judgeTaxId({ country, taxId })).toBeNull()
  })

  it.each([
    ['US', '00-1029384', 'check digits'],
    ['US', '84-102938', 'no tax id of US. Write it as 12-3456789'],
    ['GB', 'GB 123 4567 83', 'check digits'],
    ['DE', 'DE 136695975', 'check digits'],
    ['DE', 'ATU13585627', 'no tax id of DE'],
    ['AT', 'ATU13585626', 'check digits'],
    ['BE', 'BE 0428.759.496', 'check digits'],
    ['FR', 'FR 41 303 265 045', 'check digits'],
    ['IT', 'IT 00743110158', 'check digits'],
    ['PL', 'PL 8567346216', 'check digits'],
    ['CH', 'CHE-107.787.578', 'check digits'],
    ['JP', '?', 'letters and digits'],
  ])('of %s is wrong as %s', (country, taxId, why) => {
    expect(judgeTaxId({ country, taxId })).toContain(why)
  })
})
