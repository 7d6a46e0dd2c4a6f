import type { ReactNode } from 'react'

export type ProseProps = { children: ReactNode }

/** Running text: the reading measure, headings, lists and quotes of the theme. */
export const Prose = ({ children }: ProseProps) => <div className="pw-prose">{children}</div>
