// A Dovecot of its own on loopback for tests: any user, one password, mail in a temporary folder.

import { execFileSync, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePorts } from '../../free-ports.ts'

export type Dovecot = {
  readonly imap: number
  readonly imaps: number
  readonly pop3: number
  readonly pop3s: number
  readonly certificate: string
  readonly password: string
  /** The folder that holds the Maildir of a user. */
  readonly maildir: (user: string) => string
  readonly stop: () => Promise<void>
}

/** False, with the reason, where this machine has no Dovecot; under CI that is an error. */
export function missingDovecot(): string | false {
  const isThere = existsSync('/usr/sbin/dovecot') && existsSync('/usr/lib/dovecot/imap') &&
    existsSync('/usr/lib/dovecot/pop3') && process.getuid?.() === 0
  if (isThere) return false
  const reason = 'needs root and the Debian packages dovecot-imapd and dovecot-pop3d'
  if (process.env['CI'] === 'true') throw new Error(reason)
  return reason
}

const PASSWORD = 'secret'

export async function startDovecot(): Promise<Dovecot> {
  const folder = await mkdtemp(join(tmpdir(), 'carom-dovecot-'))
  await chmod(folder, 0o755)
  for (const name of ['run', 'state', 'home']) await mkdir(join(folder, name))
  execFileSync('chown', ['nobody', join(folder, 'home')])
  makeCertificate(folder)
  const [imap, imaps, pop3, pop3s] = await freePorts(4) as [number, number, number, number]
  const config = join(folder, 'dovecot.conf')
  await writeFile(config, configText(folder, { imap, imaps, pop3, pop3s }))
  const child = spawn('/usr/sbin/dovecot', ['-F', '-c', config], { stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await untilListening(imaps, async () => {
    const log = await readFile(join(folder, 'log'), 'utf8')
    return child.exitCode === null ? undefined : log
  })
  return {
    imap, imaps, pop3, pop3s, password: PASSWORD,
    certificate: await readFile(join(folder, 'cert.pem'), 'utf8'),
    maildir: (user) => join(folder, 'home', user, 'Maildir'),
    stop: async () => {
      child.kill('SIGTERM')
      await ended
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
    },
  }
}

/** A certificate for localhost that signs itself. */
function makeCertificate(folder: string): void {
  execFileSync('openssl', [
    'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes',
    '-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem'), '-days', '2',
    '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1',
  ], { stdio: 'ignore' })
}

type Ports = Readonly<Record<'imap' | 'imaps' | 'pop3' | 'pop3s', number>>

function configText(folder: string, ports: Ports): string {
  return `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap pop3
listen = 127.0.0.1
ssl = yes
ssl_cert = <${folder}/cert.pem
ssl_key = <${folder}/key.pem
disable_plaintext_auth = no
first_valid_uid = 1
auth_mechanisms = plain login
auth_failure_delay = 0
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
passdb {
  driver = static
  args = password=${PASSWORD}
}
userdb {
  driver = static
  args = uid=nobody gid=nogroup home=${folder}/home/%u
}
mail_location = maildir:~/Maildir
mailbox_list_index = no
mail_max_userip_connections = 20
namespace inbox {
  inbox = yes
  separator = /
}
service imap-login {
  inet_listener imap {
    port = ${ports.imap}
  }
  inet_listener imaps {
    port = ${ports.imaps}
    ssl = yes
  }
}
service pop3-login {
  inet_listener pop3 {
    port = ${ports.pop3}
  }
  inet_listener pop3s {
    port = ${ports.pop3s}
    ssl = yes
  }
}
`
}

async function untilListening(
  port: number, failure: () => Promise<string | undefined>,
): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.destroy()
        resolve(true)
      })
      socket.once('error', () => resolve(false))
    })
    if (isOpen) return
    const log = await failure().catch(() => undefined)
    if (log !== undefined) throw new Error(`dovecot ended: ${log}`)
    await sleep(100)
  }
  throw new Error('dovecot does not listen')
}
