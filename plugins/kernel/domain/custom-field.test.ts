import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { isShown, keyFor, type CustomField } from './custom-field'
import { jsonCondition, readCondition } from './custom-filter'
import { customText } from './custom-text'
import { changedKeys, judgeValues, missingValues } from './custom-values'

const field = (over: Partial<CustomField>): CustomField => ({
  id: '0190a000-0000-7000-8000-000000000001',
  appliesTo: 'candidates',
  key: 'shift',
  label: 'Shift',
  help: null,
  type: 'text',
  options: [],
  currency: null,
  personKind: null,
  isRequired: false,
  requiredIn: [],
  showWhen: null,
  readPermission: null,
  writePermission: null,
  isInList: false,
  position: 1,
  isRemoved: false,
  ...over,
})

const options = [
  { value: 'day', label: 'Day' },
  { value: 'night', label: 'Night' },
  { value: 'swing', label: 'Swing', isRetired: true },
]

const person = { kind: 'user', id: '0190a000-0000-7000-8000-000000000009' }

describe('the key of a field', () => {
  it.each([
    ['Driver’s licence (class)', [], 'driversLicenceClass'],
    ['Größe', [], 'grosse'],
    ['2nd shift', [], 'field2ndShift'],
    ['日本語', [], 'field'],
    ['Badge', ['badge', 'badge2'], 'badge3'],
  ])('of “%s” stands in paths and addresses', (label, taken, key) => {
    expect(keyFor({ label, taken })).toBe(key)
  })

  it('is never one that is taken, and always plain', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (label, others) => {
        const taken = [...others, keyFor({ label, taken: [] })]
        const key = keyFor({ label, taken })
        expect(taken).not.toContain(key)
        expect(key).toMatch(/^[A-Za-z][A-Za-z0-9]*$/)
      }),
    )
  })
})

describe('a value', () => {
  const right: readonly [Partial<CustomField>, unknown][] = [
    [{ type: 'text' }, 'A4'],
    [{ type: 'longText' }, 'two\nlines'],
    [{ type: 'number' }, -12.5],
    [
      { type: 'money', currency: 'USD' },
      { amountMinor: 1250, currency: 'USD' },
    ],
    [{ type: 'day' }, '2028-02-29'],
    [{ type: 'yesNo' }, false],
    [{ type: 'choice', options }, 'night'],
    [{ type: 'choices', options }, ['day', 'night']],
    [{ type: 'link' }, 'https://example.com/a?b=1#c'],
    [{ type: 'person', personKind: 'user' }, person],
  ]
  const wrong: readonly [Partial<CustomField>, unknown][] = [
    [{ type: 'text' }, 4],
    [{ type: 'text' }, 'two\nlines'],
    [{ type: 'text' }, 'x'.repeat(501)],
    [{ type: 'longText' }, ['x']],
    [{ type: 'number' }, '12'],
    [{ type: 'number' }, 1e300],
    [
      { type: 'money', currency: 'USD' },
      { amountMinor: 1250, currency: 'EUR' },
    ],
    [
      { type: 'money', currency: 'USD' },
      { amountMinor: 12.5, currency: 'USD' },
    ],
    [{ type: 'money', currency: 'USD' }, 1250],
    [{ type: 'day' }, '2027-02-29'],
    [{ type: 'yesNo' }, 'yes'],
    [{ type: 'choice', options }, 'swing'],
    [{ type: 'choice', options }, 'Day'],
    [{ type: 'choices', options }, 'day'],
    [{ type: 'choices', options }, ['day', 'dusk']],
    [{ type: 'link' }, 'javascript:alert(1)'],
    [{ type: 'link' }, 'example.com'],
    [{ type: 'link' }, 'https://example.com/ x'],
    [{ type: 'person', personKind: 'candidate' }, person],
    [
      { type: 'person', personKind: 'user' },
      { kind: 'user', id: 'me' },
    ],
  ]

  it.each(right)('%o takes %o', (over, value) => {
    const judged = judgeValues({
      fields: [field(over)],
      before: {},
      sent: { shift: value },
      mayWrite: () => true,
    })
    expect(judged).toEqual({ values: { shift: value }, problems: {} })
  })

  it.each(wrong)('%o refuses %o and names the field', (over, value) => {
    const { values, problems } = judgeValues({
      fields: [field(over)],
      before: {},
      sent: { shift: value },
      mayWrite: () => true,
    })
    expect(values).toEqual({})
    expect(problems.shift).toMatch(/^Shift: ./)
  })

  it('that is not sent stays, null clears it, and a retired choice may stay where it is', () => {
    const fields = [
      field({ key: 'shift', type: 'choice', options }),
      field({ key: 'badge' }),
      field({ key: 'note' }),
    ]
    const before = { shift: 'swing', badge: 'A4', note: 'x', gone: 1 }
    const { values, problems } = judgeValues({
      fields,
      before,
      sent: { shift: 'swing', note: null, gone: 1 },
      mayWrite: () => true,
    })
    expect(problems).toEqual({})
    expect(values).toEqual({ shift: 'swing', badge: 'A4', gone: 1 })
  })

  it('is refused for a key that is unknown, removed or out of the writer’s right', () => {
    const { problems } = judgeValues({
      fields: [field({ key: 'pay' }), field({ key: 'old', isRemoved: true })],
      before: {},
      sent: { pay: 'x', old: 'x', constructor: 'x' },
      mayWrite: ({ key }) => key !== 'pay',
    })
    expect(Object.keys(problems)).toEqual(['pay', 'old', 'constructor'])
    expect(problems.pay).toBe('You may not change “Shift”.')
  })
})

