// Double opt-in as the API and its pages use it.

import { ask } from './ask.ts'
import { again, confirm, look } from './confirm.ts'
import type { OptinDeps, Work } from './deps.ts'
import { fix, lookFix, makeFixLink } from './fix.ts'
import { createIpLimit } from './limits.ts'
import { createMailer } from './mailer.ts'
import type { OptinOptions } from './options.ts'
import { listOptins, readStats } from './stats.ts'
import { TEXTS } from './texts.ts'
import type { Optin, OptinRecords } from './types.ts'

export type RunningOptin = {
  readonly api: Optin
  readonly start: () => void
  readonly stop: () => Promise<void>
}

export function openOptinRecords({ store, now }: Pick<OptinDeps, 'store' | 'now'>): OptinRecords {
  return {
    list: (whose, filter, page) => listOptins(store, whose, filter, now(), page),
    stats: (whose) => readStats(store, whose, now()),
  }
}

/** `tenant` is whose lists the public form is for. */
export function createOptin(
  options: OptinOptions, tenant: string, deps: OptinDeps,
): RunningOptin {
  const mailer = createMailer(options, deps)
  const work: Work = { ...deps, options, wake: mailer.wake }
  const perIp = createIpLimit(options.perIpDay, deps.now)
  const api: Optin = {
    ask: (whose, actor, input) => ask(work, whose, actor, input),
    async subscribe({ ip, ...input }) {
      if (!perIp.take(ip)) return
      await ask(work, tenant, 'form', { ...input, source: 'form', byPerson: true, dryRun: false })
    },
    isOpenTo: (list, origin) => options.lists.some(({ name, formOrigins }) =>
      name === list && origin !== null && formOrigins.includes(origin)),
    look: (token) => look(work, token),
    confirm: (token) => confirm(work, token),
    again: async (token, ip) => perIp.take(ip) ? await again(work, token) : await look(work, token),
    makeFixLink: (whose, input) => makeFixLink(work, whose, input),
    lookFix: (token) => lookFix(work, token),
    fix: async (token, input, ip) =>
      perIp.take(ip) ? await fix(work, token, input) : { kind: 'limited' },
    ...openOptinRecords(deps),
    texts: (language) => TEXTS[language].page,
  }
  return { api, start: mailer.start, stop: mailer.stop }
}
