// What a sending platform or bounce library calls the reasons of a bounce: the shape of its table.

import type { Reason } from '../types.ts'

/**
 * What the platform makes of the label. `block`: kept apart from hard and soft, the address stays
 * good; `technical`: a fault of neither side; `suppressed`: not sent, because of an earlier event;
 * `unsaid`: the platform names a cause and leaves hard or soft to its users; `none`: no bounce.
 */
export type PlatformView =
  | 'hard' | 'soft' | 'block' | 'technical' | 'suppressed' | 'complaint' | 'undetermined'
  | 'unsaid' | 'none'

/** Label as written there (empty: it has none), its plain name, view, and the reasons behind it. */
export type PlatformRow = readonly [
  label: string, name: string, view: PlatformView, reasons: readonly Reason[],
]

export type Platform = {
  readonly id: string
  readonly name: string
  /** Where the label stands in its reports. */
  readonly field: string
  /** When it gives an address up, a sentence or two. */
  readonly policy: string
  /** Where it says so. */
  readonly source: string
  /** A reason that stands in several rows is named by its first one as a rule. */
  readonly labels: readonly PlatformRow[]
}
