import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, it } from 'vitest'
import type { AssignmentLetterPaper } from './assignment-letter-paper'
import { renderAssignmentLetterPdf } from './assignment-letter-pdf'

const letter = (changes: Partial<AssignmentLetterPaper> = {}): AssignmentLetterPaper => ({
  reference: 'PL-2026-0042',
  locale: 'en-US',
  size: 'LETTER',
  createdAt: '2026-03-09T03:30:00.000Z',
  zone: 'America/New_York',
  agency: { name: 'Bridgeport Staffing', lines: ['12 Main Street', 'Bridgeport, CT 06604'] },
  worker: { name: 'Zbigniew Żółkiewski', lines: ['3 Elm Street', 'Łódź House'] },
  clientName: 'Harbor Logistics',
  jobTitle: 'Forklift operator',
  employmentType: 'Temporary',
  workLocation: { name: 'Dock 4', lines: ['1 Pier Road', 'New Haven, CT 06519'] },
  startsOn: '2026-03-16',
  endsOn: null,
  pay: { kind: 'hourly', rateE4: 245_000, currency: 'USD' },
  weeklyMinutes: 2400,
  approverName: 'Олена Коваль',
  recruiter: { name: 'Ana Silva', lines: ['ana@example.com', '+1 203 555 0100'] },
  terms: [{ label: 'Workweek', value: 'Monday to Sunday' }],
  notes: ['Please bring safety boots.'],
  ...changes,
})

const textOf = async (paper: AssignmentLetterPaper) => {
  const document = await getDocumentProxy(await renderAssignmentLetterPdf(paper))
  const { text } = await extractText(document, { mergePages: true })
  return text.replaceAll(/\s+/g, ' ')
}

describe('the assignment letter as PDF', () => {
  it('tells the worker the terms, dated where the agency is', async () => {
    const text = await textOf(letter())
    for (const phrase of [
      'Assignment letter',
      'PL-2026-0042',
      'March 8, 2026',
      'your assignment as Forklift operator with Harbor Logistics',
      'Zbigniew Żółkiewski',
      'Łódź House',
      'Dock 4, 1 Pier Road, New Haven, CT 06519',
      'March 16, 2026',
      'No end agreed',
      '$24.50 per hour',
      '40:00',
      'Олена Коваль',
      'Monday to Sunday',
      'Please bring safety boots.',
      'Ana Silva',
      'Page 1 of 1',
    ]) {
      expect(text).toContain(phrase)
    }
  })

  it('names a salary and an end, and leaves out what was not agreed', async () => {
    const text = await textOf(
      letter({
        pay: { kind: 'yearly', amountMinor: 8_400_000, currency: 'USD' },
        endsOn: '2026-09-30',
        weeklyMinutes: null,
        approverName: null,
      }),
    )
    expect(text).toContain('$84,000.00 per year')
    expect(text).toContain('September 30, 2026')
    expect(text).not.toContain('Approves your hours')
    expect(text).not.toContain('Hours per week')
  })
})
