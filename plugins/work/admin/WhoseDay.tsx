'use client'

import { useRouter } from 'next/navigation'
import { useId } from 'react'

type Props = { chosen: string; people: readonly { id: string; name: string }[] }

/** Lets whoever looks after all tasks look at a colleague's day. */
export const WhoseDay = ({ chosen, people }: Props) => {
  const router = useRouter()
  const id = useId()
  return (
    <span className="pwa-whose">
      <label htmlFor={id}>Whose day</label>
      <select
        id={id}
        value={chosen}
        onChange={(event) => router.push(`/admin/my-day?of=${event.target.value}`)}
      >
        {people.map((person) => (
          <option key={person.id} value={person.id}>
            {person.name}
          </option>
        ))}
      </select>
    </span>
  )
}
