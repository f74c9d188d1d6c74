// Questions that are asked often, each one press away.

import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'

const QUESTIONS: readonly (readonly [label: string, words: Readonly<Record<string, string>>])[] = [
  ['Addresses that are dead', { remedy: 'suppress', within: '30d' }],
  ['Faults of your own side', { fault: 'sender', within: '30d' }],
  ['Judged as spam', { reason: 'spam-content', within: '30d' }],
  ['Full mailboxes', { reason: 'mailbox-full', within: '30d' }],
  ['Complaints', { kind: 'complaint', within: '30d' }],
  ['Not understood', { reason: 'unknown', within: '30d' }],
  ['Did not count, and why', { counted: 'false', within: '30d' }],
]

export function QuickFilters() {
  const navigate = useNavigate()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={16} />}>
          Often asked
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {QUESTIONS.map(([label, words]) => (
          <Menu.Item
            key={label}
            onClick={() => void navigate({
              to: '/bounces/{-$id}', params: { id: undefined }, search: words,
            })}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
