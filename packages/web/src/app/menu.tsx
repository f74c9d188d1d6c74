// The menu of pages.

import { NavLink } from '@mantine/core'
import { Link, useLocation } from '@tanstack/react-router'
import { NAVIGATION, type NavigationEntry } from './navigation.ts'
import classes from './shell.module.css'

const SECTIONS = [['look', 'See'], ['act', 'Act'], ['set up', 'Set up']] as const

export function Menu() {
  const { pathname } = useLocation()
  return SECTIONS.map(([section, label]) => (
    <div key={section} role="group" aria-label={label}>
      <div aria-hidden className={classes['section']}>{label}</div>
      {NAVIGATION.filter((entry) => entry.section === section).map((entry) => (
        <Entry key={entry.path} entry={entry} isActive={isAt(pathname, entry.path)} />
      ))}
    </div>
  ))
}

function Entry({ entry, isActive }: {
  readonly entry: NavigationEntry; readonly isActive: boolean
}) {
  const EntryIcon = entry.icon
  return (
    <NavLink
      component={Link} to={entry.path} label={entry.label} active={isActive}
      leftSection={<EntryIcon size={18} stroke={1.6} />} className={classes['entry']}
      {...isActive ? { 'aria-current': 'page' as const } : {}}
    />
  )
}

function isAt(pathname: string, path: string): boolean {
  return pathname === path || (path !== '/' && pathname.startsWith(`${path}/`))
}
