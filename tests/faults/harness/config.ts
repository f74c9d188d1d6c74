// The configuration of the service in a round.

import { join } from 'node:path'
import { HOOK_PASSWORD, HOOK_USER } from './channels.ts'
import { BOUNCE_DOMAIN } from './inputs.ts'

export function configOf({ url, folder, consumerPort, sources: others, more }: {
  readonly url: string; readonly folder: string; readonly consumerPort: number
  readonly sources: string; readonly more: string
}): string {
  const own = new Set([...more.matchAll(/^(\w+):/gm)].map(([, name]) => name))
  const sections = [
    `store: { url: ${JSON.stringify(url)}, busyTimeoutMs: 1000 }`,
    'http: { port: 0 }',
    `smtp: { enabled: true, port: 0, domains: [${BOUNCE_DOMAIN}] }`,
    'tokens: { keysFile: token.keys }',
    // Suppresses at the first hard failure, so that every input has one right outcome.
    'policy: ses',
    'guards: { outage: false, rateCap: false }',
    'pipeline: { leaseMs: 1500 }',
    `deliver: { allowHosts: ["127.0.0.1"], allowPorts: [${consumerPort}], allowHttp: true }`,
    'sources:',
  ].filter((line) => !own.has(line.split(':')[0] ?? ''))
  const sources = [
    `{ type: webhook, name: postmark, vendor: postmark, user: ${HOOK_USER}, ` +
      `password: "${HOOK_PASSWORD}" }`,
    `{ type: maildir, name: maildir, folders: [${JSON.stringify(join(folder, 'maildir'))}], ` +
      'after: delete, trustHeader: Delivered-To, scanMs: 300 }',
    `{ type: log, name: log, mta: postfix, paths: [${JSON.stringify(join(folder, 'mail.log'))}] }`,
  ].map((entry) => `\n  - ${entry}`).join('')
  return `${sections.join('\n')}${sources}\n${others}${more}\n`
}
