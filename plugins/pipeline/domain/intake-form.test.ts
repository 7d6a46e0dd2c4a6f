import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { askedQuestions, judgeAnswers } from './intake-answers'
import { conditionWords, intakeOperators, type RawAnswers, shownKeys } from './intake-condition'
import {
  type IntakeQuestion,
  intakeTypes,
  isIntakeType,
  judgeForm,
  operatorsFor,
} from './intake-form'
import { judgeRequest, storableDetails, type KnownDetails } from './request-details'
import { isLikeRequest, type ComparedRequest } from './request-likeness'

const question = (given: Partial<IntakeQuestion> & { key: string }): IntakeQuestion => ({
  label: given.key,
  help: null,
  type: 'text',
  options: [],
  isRequired: false,
  target: null,
  showWhen: null,
  ...given,
})

const needed: readonly IntakeQuestion[] = [
  question({ key: 'company', target: 'company', isRequired: true }),
  question({ key: 'name', target: 'contactName', isRequired: true }),
  question({ key: 'email', type: 'email', target: 'email', isRequired: true }),
  question({ key: 'role', target: 'jobTitle', isRequired: true }),
]

const ward = question({ key: 'ward', type: 'choice', options: ['ICU', 'ER', 'Home'] })
const vents = question({
  key: 'vents',
  type: 'yesNo',
  isRequired: true,
  showWhen: { key: 'ward', is: 'any-of', values: ['ICU', 'ER'] },
})

describe('a question is shown', () => {
  it.each<[keyof typeof intakeOperators, string | string[] | undefined, string[], boolean]>([
    ['filled', 'x', [], true],
    ['filled', '  ', [], false],
    ['filled', [], [], false],
    ['empty', undefined, [], true],
    ['empty', 'x', [], false],
    ['any-of', ['a', 'b'], ['b', 'c'], true],
    ['any-of', 'a', ['b'], false],
    ['none-of', 'a', ['b'], true],
    ['none-of', undefined, ['b'], true],
    ['none-of', ['a', 'b'], ['b'], false],
    ['at-least', '5', ['5'], true],
    ['at-least', '10', ['9'], true],
    ['at-least', '1,250.50', ['1250.5'], true],
    ['at-least', 'many', ['1'], false],
    ['at-least', undefined, ['1'], false],
    ['at-most', '4', ['5'], true],
    ['at-most', '2026-12-24', ['2026-12-31'], true],
    ['at-most', '2027-01-01', ['2026-12-31'], false],
  ])('%s of %j and %j: %s', (is, answer, values, expected) => {
    const questions = [
      question({ key: 'first' }),
      question({ key: 'second', showWhen: { key: 'first', is, values } }),
    ]
    expect(shownKeys({ questions, raw: { first: answer } }).has('second')).toBe(expected)
  })

  it('not when what it hangs on is not shown, whatever was typed there before', () => {
    const questions = [
      ward,
      vents,
      question({ key: 'which', showWhen: { key: 'vents', is: 'any-of', values: ['yes'] } }),
    ]
    expect([...shownKeys({ questions, raw: { ward: 'ICU', vents: 'yes' } })]).toEqual([
      'ward',
      'vents',
      'which',
    ])
    expect([...shownKeys({ questions, raw: { ward: 'Home', vents: 'yes' } })]).toEqual(['ward'])
  })

  it('with its condition in words', () => {
    expect(
      vents.showWhen && conditionWords({ showWhen: vents.showWhen, questions: [ward, vents] }),
    ).toBe('“ward” is one of ICU, ER')
  })

  it('by a comparison that every kind of answer has', () => {
    for (const type of Object.keys(intakeTypes).filter(isIntakeType))
      expect(operatorsFor(type)).toEqual(expect.arrayContaining(['filled', 'empty']))
  })
})

