// Which page an address of the browser shows; pages are fetched when they are first opened.

import {
  createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent,
} from '@tanstack/react-router'
import type { QueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Shell } from './shell.tsx'
import { NotFound } from './not-found.tsx'
import { PageFailed } from './page-failed.tsx'
import { formatSearch, parseSearch, readSearch, type SearchWords } from './search.ts'

type PageModule = { readonly Page: () => ReactNode }
type Context = { readonly client: QueryClient }

const root = createRootRouteWithContext<Context>()({
  component: Shell, notFoundComponent: NotFound, errorComponent: PageFailed,
})

/** A page whose search words are all texts: each page knows which ones it reads. */
function page<const Path extends string>(path: Path, load: () => Promise<PageModule>) {
  return createRoute({
    getParentRoute: () => root, path,
    validateSearch: (search: Record<string, unknown>): SearchWords => readSearch(search),
    component: lazyRouteComponent(load, 'Page'),
  })
}

const routeTree = root.addChildren([
  page('/', () => import('../pages/overview/page.tsx')),
  // One route, so that the list stays as it is while one after the other is opened.
  page('/bounces/{-$id}', () => import('../pages/bounces/page.tsx')),
  page('/addresses', () => import('../pages/addresses/page.tsx')),
  page('/addresses/$address', () => import('../pages/addresses/page.tsx')),
  page('/suppressions', () => import('../pages/suppressions/page.tsx')),
  page('/lookup', () => import('../pages/lookup/page.tsx')),
  page('/mailbox', () => import('../pages/mailbox/page.tsx')),
  page('/unmatched', () => import('../pages/unmatched/page.tsx')),
  page('/policy', () => import('../pages/policy/page.tsx')),
  page('/troubles', () => import('../pages/troubles/page.tsx')),
  page('/prevention', () => import('../pages/prevention/page.tsx')),
  page('/sources', () => import('../pages/sources/page.tsx')),
  page('/webhooks', () => import('../pages/webhooks/page.tsx')),
  page('/keys', () => import('../pages/keys/page.tsx')),
  page('/users', () => import('../pages/users/page.tsx')),
  page('/audit', () => import('../pages/audit/page.tsx')),
  page('/account', () => import('../pages/account/page.tsx')),
  page('/login', () => import('../pages/login/page.tsx')),
  page('/setup', () => import('../pages/login/page.tsx')),
])

export function createPages(client: QueryClient) {
  return createRouter({
    routeTree, context: { client }, defaultPreload: 'intent', scrollRestoration: true,
    parseSearch, stringifySearch: formatSearch, defaultErrorComponent: PageFailed,
  })
}

declare module '@tanstack/react-router' {
  // eslint-disable-next-line typescript/consistent-type-definitions -- the library's own way
  interface Register { router: ReturnType<typeof createPages> }
}
