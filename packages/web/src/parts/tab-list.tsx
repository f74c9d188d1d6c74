// The row of tabs; on a phone it scrolls sideways, and opens where the chosen one stands.

import { useLayoutEffect, useRef } from 'react'
import { Tabs, type TabsListProps } from '@mantine/core'
import classes from './tab-list.module.css'

export function TabList({ children, ...list }: TabsListProps) {
  const row = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const chosen = row.current?.querySelector<HTMLElement>('[aria-selected="true"]')
    if (!row.current || !chosen) return
    row.current.scrollLeft = chosen.offsetLeft + chosen.offsetWidth - row.current.clientWidth
  }, [])
  return <Tabs.List ref={row} className={classes['row']} {...list}>{children}</Tabs.List>
}
