// Addresses that were looked at; kept for as long as the tab is open: they are other people's.

import { useCallback, useState } from 'react'

const KEY = 'carom-recent-addresses'
const KEPT = 12

function read(): readonly string[] {
  try {
    const value: unknown = JSON.parse(globalThis.sessionStorage.getItem(KEY) ?? '[]')
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
  } catch {
    return []
  }
}

export function useRecent(): readonly [
  recent: readonly string[], remember: (address: string) => void, forget: () => void,
] {
  const [recent, setRecent] = useState(read)
  const keep = useCallback((next: readonly string[]) => {
    setRecent(next)
    try {
      globalThis.sessionStorage.setItem(KEY, JSON.stringify(next))
    } catch (error) {
      // A browser that keeps nothing forgets them with the page.
      if (!(error instanceof DOMException)) throw error
    }
  }, [])
  const remember = useCallback((address: string) => {
    keep([address, ...read().filter((one) => one !== address)].slice(0, KEPT))
  }, [keep])
  return [recent, remember, useCallback(() => keep([]), [keep])]
}
