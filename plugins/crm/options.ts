export type CrmOptions = {
  /** Folder of uploaded files, where no bucket is set. */
  dataDir: string
  /** `tcp://host:port` of clamd; null: files are not scanned, and shown so. */
  clamdUrl: string | null
}