describe('a form', () => {
  it('is fine when it asks for what a request needs', () => {
    expect(judgeForm([...needed, ward, vents])).toEqual({})
  })

  it.each<[string, readonly IntakeQuestion[], string, RegExp]>([
    ['lacks the e-mail', needed.filter(({ key }) => key !== 'email'), 'questions', /E-mail/],
    [
      'makes the role optional',
      needed.map((one) => (one.key === 'role' ? { ...one, isRequired: false } : one)),
      'questions.3.isRequired',
      /Role/,
    ],
    ['has a list of one', [...needed, { ...ward, options: ['ICU'] }], 'questions.4.options', /two/],
    [
      'names a choice twice',
      [...needed, { ...ward, options: ['ICU', 'ICU'] }],
      'questions.4.options',
      /twice/,
    ],
    [
      'fills a day with a text',
      [...needed, question({ key: 'x', target: 'startsOn' })],
      'questions.4.target',
      /Day/,
    ],
    [
      'fills one field twice',
      [...needed, question({ key: 'x', target: 'company' })],
      'questions.4.target',
      /already/,
    ],
    ['looks ahead', [...needed, vents, ward], 'questions.4.showWhen', /further up/],
    ['looks at what is gone', [...needed, vents], 'questions.4.showWhen', /gone/],
    [
      'compares with a choice that is gone',
      [...needed, { ...ward, options: ['ICU', 'Home'] }, vents],
      'questions.5.showWhen',
      /choose again/,
    ],
    [
      'compares a text by size',
      [...needed, question({ key: 'x', showWhen: { key: 'role', is: 'at-least', values: ['3'] } })],
      'questions.4.showWhen',
      /compared/,
    ],
    ['has one key twice', [...needed, ward, ward], 'questions.5.key', /ward/],
  ])('is refused when it %s', (_what, questions, path, message) => {
    expect(judgeForm(questions)[path]).toMatch(message)
  })
})

const who = { company: 'Quay', name: 'Marta', email: 'marta@quay.test', role: 'Nurse' }

const judge = ({ questions, raw }: { questions: readonly IntakeQuestion[]; raw: RawAnswers }) =>
  judgeAnswers({
    questions: [...needed, ...questions],
    raw: { ...who, ...raw },
    files: {},
    currency: 'USD',
    country: 'US',
    known: null,
  })

describe('an answer', () => {
  it.each<[Partial<IntakeQuestion>, string | string[], unknown]>([
    [{ type: 'number' }, '1,250', 1250],
    [{ type: 'yesNo' }, 'no', false],
    [{ type: 'day' }, '2026-12-24', '2026-12-24'],
    [{ type: 'money', target: 'payFromRateE4' }, '28.50', 285_000],
    [{ type: 'money', target: 'payFromRateE4' }, '-3', -30_000],
    [{ type: 'money', target: 'salaryToMinor' }, '70,000', 7_000_000],
    [{ type: 'money' }, '12.5', 1_250],
    [{ type: 'choices', options: ['a', 'b'] }, ['b', 'a', 'b'], ['b', 'a']],
    [{ type: 'phone' }, '+1 212 555 0138', '+1 212 555 0138'],
    [{ type: 'longText' }, 'a\nb', 'a\nb'],
  ])('%j of %j is %j', (given, raw, value) => {
    const judged = judge({ questions: [question({ key: 'x', ...given })], raw: { x: raw } })
    expect(judged.ok && judged.value.answers.at(-1)?.value).toEqual(value)
  })

  it.each<[Partial<IntakeQuestion>, string | string[], RegExp]>([
    [{ type: 'number' }, 'a few', /number/],
    [{ type: 'number', target: 'openingsCount' }, '2.5', /whole/],
    [{ type: 'number', target: 'openingsCount' }, '501', /500/],
    [{ type: 'yesNo' }, 'perhaps', /yes or no/],
    [{ type: 'day' }, '2026-02-30', /YYYY-MM-DD/],
    [{ type: 'money' }, 'much', /number/],
    [{ type: 'choice', options: ['a', 'b'] }, 'c', /list/],
    [{ type: 'choices', options: ['a', 'b'] }, ['a', 'c'], /list/],
    [{ type: 'email' }, 'marta@', /e-mail/],
    [{ type: 'phone' }, '12', /phone/],
    [{ type: 'text' }, 'a\nb', /one line/],
    [{ type: 'text' }, 'x'.repeat(501), /500/],
    [{ type: 'text' }, ['a', 'b'], /one answer/],
    [{ isRequired: true }, '  ', /fill in/],
  ])('%j of %j is refused with its remedy', (given, raw, message) => {
    const judged = judge({ questions: [question({ key: 'x', ...given })], raw: { x: raw } })
    expect(judged.ok ? '' : judged.failure.fields?.['answers.x']).toMatch(message)
  })

  it('is left out where the question was not shown, and refused where there is none', () => {
    const hidden = judge({ questions: [ward, vents], raw: { ward: 'Home', vents: 'yes' } })
    expect(hidden.ok && hidden.value.answers.map(({ key }) => key)).not.toContain('vents')
    expect(judge({ questions: [ward, vents], raw: { ward: 'ICU' } })).toMatchObject({
      failure: { fields: { 'answers.vents': expect.any(String) } },
    })
    expect(judge({ questions: [], raw: { hobby: 'chess' } })).toMatchObject({
      failure: { fields: { 'answers.hobby': expect.stringContaining('no question') } },
    })
  })

  it('is known of somebody who is signed in, also to the conditions', () => {
    const known = { company: 'Meridian', contactName: 'Ro', email: 'ro@m.test', phone: null }
    const questions = [
      ...needed,
      question({ key: 'a', showWhen: { key: 'company', is: 'filled', values: [] } }),
      question({ key: 'b', showWhen: { key: 'company', is: 'empty', values: [] } }),
    ]
    expect(askedQuestions({ questions, known }).map(({ key }) => key)).toEqual(['role', 'a'])
    const judged = judgeAnswers({
      questions,
      raw: { role: 'Nurse', a: 'x', company: 'Somebody else' },
      files: {},
      currency: 'USD',
      country: 'US',
      known,
    })
    expect(judged.ok && judged.value.wish).toMatchObject({
      company: 'Meridian',
      email: 'ro@m.test',
    })
  })

  it('never throws, whatever is typed', () => {
    const all = Object.keys(intakeTypes)
      .filter(isIntakeType)
      .map((type) => question({ key: type, type, options: ['a', 'b'] }))
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...Object.keys(intakeTypes), '__proto__'), fc.string()),
        (raw) => {
          expect(judge({ questions: all, raw })).toHaveProperty('ok')
        },
      ),
      { numRuns: 200 },
    )
  })
})

