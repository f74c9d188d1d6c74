// The keys that work everywhere: G and a letter goes to a page, / searches, ? shows them all.

import { useDisclosure, useWindowEvent } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useRef } from 'react'
import { NAVIGATION } from './navigation.ts'

/** Time in which the letter follows the G. */
const SEQUENCE_MS = 1_500

const KeyHelp = lazy(async () => ({ default: (await import('./key-help.tsx')).KeyHelp }))

export function Shortcuts({ onSearch }: { readonly onSearch: () => void }) {
  const [opened, { open, close }] = useDisclosure(false)
  const navigate = useNavigate()
  const goAt = useRef(-Infinity)
  useWindowEvent('keydown', (event) => {
    if (asksToSearch(event)) {
      event.preventDefault()
      onSearch()
      return
    }
    if (isTyping(event)) return
    if (event.key === '?') open()
    else if (event.key === 'g') goAt.current = event.timeStamp
    else if (event.timeStamp - goAt.current < SEQUENCE_MS) {
      goAt.current = -Infinity
      const entry = NAVIGATION.find(({ key }) => key === event.key)
      if (entry === undefined) return
      event.preventDefault()
      void navigate({ to: entry.path })
    }
  })
  return opened ? <Suspense fallback={null}><KeyHelp onClose={close} /></Suspense> : null
}

/** `/` outside of fields; Ctrl or Command with K everywhere. */
function asksToSearch(event: KeyboardEvent): boolean {
  if (event.key === '/') return !isTyping(event)
  return event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) &&
    !event.shiftKey && !event.altKey
}

/** Whether a key belongs to a field, or to the browser. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true
  const { target } = event
  return target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
}
