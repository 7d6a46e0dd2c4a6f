import { createRequire } from 'node:module'
import { Document, Font, Page, renderToBuffer, Text } from '@react-pdf/renderer'
import { createElement } from 'react'

/** A real PDF with these lines of text per page; a page of none is blank, as a scan is to us. */
export const renderCv = async ({
  pages,
  password,
}: {
  pages: string[][]
  password?: string
}): Promise<Uint8Array> => {
  const { resolve } = createRequire(import.meta.url)
  Font.register({ family: 'Fixture', src: resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf') })
  const sheets = pages.map((lines, page) =>
    createElement(
      Page,
      { key: page, style: { fontFamily: 'Fixture', fontSize: 12, padding: 40 } },
      ...lines.map((line) => createElement(Text, { key: line }, line)),
    ),
  )
  return new Uint8Array(
    await renderToBuffer(
      createElement(Document, password ? { userPassword: password } : {}, ...sheets),
    ),
  )
}
