/**
 * Why a document is not taken.
 *
 * - `encrypted`: needs a password, or forbids what reading takes
 * - `unreadable`: broken, or not what it claims to be inside
 * - `empty`: no text, such as a scan
 * - `unsupported`: neither PDF nor DOCX by its content
 * - `too-large`: itself, or once unpacked
 * - `active-content`: would run or fetch something when opened (scripts, macros, launch actions)
 */
export type DocumentRefusal = {
  code: 'encrypted' | 'unreadable' | 'empty' | 'unsupported' | 'too-large' | 'active-content'
  message: string
}

const messages: Record<DocumentRefusal['code'], string> = {
  encrypted: 'This file is protected with a password. Save it without one and try again.',
  unreadable: 'This file is damaged. Save it again as PDF or DOCX and try again.',
  empty: 'There is no text in this file. If it is a scan, send the original document.',
  unsupported: 'Only PDF and DOCX files are taken.',
  'too-large': 'This file is too large.',
  'active-content': 'This file contains scripts or macros. Save it as a plain PDF and try again.',
}

/** A refusal, to be thrown inside this folder only: its doors return it. */
export class DocumentRefused extends Error {
  readonly refusal: DocumentRefusal

  constructor(code: DocumentRefusal['code']) {
    super(messages[code])
    this.refusal = { code, message: messages[code] }
  }
}
