// Notes of what was done, at the edge of the page; their code comes with the first of them.

import { useNotifications } from '@mantine/notifications'
import { lazy, Suspense, useState } from 'react'

const NoteList = lazy(async () => ({ default: (await import('./note-list.tsx')).NoteList }))

export function Notes() {
  const { notifications } = useNotifications()
  const [isWanted, setWanted] = useState(false)
  if (notifications.length > 0 && !isWanted) setWanted(true)
  return isWanted ? <Suspense fallback={null}><NoteList /></Suspense> : null
}
