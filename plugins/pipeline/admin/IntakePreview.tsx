'use client'

import { useAllFormFields } from '@payloadcms/ui'
import type { UIFieldClientComponent } from 'payload'
import { useId, useState } from 'react'

import { shownKeys, textsIn, type RawAnswers } from '../domain/intake-condition'
import type { IntakeQuestion } from '../domain/intake-form'
import { editedQuestions } from './edited-questions'

/** The form as it stands in the editor, to be tried: questions come and go with the answers. */
export const IntakePreview: UIFieldClientComponent = () => {
  const [fields] = useAllFormFields()
  const [raw, setRaw] = useState<RawAnswers>({})
  const questions = editedQuestions(fields).filter(({ label }) => label !== '')
  const shown = shownKeys({ questions, raw })
  if (questions.length === 0) return null
  return (
    <section className="pwa-intake" aria-label="Preview">
      <h3 className="pwa-intake__title">Preview</h3>
      <p className="pwa-field__about">
        Try it: nothing is sent. {shown.size} of {questions.length} questions are asked.
      </p>
      {questions
        .filter(({ key }) => shown.has(key))
        .map((question) => (
          <Asked
            key={question.key}
            question={question}
            value={textsIn(raw[question.key])}
            onChange={(value) => setRaw((before) => ({ ...before, [question.key]: value }))}
          />
        ))}
    </section>
  )
}

const inputTypes: Partial<Record<IntakeQuestion['type'], string>> = {
  day: 'date',
  email: 'email',
  phone: 'tel',
  file: 'file',
}

const Asked = ({
  question: { label, type, help, options, isRequired },
  value,
  onChange,
}: {
  question: IntakeQuestion
  value: readonly string[]
  onChange: (value: string | readonly string[]) => void
}) => {
  const id = useId()
  const name = `${label}${isRequired ? ' *' : ''}`
  const choices =
    type === 'yesNo'
      ? [
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
        ]
      : options.map((option) => ({ value: option, text: option }))
  if (type === 'choice' || type === 'choices' || type === 'yesNo')
    return (
      <fieldset className="pwa-intake__question">
        <legend>{name}</legend>
        {help ? <p className="pwa-field__about">{help}</p> : null}
        {choices.map((choice) => (
          <label key={choice.value} className="pwa-intake__choice">
            <input
              type={type === 'choices' ? 'checkbox' : 'radio'}
              name={id}
              checked={value.includes(choice.value)}
              onChange={({ target }) => {
                if (type !== 'choices') onChange(choice.value)
                else if (target.checked) onChange([...value, choice.value])
                else onChange(value.filter((one) => one !== choice.value))
              }}
            />{' '}
            {choice.text}
          </label>
        ))}
      </fieldset>
    )
  return (
    <div className="pwa-intake__question">
      <label htmlFor={id}>{name}</label>
      {help ? <p className="pwa-field__about">{help}</p> : null}
      {type === 'longText' ? (
        <textarea
          id={id}
          rows={3}
          value={value[0] ?? ''}
          onChange={({ target }) => onChange(target.value)}
        />
      ) : type === 'file' ? (
        <input
          id={id}
          type="file"
          onChange={({ target }) => onChange(target.files?.[0]?.name ?? '')}
        />
      ) : (
        <input
          id={id}
          type={inputTypes[type] ?? 'text'}
          value={value[0] ?? ''}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </div>
  )
}
