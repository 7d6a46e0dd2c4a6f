import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { renderMessage, templateProblems } from './message-template'

const fields = {
  'order.title': { label: 'Title of the order', sample: 'Nurse' },
  'client.name': { label: 'Name of the client', sample: 'Meridian' },
}

const template = {
  subject: 'About {{order.title}}',
  opening: '{{ client.name }} asks for {{order.title}}.',
  ending: '',
  button: 'Answer',
}

describe('the words of a mail', () => {
  it('take in the values, and name those that are missing', () => {
    expect(
      renderMessage({
        template,
        fields,
        values: { 'order.title': 'Nurse, nights', 'client.name': ' ' },
      }),
    ).toEqual({
      subject: 'About Nurse, nights',
      opening: 'asks for Nurse, nights.',
      ending: '',
      button: 'Answer',
      missing: ['Name of the client'],
    })
  })

  it('never read a value as a field, a line of the header or anything else but text', () => {
    const { subject, opening } = renderMessage({
      template,
      fields,
      values: { 'order.title': '{{client.name}}\r\nBcc: all@example.com', 'client.name': 'secret' },
    })
    expect(subject).toBe('About {{client.name}} Bcc: all@example.com')
    expect(opening).toContain('{{client.name}}')
    fc.assert(
      fc.property(fc.string(), (value) => {
        const rendered = renderMessage({
          template: { ...template, opening: '[{{order.title}}]' },
          fields,
          values: { 'order.title': value },
        })
        expect(rendered.opening).toBe(`[${value.trim()}]`)
        expect(rendered.subject).not.toMatch(/[\r\n]/)
      }),
    )
  })

  it('reach nothing that is not on the list', () => {
    for (const name of ['constructor', 'order', 'client.name.length', '__proto__'])
      expect(
        renderMessage({
          template: { ...template, opening: `{{${name}}}` },
          fields,
          values: { 'order.title': 'x', 'client.name': 'y' },
        }).opening,
      ).toBe(`{{${name}}}`)
  })

  it.each([
    ['opening', 'Hello {{candidate.salary}}', '{{candidate.salary}}'],
    ['opening', 'Hello {{order.title', 'begins with {{'],
    ['opening', 'Hello {{{order.title}}}', 'begins with {{'],
    ['opening', '  ', 'Please fill this in.'],
    ['subject', 'one\ntwo', 'on one line'],
    ['subject', 'x'.repeat(201), 'At most 200'],
    ['button', '{{nothing}}', '{{nothing}}'],
  ] as const)('are refused with %s “%s”', (part, text, problem) => {
    const problems = templateProblems({ template: { ...template, [part]: text }, fields })
    expect(problems[part]).toContain(problem)
    expect(Object.keys(problems)).toEqual([part])
  })
})
