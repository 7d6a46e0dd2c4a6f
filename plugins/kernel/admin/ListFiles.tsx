'use client'

import { PopupList, useListQuery } from '@payloadcms/ui'
import { useSearchParams } from 'next/navigation'

import { fileOf } from './list-file'

/** In the menu of a list: the file of what it shows. */
export const ListFiles = () => {
  const { collectionSlug, query } = useListQuery()
  const own = useSearchParams().get('own')
  if (!collectionSlug) return null
  const take = (format: 'csv' | 'xlsx') =>
    window.location.assign(fileOf({ collection: collectionSlug, query, own, format }))
  return (
    <PopupList.ButtonGroup>
      <PopupList.Button onClick={() => take('csv')}>Take out as CSV</PopupList.Button>
      <PopupList.Button onClick={() => take('xlsx')}>Take out as XLSX</PopupList.Button>
    </PopupList.ButtonGroup>
  )
}
