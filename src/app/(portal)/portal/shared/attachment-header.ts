/**
 * `Content-Disposition` of a download. The plain name is for old readers; the encoded one (RFC 8187)
 * carries every letter. Neither can break out of the header.
 */
export const attachmentHeader = (filename: string): string => {
  const tidy = [...filename]
    .filter((letter) => !isControl(letter))
    .join('')
    .replaceAll(/[/\\]/g, '-')
    .slice(0, 150)
  const plain = tidy
    .normalize('NFKD')
    .replaceAll(/[^\x20-\x7e]/g, '')
    .replaceAll(/["%;]/g, '')
    .trim()
  const encoded = encodeURIComponent(tidy.toWellFormed()).replaceAll(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain || 'document'}"; filename*=UTF-8''${encoded}`
}

/** Control letters, and the ones that turn the direction of a name around ('exe.fdp' as 'pdf.exe'). */
const control = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u

const isControl = (letter: string): boolean => control.test(letter)
