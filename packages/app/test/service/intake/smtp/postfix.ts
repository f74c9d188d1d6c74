// A Postfix of its own for one test: own queue, own ports, nothing of the machine's settings.

import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../../free-ports.ts'

export type Postfix = {
  readonly port: number
  readonly log: () => string
  readonly stop: () => void
}

/** Why there can be none here; undefined where there can. */
export function whyNoPostfix(): string | undefined {
  if (process.getuid?.() !== 0) return 'Postfix starts as root only'
  return spawnSync('postconf', ['-d', 'mail_version']).status === 0
    ? undefined : 'Postfix is not installed'
}

const SERVICES = `
postlog   unix-dgram n - n - 1 postlogd
pickup    unix n - n 60 1 pickup
cleanup   unix n - n - 0 cleanup
qmgr      unix n - n 300 1 qmgr
rewrite   unix - - n - - trivial-rewrite
bounce    unix - - n - 0 bounce
defer     unix - - n - 0 bounce
trace     unix - - n - 0 bounce
verify    unix - - n - 1 verify
flush     unix n - n 1000? 0 flush
proxymap  unix - - n - - proxymap
smtp      unix - - n - - smtp
relay     unix - - n - - smtp
error     unix - - n - - error
retry     unix - - n - - error
lmtp      unix - - n - - lmtp
anvil     unix - - n - 1 anvil
scache    unix - - n - 1 scache
`

/** Starts it with these settings in main.cf. */
export async function startPostfix(settings: string): Promise<Postfix> {
  const folder = mkdtempSync(join(tmpdir(), 'carom-postfix-'))
  chmodSync(folder, 0o755)
  const port = await freePort()
  for (const name of ['queue', 'data', 'etc']) mkdirSync(join(folder, name))
  execFileSync('chown', ['postfix', join(folder, 'data')])
  const etc = join(folder, 'etc')
  const log = join(folder, 'mail.log')
  writeFileSync(join(etc, 'main.cf'), `
compatibility_level = 3.6
queue_directory = ${folder}/queue
data_directory = ${folder}/data
maillog_file = ${log}
maillog_file_prefixes = ${folder}
myhostname = mail.example.com
mydestination =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
alias_maps =
address_verify_map =
address_verify_poll_delay = 1s
smtp_dns_support_level = disabled
${settings}
`)
  writeFileSync(join(etc, 'master.cf'), `127.0.0.1:${port} inet n - n - - smtpd${SERVICES}`)
  execFileSync('postfix', ['-c', etc, 'start'], { stdio: 'pipe' })
  return {
    port, log: () => readFileSync(log, 'utf8'),
    stop: () => {
      execFileSync('postfix', ['-c', etc, 'abort'], { stdio: 'pipe' })
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
