// A share from 0 to 1 as a bar with its number.

import { Group, Text } from '@mantine/core'
import classes from './answer.module.css'

export function Sureness({ share, more }: { readonly share: number; readonly more?: string }) {
  return (
    <Group gap={10} wrap="wrap">
      <Bar share={share} />
      <Text size="sm" span>{formatShare(share)}{more === undefined ? '' : ` ${more}`}</Text>
    </Group>
  )
}

export function Bar({ share }: { readonly share: number }) {
  return (
    <div className={classes['meter']} style={{ width: 120 }} aria-hidden>
      <span style={{ width: formatShare(share) }} />
    </div>
  )
}

export function formatShare(share: number): string {
  return `${Math.round(share * 100)}%`
}
