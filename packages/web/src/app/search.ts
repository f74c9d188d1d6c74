// What stands after the question mark: filters that can be shared as they are.

import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

export type SearchWords = { readonly [name: string]: string | undefined }

/** Texts as they are, numbers and flags as texts; everything else is dropped. */
export function readSearch(search: Record<string, unknown>): SearchWords {
  const words: Record<string, string> = {}
  for (const [name, value] of Object.entries(search)) {
    if (typeof value === 'string' && value !== '') words[name] = value
    else if (typeof value === 'number' || typeof value === 'boolean') words[name] = String(value)
  }
  return words
}

/** `?code=550` as the text 550: the router's own way would write it as JSON. */
export function parseSearch(search: string): SearchWords {
  return readSearch(Object.fromEntries(new URLSearchParams(search)))
}

export function formatSearch(search: Record<string, unknown>): string {
  const words = new URLSearchParams(Object.entries(readSearch(search)) as [string, string][])
  return words.size === 0 ? '' : `?${words}`
}

/** The words of the present address, and how to change some of them: undefined takes one away. */
export function useSearchWords(): readonly [SearchWords, (change: SearchWords) => void] {
  const words = useSearch({ strict: false }) as SearchWords
  const navigate = useNavigate()
  const change = useCallback((next: SearchWords) => {
    void navigate({
      to: '.', replace: true,
      search: (before: Record<string, unknown>) => readSearch({ ...before, ...next }),
    })
  }, [navigate])
  return [words, change]
}
