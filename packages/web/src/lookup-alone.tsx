// The lookup as one file that needs no server: it works from a disk and sends nothing anywhere.

import '@mantine/core/styles.css'
import './styles.css'
import { Anchor, Container, Group, MantineProvider, Stack, Text, Title } from '@mantine/core'
import { StrictMode, useCallback, useMemo, useSyncExternalStore } from 'react'
import { createRoot } from 'react-dom/client'
import { theme } from './app/theme.ts'
import type { Ask } from './pages/lookup/engine/ask-worker.ts'
import { answer } from './pages/lookup/engine/answer.ts'
import { Lookup } from './pages/lookup/lookup.tsx'
import type { LookupPlace, LookupWords } from './pages/lookup/place.ts'

const RFC = 'https://www.rfc-editor.org/rfc/rfc3463.html'

/** A page from a disk may start no worker. */
const askHere: Ask = async (question) => await Promise.resolve(answer(question))

/** What is asked stands behind the #, which no browser sends to a server. */
function readWords(fragment: string, search: string): LookupWords {
  return Object.fromEntries(new URLSearchParams(fragment.slice(1) || search))
}

function formatWords(words: LookupWords): string {
  const filled = Object.entries(words).filter((entry): entry is [string, string] =>
    entry[1] !== undefined && entry[1] !== '')
  return `#${new URLSearchParams(filled)}`
}

function subscribe(listen: () => void): () => void {
  globalThis.addEventListener('hashchange', listen)
  return () => globalThis.removeEventListener('hashchange', listen)
}

function usePlaceOfPage(): LookupPlace {
  const fragment = useSyncExternalStore(subscribe, () => globalThis.location.hash)
  const words = useMemo(() => readWords(fragment, globalThis.location.search), [fragment])
  const change = useCallback((next: LookupWords) => {
    const { hash, search } = globalThis.location
    globalThis.location.replace(formatWords({ ...readWords(hash, search), ...next }))
  }, [])
  return useMemo(() => ({ words, change, hrefOf: formatWords }), [words, change])
}

function Alone() {
  const place = usePlaceOfPage()
  return (
    <Container size="md" py="md" component="main">
      <Stack gap="md">
        <div>
          <Title order={1} size="h2">What does this bounce mean?</Title>
          <Text c="dimmed" size="sm">
            Mail codes, replies and whole bounces in plain words: whose fault it is, and what to do.
          </Text>
        </div>
        <Lookup place={place} ask={askHere} />
        <Group component="footer" gap="xs">
          <Text size="xs" c="dimmed">
            This page is one file. Save it, and it works without a network. By{' '}
            <Anchor href={RFC} fz="inherit">RFC 3463</Anchor>, the registry of codes, and the words
            of 60 languages that Carom knows.
          </Text>
        </Group>
      </Stack>
    </Container>
  )
}

const place = document.querySelector('#root')
if (place === null) throw new TypeError('the page has no #root')

createRoot(place).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto"><Alone /></MantineProvider>
  </StrictMode>,
)
