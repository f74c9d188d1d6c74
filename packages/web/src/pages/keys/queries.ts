// What the page of keys asks the API, and what each scope means.

import { queryOptions } from '@tanstack/react-query'
import { answerOf, api, type Schema } from '../../api/client.ts'

export type ApiKey = Schema<'Key'>

export const keysQuery = queryOptions({
  queryKey: ['keys'],
  queryFn: async () => (await answerOf(api.GET('/v1/keys'))).rows,
})

/** Each scope: its name in the API, what it is for, and what it lets a program do. */
export const SCOPES = [
  ['check', 'Ask before sending', 'May this one address be mailed?'],
  ['check-bulk', 'Ask for whole lists', 'The same for many at once. Could be used to guess who is ' +
    'on your lists.'],
  ['ingest', 'Hand in bounces and sends', 'What comes in counts as from an authenticated source.'],
  ['ingest-trusted', 'Hand in what counts as proved', 'For your own mail servers only: nothing ' +
    'more is asked of what comes in.'],
  ['read', 'Read', 'Events, addresses, suppressions, statistics.'],
  ['write', 'Change suppressions', 'Suppress, lift, import, tell of signs of life.'],
  ['operate', 'Operate', 'Policies, rules, webhooks, undo, judge again.'],
  ['personal', 'Personal data', 'Export or erase what is kept of a person; raw mail.'],
  ['admin', 'Everything', 'All of the above, and users and keys.'],
] as const

export type Scope = (typeof SCOPES)[number][0]

/** What people make keys for. */
export const USES: readonly {
  readonly id: string; readonly label: string; readonly scopes: readonly Scope[]
}[] = [
  { id: 'sender', label: 'A system that sends mail', scopes: ['check', 'ingest'] },
  { id: 'report', label: 'A dashboard or report', scopes: ['read'] },
  { id: 'sync', label: 'A system that keeps a list', scopes: ['check-bulk', 'read', 'write'] },
  { id: 'own', label: 'Something else', scopes: [] },
]
