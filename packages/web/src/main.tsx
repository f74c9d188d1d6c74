// The start of the pages.

import './styles.ts'
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Notes } from './app/notes.tsx'
import { createQueryClient } from './app/query-client.ts'
import { createPages } from './app/router.ts'
import { theme } from './app/theme.ts'

/** The nonce that the server has put into the page: style elements without it are not applied. */
function readNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
}

const colorSchemes = localStorageColorSchemeManager({ key: 'carom-appearance' })
const client = createQueryClient()
const pages = createPages(client)
const place = document.querySelector('#root')
if (place === null) throw new TypeError('the page has no #root')

createRoot(place).render(
  <StrictMode>
    <MantineProvider
      theme={theme} defaultColorScheme="auto" colorSchemeManager={colorSchemes}
      getStyleNonce={readNonce}
    >
      <QueryClientProvider client={client}>
        <Notes />
        <RouterProvider router={pages} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
