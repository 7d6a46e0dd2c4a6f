import type { ReactNode } from 'react'

export type LinkItem = {
  label: string
  href: string
  /** Marks the page the reader is on; set on at most one item of a navigation. */
  isCurrent?: boolean
}

export type Image = { src: string; alt: string; width: number; height: number }

/** One fact as a reader sees it; `value` is already formatted in the reader's locale and zone. */
export type Fact = { label: string; value: ReactNode }

export type SelectOption = { value: string; label: string; count?: number }

/** What was typed, by field name, so that a refused form comes back filled in. */
export type FormValues = Readonly<Record<string, string | readonly string[] | undefined>>

/** One message per field name; an absent name means the field is fine. */
export type FormErrors = Readonly<Record<string, string>>

/** Where a form goes: a URL, or a server action, with the hidden fields that travel along. */
export type FormTarget = {
  action: string | ((data: FormData) => void | Promise<void>)
  hidden?: Readonly<Record<string, string>>
}

export type Tone = 'neutral' | 'info' | 'good' | 'warn' | 'bad'

export type Status = { tone: Tone; label: string }
