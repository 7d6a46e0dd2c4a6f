import type { IncomingFile } from '../domain/incoming-files'

export const FileList = ({ files }: { files: readonly IncomingFile[] }) => (
  <ul className="pwa-bulk__list">
    {files.map(({ name, documentId, refused }, at) => (
      <li key={documentId ?? `${name}-${at}`}>
        {documentId ? <a href={`/admin/collections/documents/${documentId}`}>{name}</a> : name}
        {refused ? <span> not kept: {refused}</span> : null}
      </li>
    ))}
  </ul>
)
