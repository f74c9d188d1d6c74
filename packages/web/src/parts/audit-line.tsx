// What was decided or done about an address, in words: what, by whom, and why.

import { List, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Schema } from '../api/client.ts'
import { formatMeter } from './numbers.ts'
import { titleOf } from './reason-name.tsx'
import { SafeText } from './safe-text.tsx'
import { wordOf } from './word-of.ts'

const ACTIONS: Readonly<Record<string, string>> = {
  'suppressed': 'Suppressed: gets no mail', 'lifted': 'Lifted: gets mail again',
  'released': 'Gets mail again', 'watched': 'Watched', 'paused': 'Paused', 'probing': 'Probed',
  'removed': 'Removed', 'undone': 'Taken back', 'outage-settled': 'Outage settled',
  'noted': 'Note', 'note-taken-back': 'Note taken back', 'held': 'Held because of an outage', 'erased': 'Erased',
  'policy-changed': 'Policy changed', 'policy-applied': 'Decided anew by the policy',
  'rules-changed': 'Rules changed', 'setup': 'First account made', 'login': 'Signed in',
  'login-failed': 'Sign-in failed', 'password-changed': 'Password changed',
  'sessions-ended': 'Sessions ended', 'user-added': 'User added', 'user-changed': 'User changed',
  'user-removed': 'User removed', 'user-reset': 'New sign-in link', 'passkey-added': 'Passkey added',
  'passkey-removed': 'Passkey removed', 'mailbox-added': 'Mailbox connected',
  'mailbox-removed': 'Mailbox removed', 'bounce-settings-changed': 'Settings of bounces changed',
  'sender-refused': 'Sender blocked', 'sender-accepted': 'Sender no longer blocked',
}

type Detail = {
  readonly why?: readonly string[] | string
  readonly reason?: string
  readonly note?: string
  /** Which note was taken back. */
  readonly of?: number
  readonly policy?: string
  readonly track?: string
  readonly meters?: readonly {
    readonly track: string; readonly value: number; readonly threshold: number
  }[]
}

export function detailOf({ detail }: Schema<'Audit'>): Detail {
  try {
    const value: unknown = typeof detail === 'string' ? JSON.parse(detail) : detail
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}

/** What was done, in words. */
export function actionWords(action: string): string {
  return wordOf(ACTIONS, action) ?? action
}

const ACTORS: Readonly<Record<string, string>> = {
  policy: 'the policy', none: 'somebody not signed in',
}

/** `user:ann` → ann, `key:abc` → the key abc. */
export function actorWords(actor: string): string {
  const [kind = '', name] = actor.split(/:(.*)/s)
  if (name === undefined) return wordOf(ACTORS, actor) ?? actor
  return kind === 'user' ? name : `the ${kind} ${name}`
}

export function AuditLine({ row, isTakenBack = false, action }: {
  readonly row: Schema<'Audit'>
  /** It counts no more. @default false */
  readonly isTakenBack?: boolean
  /** What can be done about it. */
  readonly action?: ReactNode
}) {
  const { why = [], reason, note, policy, track, meters = [] } = detailOf(row)
  const reasons = typeof why === 'string' ? [why] : why
  return (
    <div>
      <Text size="sm" fw={600}>
        {actionWords(row.action)}{reason === undefined ? '' : ` – ${titleOf(reason)}`}
      </Text>
      {reasons.map((sentence) => (
        <Text key={sentence} size="sm"><SafeText text={sentence} /></Text>
      ))}
      {note === undefined ? null : (
        <Text
          size="sm" fs="italic" {...isTakenBack ? { component: 'del', c: 'dimmed' } : {}}
        >
          <SafeText text={note} />
        </Text>
      )}
      {meters.length === 0 ? null : (
        <List size="xs" c="dimmed">
          {meters.map((meter) => (
            <List.Item key={meter.track}>
              {meter.track}: {formatMeter(meter)}
            </List.Item>
          ))}
        </List>
      )}
      <Text size="xs" c="dimmed">
        by <SafeText text={actorWords(row.actor)} />
        {policy === undefined ? '' : ` · ${policy}`}{track === undefined ? '' : ` · ${track}`}
        {row.list === '' ? '' : ` · list ${row.list}`}
      </Text>
      {action}
    </div>
  )
}
