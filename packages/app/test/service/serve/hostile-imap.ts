// IMAP servers that misbehave.

import { bounce } from '../intake/sample-bounces.ts'
import {
  fetched, startScriptedImap, type ScriptedImap, type Session,
} from '../intake/scripted-imap.ts'
import { answering, attacksBy, type Attack, type Misdeed } from './hostile-mail.ts'

const UIDS = [3, 5, 9]

const attack = attacksBy<ScriptedImap>({
  messages: UIDS.length,
  start: async (numbers) => {
    const imap = await startScriptedImap()
    for (const [i, uid] of UIDS.entries()) imap.arrive(uid, bounce(numbers[i] as number))
    return imap
  },
  source: ({ port }, settings) => `type: imap, host: 127.0.0.1, port: ${port}, user: ada, ` +
    `password: secret, allowPlain: true, pollMs: 1000, ` +
    `${settings.includes('security') ? '' : 'security: plain, '}${settings}`,
})

/** Misbehaves in answer to one command, in the first so many sessions. */
function once(
  command: RegExp, answer: (session: Session, tag: string) => void, times = 1,
): Misdeed<ScriptedImap> {
  return (imap) => {
    imap.script = answering(
      command, (tag: string, session: Session) => answer(session, tag), times)
  }
}

/** By a server that cannot tell of new mail, so that it is asked every second. */
function polled(misdeed: Misdeed<ScriptedImap>): Misdeed<ScriptedImap> {
  return (imap, numbers) => {
    imap.capabilities = 'IMAP4rev1 UIDPLUS MOVE'
    misdeed(imap, numbers)
  }
}

const BIG = Buffer.alloc(1024 * 1024, 'x')

/** Writes as fast as it is read, up to so many megabytes. */
function flood(session: Session, head: string, megabytes: number): void {
  session.write(head)
  for (let n = 0; n < megabytes; n++) session.write(BIG)
}

export const IMAP_ATTACKS: readonly Attack[] = [
  attack('closes after every command', once(/./, (session) => session.close(), 3),
    { problem: /closed|Unexpected/i }),
  attack('a line without an end', once(/^UID FETCH/, (session) =>
    flood(session, '* OK ', 40)), { problem: /exceeds maximum/ }),
  attack('a literal of 2 GB', once(/^UID FETCH/, (session) =>
    flood(session, '* 1 FETCH (UID 3 BODY[]<0> {2147483648}\r\n', 100)), { problem: /2147483648/ }),
  attack('sends 100 MB of a message though 32 were asked for', once(/^UID FETCH/, (session) =>
    flood(session, '* 1 FETCH (UID 3 RFC822.SIZE 104857600 BODY[]<0> {104857600}\r\n', 100)), { problem: /104857600/ }),
  attack('deep nesting', once(/^UID FETCH/, (session) =>
    session.write(`* 1 FETCH ${'('.repeat(1_000_000)}\r\n`)), { problem: /tokens|nested/ }),
  attack('a million tokens', once(/^UID FETCH/, (session) =>
    session.write(`* 1 FETCH (${'a '.repeat(1_000_000)})\r\n`)), { problem: /tokens/ }),
  attack('three million UIDs that are not there', (imap) => {
    once(/^UID SEARCH/, (session, tag) => {
      const uids = Array.from({ length: 3_000_000 }, (_, n) => n + 1)
      session.write(`* SEARCH ${uids.join(' ')}\r\n${tag} OK done\r\n`)
    })(imap, [])
  }, { ends: 'waiting' }),
  attack('another UIDVALIDITY in the middle of a FETCH', (imap) => {
    once(/^UID FETCH/, (session) => {
      imap.uidValidity = 8
      const [first, ...others] = [...imap.messages.values()]
      imap.messages.clear()
      for (const [i, message] of [...others, first].entries()) {
        if (message !== undefined) imap.messages.set(UIDS[i] as number, message)
      }
      session.write('* OK [UIDVALIDITY 8] made anew\r\n')
      session.close()
    })(imap, [])
  }, { settings: 'after: leave' }),
  attack('UIDs that begin anew under the same UIDVALIDITY', (imap, numbers) => {
    let looks = 0
    imap.capabilities = 'IMAP4rev1 UIDPLUS MOVE'
    imap.script = (line) => {
      if (!/^(?:SELECT|EXAMINE)/.test(line)) return false
      looks += 1
      if (looks === 3) {
        imap.messages.clear()
        for (const uid of [1, 2, 3]) {
          imap.messages.set(uid, {
            bytes: Buffer.from(bounce(numbers[uid + 2] as number)), flags: new Set(),
          })
        }
      }
      return false
    }
  }, { settings: 'after: leave', wanted: 6 }),
  attack('EXPUNGE between SEARCH and FETCH', (imap) => {
    once(/^UID FETCH/, (session, tag) => {
      imap.messages.delete(9)
      session.write('* 3 EXPUNGE\r\n')
      for (const uid of [3, 5]) {
        for (const part of fetched(imap, uid, 'BODY[]')) session.write(part)
      }
      session.write(`${tag} OK done\r\n`)
    })(imap, [])
  }, { wanted: 2 }),
  attack('an answer without a UID, and one UID twice', (imap) => {
    once(/^UID FETCH/, (session, tag) => {
      const [head, bytes, end] = fetched(imap, 3, 'BODY[]')
      session.write(String(head).replace('UID 3 ', ''))
      session.write(bytes as Buffer)
      session.write(end as string)
      for (const uid of [5, 5, 9]) {
        for (const part of fetched(imap, uid, 'BODY[]')) session.write(part)
      }
      session.write(`${tag} OK done\r\n`)
    })(imap, [])
  }, { problem: /UID 3 but does not hand it over/ }),
  attack('BAD to STORE and EXPUNGE', polled(once(/^UID (?:STORE|EXPUNGE)/, (session, tag) =>
    session.write(`${tag} BAD what?\r\n`), 4)), { problem: /refused to delete/ }),
  attack('NO to MOVE', polled(once(/^(?:UID MOVE|CREATE)/, (session, tag) =>
    session.write(`${tag} NO not today\r\n`), 4)),
  { settings: 'after: move, moveTo: Kept', problem: /refused to move/ }),
  attack('stalls in the middle of a literal, and is hung up on when it closes',
    once(/^UID FETCH/, (session) => {
      session.write('* 1 FETCH (UID 3 BODY[]<0> {100000}\r\nSubject: x\r\n')
      setTimeout(() => session.close(), 3_000)
    })),
  attack('speaks no TLS', () => undefined,
    { settings: 'security: tls', wanted: 0, problem: /no protected connection to .* speaks no TLS/,
      ends: 'failing' }),
]
