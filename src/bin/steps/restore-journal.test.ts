import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { closeRestoreJournal, demandFinishedRestore, restoreJournalOf } from './restore-journal.mjs'

let home: string

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'placewright-journal-'))
})

afterEach(() => {
  rmSync(home, { recursive: true, force: true })
})

it('lets the product start when no restore was cut off', () => {
  expect(() => demandFinishedRestore({ home })).not.toThrow()
})

it('keeps it from starting between rows and files, and says how to go on', () => {
  writeFileSync(restoreJournalOf({ home }), JSON.stringify({ file: '/backups/monday.tar.gz' }))
  expect(() => demandFinishedRestore({ home })).toThrow(
    'npm run restore -- /backups/monday.tar.gz --replace',
  )
  closeRestoreJournal({ home })
  expect(existsSync(restoreJournalOf({ home }))).toBe(false)
  expect(() => demandFinishedRestore({ home })).not.toThrow()
})

it('says so too when the machine died while the journal was written', () => {
  writeFileSync(restoreJournalOf({ home }), '{"file": "/bac')
  expect(() => demandFinishedRestore({ home })).toThrow('npm run restore -- FILE --replace')
})
