// A Postfix of its own on loopback, with configuration, queue and log in one folder, that delivers
// to a server under the test's control.

import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type PostfixPeer = {
  readonly log: string
  /** Puts a message into the queue. */
  readonly send: (from: string, to: readonly string[], messageId: string) => void
  readonly stop: () => void
}

/** True where Postfix is installed and may be started. */
export function isPostfixThere(): boolean {
  return process.getuid?.() === 0 && spawnSync('postconf', ['mail_version']).status === 0
}

/** Starts it; mail for any domain goes to `port` on loopback. */
export function startPostfix(folder: string, port: number): PostfixPeer {
  chmodSync(folder, 0o755)
  const config = join(folder, 'etc')
  const log = join(folder, 'mail.log')
  for (const name of ['etc', 'queue', 'data']) mkdirSync(join(folder, name))
  writeFileSync(join(config, 'main.cf'), mainConfig(folder, log, port))
  writeFileSync(join(config, 'master.cf'), MASTER)
  const run = (program: string, args: readonly string[], input?: string): void => {
    execFileSync(program, args, { ...(input === undefined ? {} : { input }), stdio: 'pipe' })
  }
  execFileSync('chown', ['postfix', join(folder, 'data')])
  run('postfix', ['-c', config, 'set-permissions', `queue_directory=${join(folder, 'queue')}`])
  run('postfix', ['-c', config, 'start'])
  return {
    log,
    send: (from, to, messageId) => {
      run('sendmail', ['-C', config, '-f', from, '--', ...to],
        `From: news@example.com\nTo: list@example.com\nMessage-ID: <${messageId}>\n` +
        'Subject: news\n\nText.\n')
    },
    stop: () => { spawnSync('postfix', ['-c', config, 'stop']) },
  }
}

function mainConfig(folder: string, log: string, port: number): string {
  return [
    'compatibility_level = 3.6', `queue_directory = ${join(folder, 'queue')}`,
    `data_directory = ${join(folder, 'data')}`, `maillog_file = ${log}`,
    `maillog_file_prefixes = ${folder}`, 'myhostname = out1.example.com', 'mydestination =',
    'alias_maps =', 'alias_database =', 'inet_interfaces = loopback-only', 'inet_protocols = ipv4',
    `relayhost = [127.0.0.1]:${port}`, 'smtp_tls_security_level = none',
    'smtp_address_preference = ipv4', 'lmtp_host_lookup = native', 'smtp_host_lookup = native',
    'minimal_backoff_time = 2s', 'maximal_backoff_time = 2s', 'queue_run_delay = 2s',
    'maximal_queue_lifetime = 1d', '',
  ].join('\n')
}

const MASTER = `pickup    unix  n       -       n       1       1       pickup
cleanup   unix  n       -       n       -       0       cleanup
qmgr      unix  n       -       n       1       1       qmgr
rewrite   unix  -       -       n       -       -       trivial-rewrite
bounce    unix  -       -       n       -       0       bounce
defer     unix  -       -       n       -       0       bounce
trace     unix  -       -       n       -       0       bounce
flush     unix  n       -       n       1000?   0       flush
smtp      unix  -       -       n       -       -       smtp
relay     unix  -       -       n       -       -       smtp
error     unix  -       -       n       -       -       error
retry     unix  -       -       n       -       -       error
showq     unix  n       -       n       -       -       showq
anvil     unix  -       -       n       -       1       anvil
scache    unix  -       -       n       -       1       scache
postlog   unix-dgram n  -       n       -       1       postlogd
`
