// A Maildir of the fixtures behind the API, and no DNS: what the routes of mailboxes and bounces
// stand before.

import { CONFIG_DEFAULTS } from '../../../src/service/config/defaults.ts'
import type { HttpDeps } from '../../../src/service/http/options.ts'
import { createBouncing } from '../../../src/service/bouncing.ts'
import { formatKey } from '../../../src/service/mailboxes/message-key.ts'

const FIXTURES = new URL('../../../../../fixtures/bouncing/', import.meta.url).pathname

export const MAILDIR: string = `${FIXTURES}maildir`
/** The one message in it. */
export const MESSAGE_KEY: string = formatKey({ folder: 'INBOX', name: ['1795779000.M1.mx'] })

export async function openMail(
  deps: Pick<HttpDeps, 'store' | 'log' | 'now'>,
): Promise<Pick<HttpDeps, 'bounces' | 'mailboxes'>> {
  const { api } = await createBouncing({
    ...CONFIG_DEFAULTS,
    mailboxes: {
      accounts: [{
        name: 'office', type: 'maildir', path: MAILDIR, security: 'tls',
        addresses: ['office@ours.example'], bouncedFolder: 'Bounced',
      }],
      maildirRoots: [FIXTURES],
    },
  }, {
    ...deps, resolve: async (name) => {
      throw Object.assign(new Error(`${name} is not there`), { code: 'ENOTFOUND' })
    },
  })
  return api
}
