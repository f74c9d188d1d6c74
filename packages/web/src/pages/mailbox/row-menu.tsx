// What can be done with the chosen messages, where the mouse is.

import { Menu } from '@mantine/core'
import { IconArrowBackUp, IconArrowBackUpDouble, IconEye, IconSelectAll } from '@tabler/icons-react'
import classes from './mailbox.module.css'
import { countOf } from '../../parts/numbers.ts'

export type MenuPlace = { readonly x: number; readonly y: number }

export function RowMenu({ place, chosen, onClose, onMark, onUnmark, onOpen, onChooseAll }: {
  readonly place: MenuPlace
  readonly chosen: number
  readonly onClose: () => void
  readonly onMark: () => void
  readonly onUnmark: () => void
  readonly onOpen: () => void
  readonly onChooseAll: () => void
}) {
  return (
    <Menu opened onClose={onClose} position="bottom-start" width={240}>
      <Menu.Target>
        <button
          type="button" tabIndex={-1} aria-label="What can be done" className={classes['menu']}
          style={{ left: place.x, top: place.y }}
        />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{countOf(chosen, 'message')}</Menu.Label>
        <Menu.Item
          leftSection={<IconArrowBackUp size={16} />} rightSection={<kbd>B</kbd>} onClick={onMark}
        >
          Mark for bouncing
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowBackUpDouble size={16} />} rightSection={<kbd>U</kbd>}
          onClick={onUnmark}
        >
          Unmark
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconEye size={16} />} onClick={onOpen}>Open</Menu.Item>
        <Menu.Item leftSection={<IconSelectAll size={16} />} onClick={onChooseAll}>
          Choose all that are listed
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
