// The notes that are shown now.

import { Notifications } from '@mantine/notifications'

export function NoteList() {
  return <Notifications position="bottom-right" />
}
