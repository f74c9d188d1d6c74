// The settings as they hold now: the configuration, and what an admin changed while it ran.

import { appendAudit, lockTenant } from '../pipeline/audit.ts'
import { readSetting, writeSetting } from '../store/settings.ts'
import type { Reader, Store } from '../store/types.ts'
import { speakerOf, type BounceOptions } from './options.ts'
import type { BounceSettingsChange, BounceSettingsView } from './settings-types.ts'

const NAME = 'bounce'

/** What was changed; `enabled` of the configuration is a switch that no change overrules. */
export async function readSettings(
  reader: Reader, tenant: string, options: BounceOptions,
): Promise<BounceOptions> {
  const kept = await readSetting(reader, tenant, NAME)
  const change = kept === undefined ? {} : JSON.parse(kept) as BounceSettingsChange
  return { ...options, ...change, enabled: options.enabled && change.enabled !== false }
}

export async function changeSettings(
  store: Store, tenant: string, actor: string, change: BounceSettingsChange, now: number,
): Promise<void> {
  await store.write(async (tx) => {
    const previousHash = await lockTenant(tx, tenant)
    const kept = await readSetting(tx, tenant, NAME)
    const all = { ...(kept === undefined ? {} : JSON.parse(kept) as object), ...change }
    await writeSetting(tx, tenant, NAME, JSON.stringify(all), now)
    await appendAudit(tx, tenant, previousHash, [{
      at: now, actor, action: 'bounce-settings-changed', address: '', list: '', detail: change,
    }])
  })
}

/** As the API shows them, without secrets. */
export function showSettings(
  settings: BounceOptions, ownDomains: readonly string[],
): BounceSettingsView {
  const { relay, dkim, perRecipientDay, perDomainHour, perDay } = settings
  return {
    ...speakerOf(settings), ownDomains,
    enabled: settings.enabled, dryRun: settings.dryRun, reason: settings.reason,
    language: settings.language, headersOnly: settings.headersOnly,
    ageHoursMax: settings.ageHoursMax, authservIds: settings.authservIds,
    limits: { perRecipientDay, perDomainHour, perDay },
    ...(relay === undefined ? {} : { relay: {
      host: relay.host, port: relay.port ?? (relay.security === 'tls' ? 465 : 587),
      security: relay.security, hasPassword: relay.password !== undefined,
      ...(relay.user === undefined ? {} : { user: relay.user }),
    } }),
    ...(dkim === undefined ? {} : { dkim: { domain: dkim.domain, selector: dkim.selector } }),
    missing: relay === undefined ? ['bounce.relay'] : [],
  }
}
