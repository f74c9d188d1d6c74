// Reason, remedy, fault and state as small labels: the same colour means the same everywhere.

import { Badge } from '@mantine/core'
import { FAULT_COLORS, REMEDY_COLORS, STATUS_COLORS } from '../app/theme.ts'

type Colors = Readonly<Record<string, string>>

function Label({ word, colors }: { readonly word: string; readonly colors: Colors }) {
  return (
    <Badge variant="light" color={colors[word] ?? 'gray'} tt="none" fw={600} radius="sm">
      {word}
    </Badge>
  )
}

export function FaultBadge({ fault }: { readonly fault: string }) {
  return <Label word={fault} colors={FAULT_COLORS} />
}

export function RemedyBadge({ remedy }: { readonly remedy: string }) {
  return <Label word={remedy} colors={REMEDY_COLORS} />
}

export function StatusBadge({ status }: { readonly status: string }) {
  return <Label word={status} colors={STATUS_COLORS} />
}
