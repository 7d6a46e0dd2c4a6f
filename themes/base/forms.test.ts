import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Choice, Consent, ErrorSummary, Field, FileField } from './index'

const attribute = ({ html, tag, name }: { html: string; tag: string; name: string }) =>
  new RegExp(`<${tag}[^>]*\\s${name}="([^"]*)"`).exec(html)?.[1]

describe('Field', () => {
  const render = (errors: Record<string, string>, kind: 'text' | 'password' = 'text') =>
    renderToStaticMarkup(
      createElement(Field, {
        name: 'contact.name',
        label: 'Name',
        hint: 'As in your passport',
        values: { 'contact.name': 'Zoë <b>' },
        errors,
        kind,
        isRequired: true,
      }),
    )

  it('ties label, hint and error to the control', () => {
    const html = render({ 'contact.name': 'Enter a name.' })
    const id = attribute({ html, tag: 'input', name: 'id' })
    expect(id).toBe('f-contact-name')
    expect(attribute({ html, tag: 'label', name: 'for' })).toBe(id)
    expect(attribute({ html, tag: 'input', name: 'aria-invalid' })).toBe('true')
    const described = attribute({ html, tag: 'input', name: 'aria-describedby' })?.split(' ') ?? []
    expect(described).toHaveLength(2)
    for (const target of described) expect(html).toContain(`id="${target}"`)
  })

  it('keeps what was typed, escaped', () => {
    expect(attribute({ html: render({}), tag: 'input', name: 'value' })).toBe('Zoë &lt;b&gt;')
  })

  it('claims no error where there is none', () => {
    const html = render({ other: 'Wrong.' })
    expect(html).not.toContain('aria-invalid')
    expect(html).not.toContain('Wrong.')
  })

  it('never fills a password in again', () => {
    expect(attribute({ html: render({}, 'password'), tag: 'input', name: 'value' })).toBeUndefined()
  })
})

describe('Choice', () => {
  const options = [
    { value: 'a', label: 'A' },
    { value: 'b', label: 'B' },
  ]

  it.each([
    ['radio', false, 'b', 1],
    ['checkbox', true, ['a', 'b'], 2],
  ] as const)('as %s ticks what was chosen', (type, isMultiple, chosen, ticked) => {
    const html = renderToStaticMarkup(
      createElement(Choice, {
        name: 'pick',
        label: 'Pick',
        options,
        values: { pick: chosen },
        errors: {},
        isMultiple,
      }),
    )
    expect(html.match(new RegExp(`type="${type}"`, 'g'))).toHaveLength(2)
    expect(html.match(/checked=""/g)).toHaveLength(ticked)
  })

  it('is reached by the link of the error summary', () => {
    const errors = { pick: 'Choose one.' }
    const form = renderToStaticMarkup(
      createElement(Choice, { name: 'pick', label: 'Pick', options, values: {}, errors }),
    )
    const summary = renderToStaticMarkup(createElement(ErrorSummary, { title: 'Again', errors }))
    const target = attribute({ html: summary, tag: 'a', name: 'href' })?.slice(1)
    expect(form).toContain(`id="${target}"`)
  })
})

describe('Consent', () => {
  it.each([
    [{}, false],
    [{ terms: 'yes' }, true],
    [{ terms: 'on' }, false],
  ])('with %j is ticked: %s', (values, isTicked) => {
    const html = renderToStaticMarkup(
      createElement(Consent, { name: 'terms', values, errors: {} }, 'I agree'),
    )
    expect(html.includes('checked=""')).toBe(isTicked)
  })
})

describe('FileField', () => {
  it('names the file that was kept', () => {
    const html = renderToStaticMarkup(
      createElement(FileField, {
        name: 'cv',
        label: 'CV',
        accept: '.pdf',
        errors: {},
        keptFile: { name: 'cv.pdf', label: 'We already have' },
      }),
    )
    expect(html).toContain('cv.pdf')
  })
})

describe('ErrorSummary', () => {
  it('is absent without errors and keeps the order of the form', () => {
    const render = (errors: Record<string, string>) =>
      renderToStaticMarkup(
        createElement(ErrorSummary, { title: 'Again', errors, order: ['first', 'second'] }),
      )
    expect(render({})).toBe('')
    const html = render({ late: '3', second: '2', first: '1', '': '4' })
    expect(html.match(/>(\d)</g)).toEqual(['>1<', '>2<', '>3<', '>4<'])
    expect(html.match(/<a /g)).toHaveLength(3)
  })
})
