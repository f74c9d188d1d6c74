// Double opt-in behind the API, with a relay that takes nothing: mails wait.

import { ADDRESS_EQUIVALENCE_DEFAULT } from '@carom/core'
import { createTypoFinder } from '@carom/core/prevent'
import type { HttpDeps } from '../../../src/service/http/options.ts'
import type { Ledger } from '../../../src/service/http/ledger.ts'
import { createOptin } from '../../../src/service/optin/optin.ts'
import { OPTIN_DEFAULTS } from '../../../src/service/optin/options.ts'
import type { Optin } from '../../../src/service/optin/types.ts'

/** Origin of the page whose form is open. */
export const FORM_ORIGIN = 'https://www.example.com'

export function openOptin(
  deps: Pick<HttpDeps, 'store' | 'log' | 'now'> & { readonly ledger: Ledger },
): Optin {
  return createOptin({
    ...OPTIN_DEFAULTS, enabled: true, from: 'news@example.com',
    lists: [{ name: 'news', title: 'News', formOrigins: [FORM_ORIGIN] }],
  }, 'default', {
    ...deps, equivalence: ADDRESS_EQUIVALENCE_DEFAULT, typos: createTypoFinder(),
    publicUrl: 'https://carom.example.com', relay: undefined, tokenKeys: () => [],
    notify: () => Promise.resolve(), told: () => undefined,
  }).api
}