describe('what is missing', () => {
  const fields = [
    field({ key: 'always', label: 'Always', isRequired: true }),
    field({ key: 'placed', label: 'Placed', requiredIn: ['placed'] }),
    field({
      key: 'cls',
      label: 'Class',
      isRequired: true,
      showWhen: { key: 'licence', is: 'any-of', values: [true] },
    }),
    field({ key: 'licence', label: 'Licence', type: 'yesNo' }),
  ]
  const missing = (values: Record<string, unknown>, state: string, isComplete = true) =>
    Object.keys(missingValues({ fields, values, state, isComplete, mayWrite: () => true }))

  it('follows the state, the condition and whether a form is filled in', () => {
    expect(missing({}, 'active')).toEqual(['always'])
    expect(missing({}, 'placed')).toEqual(['always', 'placed'])
    expect(missing({}, 'placed', false)).toEqual(['placed'])
    expect(missing({ licence: true, always: 'x' }, 'active')).toEqual(['cls'])
    expect(missing({ licence: false, always: 'x' }, 'active')).toEqual([])
  })

  it('shows a dependent field while what it asks for holds', () => {
    const filled = field({ showWhen: { key: 'other', is: 'filled' } })
    expect(isShown({ field: filled, values: { other: false } })).toBe(true)
    expect(isShown({ field: filled, values: { other: [] } })).toBe(false)
    const oneOf = field({ showWhen: { key: 'other', is: 'any-of', values: ['a'] } })
    expect(isShown({ field: oneOf, values: { other: ['b', 'a'] } })).toBe(true)
    expect(isShown({ field: oneOf, values: { other: 'b' } })).toBe(false)
  })
})

describe('the history', () => {
  it('names what differs, whatever the order inside', () => {
    expect(
      changedKeys({
        before: { a: 1, b: { x: 1, y: 2 }, c: 'old', d: '' },
        after: { a: 1, b: { y: 2, x: 1 }, e: [] },
      }),
    ).toEqual(['c'])
  })

  it.each([
    [{ type: 'yesNo' }, false, 'No'],
    [{ type: 'money', currency: 'USD' }, { amountMinor: 125000, currency: 'USD' }, '$1,250.00'],
    [{ type: 'day' }, '2026-11-22', 'November 22, 2026'],
    [{ type: 'number' }, 1234.5, '1,234.5'],
    [{ type: 'choices', options }, ['night', 'lost'], 'Night, lost'],
    [{ type: 'text' }, undefined, null],
  ] as const)('writes %o as people read it', (over, value, text) => {
    expect(customText({ field: field(over), value, locale: 'en-US' })).toBe(text)
  })
})

describe('a filter', () => {
  it.each([
    [{ type: 'number' }, 'greater_than', '12', 12],
    [{ type: 'yesNo' }, 'equals', 'false', false],
    [{ type: 'choice', options }, 'in', 'day,night', ['day', 'night']],
    [{ type: 'text' }, 'exists', 'true', true],
  ] as const)('on %o reads %s %s', (over, operator, value, expected) => {
    const read = readCondition({ field: field(over), operator, value })
    expect(read.ok && read.condition.value).toEqual(expected)
  })

  it.each([
    [{ type: 'yesNo' }, 'greater_than', 'true'],
    [{ type: 'number' }, 'equals', 'twelve'],
    [{ type: 'day' }, 'less_than', 'today'],
    [{ type: 'text' }, 'equals', ''],
    [{ type: 'text' }, 'equals', { a: 1 }],
    [{ type: 'text' }, '__proto__', 'x'],
  ] as const)('on %o refuses %s %o', (over, operator, value) => {
    expect(readCondition({ field: field(over), operator, value }).ok).toBe(false)
  })

  it('keeps whatever is typed inside its literal', () => {
    const operators = ['equals', 'contains', 'like', 'not_equals', 'greater_than', 'in'] as const
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...operators), (value, operator) => {
        const sql = jsonCondition({ column: '"t"."custom"', path: ['shift'], operator, value })
        // Outside of literals nothing of it is left.
        const outside = sql.replaceAll(/'(?:[^']|'')*'/g, '')
        expect(outside).toMatch(/^[a-z"@.>?:(), ]*$/)
      }),
    )
  })
})
