// Search from everywhere: a page, an address, a code or a reply.

import { Spotlight, createSpotlight, type SpotlightActionData } from '@mantine/spotlight'
import { IconAddressBook, IconBook2, IconMailX } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { focusAgain } from '../parts/take-focus.ts'
import type { HeldKeys } from './held-keys.ts'
import { NAVIGATION } from './navigation.ts'

const [store, spotlight] = createSpotlight()

/** What fades away still takes the keys that are meant for what comes next. */
const AT_ONCE = { duration: 0 } as const

let before: Element | null = null
let held: HeldKeys | undefined

/** With what is typed until it is there. */
export function openSearch(keys: HeldKeys): void {
  held = keys
  before = document.activeElement
  spotlight.open()
}

export function Search() {
  const navigate = useNavigate()
  const [query, setQuery] = useState('')
  const actions = useMemo((): SpotlightActionData[] => {
    const text = query.trim()
    const go: Go = (to, search) => void navigate({ to, search })
    const pages = NAVIGATION.filter(({ label, about }) =>
      `${label} ${about}`.toLowerCase().includes(text.toLowerCase()))
      .map(({ path, label, about, icon: PageIcon }) => ({
        id: path, label, description: about, leftSection: <PageIcon size={20} />,
        onClick: () => go(path, {}),
      }))
    // What the text looks like, then what it names, then what it may occur in.
    return text === '' ? pages : [...findThings(text, go), ...pages, findBounces(text, go)]
  }, [query, navigate])
  return (
    <Spotlight
      store={store} actions={actions} query={query} onQueryChange={setQuery}
      shortcut={null} lockScroll={false} clearQueryOnClose filter={(_, all) => all} scrollable
      maxHeight={420} onSpotlightClose={close} transitionProps={AT_ONCE}
      attributes={{ content: { 'aria-label': 'Search' } }}
      nothingFound="No page has this in its name"
      searchProps={{
        'ref': takeHeld, 'placeholder': 'A page, an address, a code, a reply',
        'aria-label': 'Search',
      }}
    />
  )
}

/** The field, as it comes and goes. */
function takeHeld(field: HTMLInputElement | null): void {
  // Not while it is being put there.
  if (field !== null) queueMicrotask(() => held?.handTo(field))
}

function close(): void {
  held?.letGo()
  focusAgain(before)
}

type Go = (to: string, search: Record<string, string>) => void

function findThings(query: string, go: Go): SpotlightActionData[] {
  const things: SpotlightActionData[] = []
  if (/^\S+@\S+$/.test(query)) {
    things.push({
      id: 'address', label: query, description: 'Open this address',
      leftSection: <IconAddressBook size={20} />,
      onClick: () => go(`/addresses/${encodeURIComponent(query)}`, {}),
    })
  }
  if (/\d{3}|\d\.\d/.test(query) || query.includes(' ')) {
    things.push({
      id: 'lookup', label: query, description: 'What does this mean?',
      leftSection: <IconBook2 size={20} />, onClick: () => go('/lookup', { text: query }),
    })
  }
  return things
}

function findBounces(query: string, go: Go): SpotlightActionData {
  return {
    id: 'bounces', label: query, description: 'Find bounces with this text',
    leftSection: <IconMailX size={20} />, onClick: () => go('/bounces', { text: query }),
  }
}
