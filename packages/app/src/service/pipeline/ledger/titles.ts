// What reasons are called.

import { reasonFact, type CaromEvent } from '@carom/core'

/** What a reason is called; itself where a newer version named it. */
export function titleOf(reason: string): string {
  return (reasonFact(reason as CaromEvent['reason']) as { title: string } | undefined)?.title
    ?? reason
}
