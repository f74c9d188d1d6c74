// Who is signed in: the account, light or dark, sign out.

import { ActionIcon, Menu, Tooltip, useMantineColorScheme } from '@mantine/core'
import {
  IconDeviceDesktop, IconLogout, IconMoon, IconSun, IconUser, IconUserCircle,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { answerOf, api } from '../api/client.ts'
import { sessionQuery } from './session.ts'

const SCHEMES = [
  ['light', 'Light', IconSun], ['dark', 'Dark', IconMoon], ['auto', 'As the system', IconDeviceDesktop],
] as const

async function signOut(): Promise<void> {
  await answerOf(api.DELETE('/v1/session'))
  globalThis.location.assign('/login')
}

export function UserMenu() {
  const { data } = useQuery(sessionQuery)
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const [isOpen, setOpen] = useState(false)
  return (
    <Menu position="bottom-end" width={200} opened={isOpen} onChange={setOpen}>
      <Menu.Target>
        <Tooltip label={data?.name ?? 'Account'} disabled={isOpen}>
          <ActionIcon variant="default" size="lg" aria-label="Account and appearance">
            <IconUser size={18} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{data?.name} · {data?.role}</Menu.Label>
        <Menu.Item component={Link} to="/account" leftSection={<IconUserCircle size={16} />}>
          Account and sign-in
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>Appearance</Menu.Label>
        {SCHEMES.map(([scheme, label, SchemeIcon]) => (
          <Menu.Item
            key={scheme} leftSection={<SchemeIcon size={16} />}
            onClick={() => setColorScheme(scheme)}
            {...colorScheme === scheme ? { 'aria-current': true, 'fw': 600 } : {}}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void signOut()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
