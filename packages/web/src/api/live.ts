// What happens in the service as it happens: server-sent events that make what is shown anew.

import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'

/** Which questions have other answers after a note of this type; the first word of their keys. */
const TOUCHED: Readonly<Record<string, readonly string[]>> = {
  'event': ['overview', 'events', 'incidents', 'troubles', 'sources', 'unmatched'],
  'suppression.added': ['overview', 'suppressions'],
  'suppression.lifted': ['overview', 'suppressions'],
  'address': ['address'],
  'outage': ['overview', 'outages'],
  // The stream was broken for too long to tell what happened meanwhile.
  'reset': [
    'overview', 'events', 'incidents', 'address', 'suppressions', 'outages', 'sources', 'troubles',
    'unmatched',
  ],
}

/** Answers are made anew at most this often, however much comes in. */
const REFRESH_MS = 2_000

export type LiveState = 'connecting' | 'live' | 'broken'

let state: LiveState = 'connecting'
const listeners = new Set<() => void>()

function setState(next: LiveState): void {
  state = next
  for (const listen of listeners) listen()
}

/** Whether what is shown follows what happens. */
export function useLiveState(): LiveState {
  return useSyncExternalStore((listen) => {
    listeners.add(listen)
    return () => listeners.delete(listen)
  }, () => state)
}

/** Follows the stream while somebody is signed in. */
export function useLiveUpdates(isOn: boolean): void {
  const client = useQueryClient()
  useEffect(() => isOn ? follow(client) : undefined, [client, isOn])
}

/** The browser gives up where a service that starts again, or a proxy before it, refuses. */
const RETRY_MS = 5_000

function follow(client: QueryClient): () => void {
  const waiting = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const refresh = (): void => {
    timer = undefined
    for (const key of waiting) void client.invalidateQueries({ queryKey: [key] })
    waiting.clear()
  }
  const note = (keys: readonly string[]) => (): void => {
    for (const key of keys) waiting.add(key)
    timer ??= setTimeout(refresh, REFRESH_MS)
  }
  let source: EventSource
  let again: ReturnType<typeof setTimeout> | undefined
  const open = (): void => {
    source = new EventSource('/v1/stream')
    for (const [type, keys] of Object.entries(TOUCHED)) source.addEventListener(type, note(keys))
    source.addEventListener('open', () => setState('live'))
    source.addEventListener('error', () => {
      setState('broken')
      if (source.readyState !== EventSource.CLOSED) return
      // What happened meanwhile is not told to a stream that begins anew.
      again = setTimeout(() => {
        open()
        note(TOUCHED['reset'] ?? [])()
      }, RETRY_MS)
    })
  }
  open()
  return () => {
    clearTimeout(timer)
    clearTimeout(again)
    source.close()
  }
}
