// The settings of bouncing as the API shows and changes them.

import type { BounceLanguage } from '@carom/core'
import type { HonestReason } from './wording.ts'

/** What the settings are; secrets are never among them. */
export type BounceSettingsView = {
  readonly enabled: boolean
  readonly dryRun: boolean
  readonly host: string
  readonly from: string
  readonly reason: HonestReason
  readonly language: BounceLanguage
  readonly headersOnly: boolean
  readonly ageHoursMax: number
  readonly limits: { readonly perRecipientDay: number; readonly perDomainHour: number
    readonly perDay: number }
  readonly ownDomains: readonly string[]
  readonly authservIds: readonly string[]
  readonly relay?: {
    readonly host: string; readonly port: number; readonly security: string
    readonly user?: string; readonly hasPassword: boolean
  }
  readonly dkim?: { readonly domain: string; readonly selector: string }
  /** What must be set before anything can be sent; empty: all is there. */
  readonly missing: readonly string[]
}

/** What may be changed while the service runs. */
export type BounceSettingsChange = {
  readonly enabled?: boolean
  readonly dryRun?: boolean
  readonly reason?: HonestReason
  readonly language?: BounceLanguage
  readonly headersOnly?: boolean
}
