import { Document, Packer, Paragraph } from 'docx'

/** A real Word file with these lines. */
export const renderDocx = async (lines: readonly string[]): Promise<Buffer> =>
  await Packer.toBuffer(
    new Document({ sections: [{ children: lines.map((text) => new Paragraph(text)) }] }),
  )
