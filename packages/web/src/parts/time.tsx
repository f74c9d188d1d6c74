// A time as people say it, with the exact one to be had.

import { useSyncExternalStore } from 'react'

const UNITS = [
  ['year', 31_557_600_000], ['month', 2_629_800_000], ['day', 86_400_000], ['hour', 3_600_000],
  ['minute', 60_000],
] as const

const RELATIVE = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })
const EXACT = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' })
const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' })
const TICK_MS = 30_000

/** `3 hours ago`, with the exact time as its title. */
export function Time({ at }: { readonly at: string }) {
  const now = useNow()
  return <time dateTime={at} title={formatExact(at)}>{formatRelative(Date.parse(at) - now)}</time>
}

export function formatExact(at: string): string {
  return EXACT.format(new Date(at))
}

export function formatDay(at: string | number): string {
  return DAY.format(new Date(at))
}

function formatRelative(ms: number): string {
  const [unit, size] = UNITS.find((one) => Math.abs(ms) >= one[1]) ?? ['minute', 60_000] as const
  const amount = Math.round(ms / size)
  return amount === 0 ? 'just now' : RELATIVE.format(amount, unit)
}

let clock = Date.now()

function subscribe(listen: () => void): () => void {
  const timer = setInterval(() => {
    clock = Date.now()
    listen()
  }, TICK_MS)
  return () => clearInterval(timer)
}

function useNow(): number {
  return useSyncExternalStore(subscribe, () => clock)
}