const whole: KnownDetails = { jobTitle: 'Nurse', openingsCount: 2, workLocation: 'Newark' }

describe('a request', () => {
  it('has nothing to be asked when nothing is missing', () => {
    expect(judgeRequest(whole)).toBeNull()
    expect(
      judgeRequest({ ...whole, startsOn: '2026-12-01', endsOn: '2026-12-01', payFromRateE4: 0 }),
    ).toBeNull()
  })

  it.each<[KnownDetails, readonly string[]]>([
    [{ jobTitle: ' ' }, ['jobTitle']],
    [{ openingsCount: 0 }, ['openingsCount']],
    [{ openingsCount: null }, ['openingsCount']],
    [{ workLocation: null }, ['workLocation']],
    [{ startsOn: '2026-12-02', endsOn: '2026-12-01' }, ['startsOn', 'endsOn']],
    [{ payFromRateE4: 300_000, payToRateE4: 200_000 }, ['payFromRateE4', 'payToRateE4']],
    [{ payFromRateE4: -1 }, ['payFromRateE4', 'payToRateE4']],
    [{ salaryToMinor: -5 }, ['salaryFromMinor', 'salaryToMinor']],
    [{ workLocation: '', openingsCount: 0 }, ['openingsCount', 'workLocation']],
  ])('of which %j is so is asked for %j', (given, details) => {
    const open = judgeRequest({ ...whole, ...given })
    expect(open?.details).toEqual(details)
    for (const detail of open?.details ?? []) expect(open?.questions[detail]).toBeTruthy()
  })

  it('can be written down whatever was wished', () => {
    expect(
      storableDetails({ openingsCount: -2, payFromRateE4: -1, payToRateE4: 5, workLocation: ' ' }),
    ).toMatchObject({ openingsCount: 1, payFromRateE4: null, payToRateE4: 5, workLocation: null })
  })
})

const wish: ComparedRequest = {
  clientId: null,
  company: 'Saint Brigid',
  email: 'noor@brigid.test',
  jobTitle: 'Night nurse',
  startsOn: '2026-12-01',
  endsOn: null,
}

describe('two requests', () => {
  it.each<[Partial<ComparedRequest>, boolean]>([
    [{}, true],
    [{ email: 'other@brigid.test', company: 'St. Brigid' }, true],
    [{ email: 'noor@other.test', company: 'SAINT BRÍGID.' }, true],
    [{ email: 'noor@other.test', company: 'Larkspur' }, false],
    [{ jobTitle: 'Nurses (nights)' }, true],
    [{ jobTitle: 'Welder' }, false],
    [{ startsOn: null }, true],
    [{ startsOn: '2026-12-20' }, true],
    [{ startsOn: '2027-03-01' }, false],
    [{ startsOn: '2026-06-01', endsOn: '2027-06-01' }, true],
  ])('one of which differs by %j are alike: %s, either way round', (given, expected) => {
    const other = { ...wish, ...given }
    expect(isLikeRequest({ one: wish, other })).toBe(expected)
    expect(isLikeRequest({ one: other, other: wish })).toBe(expected)
  })

  it('of two known clients are two, and an address of everybody tells nothing', () => {
    expect(
      isLikeRequest({ one: { ...wish, clientId: 'a' }, other: { ...wish, clientId: 'b' } }),
    ).toBe(false)
    const gmail = { ...wish, email: 'a@gmail.com' }
    expect(
      isLikeRequest({ one: gmail, other: { ...wish, email: 'b@gmail.com', company: 'Other' } }),
    ).toBe(false)
  })
})
