// What stands around every page: the menu, the search, who is signed in, and whether what is shown
// follows what happens.

import {
  ActionIcon, AppShell, Burger, Center, Group, Loader, Text, Tooltip,
} from '@mantine/core'
import { useDisclosure, useWindowEvent } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useLiveUpdates } from '../api/live.ts'
import { ErrorNotice } from '../parts/error-notice.tsx'
import { Announcer, PAGE_ID } from './announcer.tsx'
import { holdKeys } from './held-keys.ts'
import { useKeptFocus } from './keep-focus.ts'
import { LiveMark } from './live-mark.tsx'
import { Menu } from './menu.tsx'
import { sessionQuery } from './session.ts'
import classes from './shell.module.css'
import { Shortcuts } from './shortcuts.tsx'
import { UserMenu } from './user-menu.tsx'

/** Shown to everybody: there is nobody signed in yet. */
const OPEN_PATHS: ReadonlySet<string> = new Set(['/login', '/setup'])

/** Its code comes with the first search. */
const Search = lazy(async () => ({ default: (await import('./palette.tsx')).Search }))

export function Shell() {
  const { pathname, href } = useLocation()
  const isOpen = OPEN_PATHS.has(pathname)
  const { data: session, error, isPending } = useQuery(sessionQuery)
  const isSignedIn = session !== undefined && session !== null
  useLiveUpdates(isSignedIn && !isOpen)
  useEffect(() => {
    if (session === null && !isOpen) {
      globalThis.location.replace(`/login?next=${encodeURIComponent(href)}`)
    }
  }, [session, isOpen, href])
  if (isOpen) return <Suspense fallback={<Waiting />}><Outlet /></Suspense>
  if (error !== null) return <main className={classes['alone']}><ErrorNotice error={error} /></main>
  if (isPending || !isSignedIn) return <Waiting />
  return <Frame />
}

function Frame() {
  const [opened, { toggle, close }] = useDisclosure(false)
  const [isSearchWanted, setSearchWanted] = useState(false)
  const search = (): void => {
    setSearchWanted(true)
    const keys = holdKeys()
    void import('./palette.tsx').then(({ openSearch }) => openSearch(keys)).catch(keys.letGo)
  }
  const { pathname } = useLocation()
  const burger = useRef<HTMLButtonElement>(null)
  useEffect(close, [pathname, close])
  useKeptFocus()
  useWindowEvent('keydown', ({ key }) => {
    if (!opened || key !== 'Escape') return
    close()
    burger.current?.focus()
  })
  return (
    <AppShell
      header={{ height: 52 }} padding="md"
      navbar={{ width: 208, breakpoint: 'sm', collapsed: { mobile: !opened } }}
    >
      <a href={`#${PAGE_ID}`} className={classes['skip']}>Go to the page</a>
      <AppShell.Header className={classes['header']}>
        <Burger
          ref={burger} opened={opened} onClick={toggle} hiddenFrom="sm" size="sm"
          aria-expanded={opened}
          aria-label={opened ? 'Close the menu' : 'Open the menu'}
        />
        <Link to="/" className={classes['brand']}>
          <img src="/carom.svg" alt="" width="26" height="26" />
          <Text component="span" fw={700}>Carom</Text>
        </Link>
        <Group gap="xs" ml="auto" wrap="nowrap">
          <LiveMark />
          <Tooltip label="Search (/)">
            <ActionIcon variant="default" size="lg" aria-label="Search" onClick={search}>
              <IconSearch size={18} />
            </ActionIcon>
          </Tooltip>
          <UserMenu />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar
        component="nav" aria-label="Pages" className={classes['nav']} data-closed={!opened}
      >
        <div className={classes['menu']}><Menu /></div>
      </AppShell.Navbar>
      <AppShell.Main id={PAGE_ID} tabIndex={-1}>
        <Suspense fallback={<Waiting />}><Outlet /></Suspense>
      </AppShell.Main>
      {isSearchWanted ? <Suspense fallback={null}><Search /></Suspense> : null}
      <Shortcuts onSearch={search} />
      <Announcer />
    </AppShell>
  )
}

function Waiting() {
  return <Center mih={240}><Loader role="status" aria-label="Loading" /></Center>
}
