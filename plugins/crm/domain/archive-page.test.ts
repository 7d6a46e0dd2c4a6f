import { describe, expect, it } from 'vitest'

import { archivePage } from './archive-page'

describe('the page of the archive', () => {
  it('shows every value of every row, and nothing of what a value would make of it', () => {
    const page = archivePage({
      takenAt: '2026-11-22T10:00:00.000Z',
      files: ['files/cv-1.pdf'],
      tables: [
        {
          table: 'candidates',
          rows: [
            { first_name: '<script>alert(1)</script>', 'on"load': `"' onerror=x`, city: null },
            { changes: { from: ['<b>', 1] } },
          ],
        },
      ],
    })
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(page).toContain('&quot;&#39; onerror=x')
    expect(page).toContain('<dt>on&quot;load</dt>')
    expect(page).toContain('&lt;b&gt;')
    expect(page).toContain('files/cv-1.pdf')
    expect(page).not.toMatch(/<script|<b>|<dt>city/)
  })
})
