'use client'

import { useDocumentDrawer } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'

/** Adds a record of this person without leaving their screen. */
export const AddRecord = ({
  collection,
  candidateId,
  label,
}: {
  collection: string
  candidateId: string
  label: string
}) => {
  const router = useRouter()
  const [DocumentDrawer, , { closeDrawer, openDrawer }] = useDocumentDrawer({
    collectionSlug: collection,
  })
  return (
    <>
      <button type="button" className="pwa-btn" onClick={openDrawer}>
        {label}
      </button>
      <DocumentDrawer
        initialData={{ candidate: candidateId }}
        redirectAfterCreate={false}
        onSave={() => {
          closeDrawer()
          router.refresh()
        }}
      />
    </>
  )
}
