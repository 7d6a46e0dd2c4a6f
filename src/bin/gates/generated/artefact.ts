/** A file as it should be; `path` is relative to the root. */
export type Artefact = { path: string; content: string }
