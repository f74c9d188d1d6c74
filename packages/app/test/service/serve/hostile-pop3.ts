// POP3 servers that misbehave.

import { bounce } from '../intake/sample-bounces.ts'
import { startScriptedPop3, type PopSession, type ScriptedPop3 } from '../intake/scripted-pop3.ts'
import { answering, attacksBy, type Attack, type Misdeed } from './hostile-mail.ts'

const MESSAGES = 3

const attack = attacksBy<ScriptedPop3>({
  messages: MESSAGES,
  start: async (numbers) => {
    const pop3 = await startScriptedPop3()
    pop3.messages = numbers.slice(0, MESSAGES)
      .map((number) => ({ uid: `uid-${number}`, text: bounce(number) }))
    return pop3
  },
  source: ({ port }, settings) => `type: pop3, host: 127.0.0.1, port: ${port}, ` +
    `security: plain, allowPlain: true, user: ada, password: secret, pollMs: 1000, ${settings}`,
})

function once(
  command: RegExp, answer: (session: PopSession) => void, times = 1,
): Misdeed<ScriptedPop3> {
  return (pop3) => { pop3.script = answering(command, answer, times) }
}

const BIG = `${`${'x'.repeat(70)}\r\n`.repeat(14_563)}`

function flood(session: PopSession, head: string, megabytes: number): void {
  session.write(head)
  for (let n = 0; n < megabytes; n++) session.write(BIG)
}

const listing = (lines: readonly string[]): string => ['+OK', ...lines, '.', ''].join('\r\n')

/** 100,000 recipients of one report. */
function manyRecipients(number: number): string {
  const [head = ''] = bounce(number).split('Final-Recipient')
  const rows = Array.from({ length: 100_000 }, (_, n) =>
    `Final-Recipient: rfc822; many${n}@example.com\r\nAction: failed\r\nStatus: 5.1.1\r\n`)
  return `${head}${rows.join('\r\n')}\r\n--b1--\r\n`
}

export const POP3_ATTACKS: readonly Attack[] = [
  attack('closes after every command', once(/./, (session) => session.close(), 3),
    { problem: /closed/ }),
  attack('a line without an end', once(/^UIDL/, (session) =>
    flood(session, `+OK\r\n1 ${'x'.repeat(1_000_000)}`, 0)), { problem: /line that does not end/ }),
  attack('a list without an end', once(/^UIDL/, (session) => {
    session.write('+OK\r\n')
    for (let n = 0; n < 110; n++) {
      session.write(Array.from({ length: 10_000 }, (_, i) => `${n * 10_000 + i} u\r\n`).join(''))
    }
  }), { problem: /lists messages without end/ }),
  attack('a message without an end', once(/^RETR 2/, (session) =>
    flood(session, '+OK\r\n', 520), 3), { problem: /could not be fetched/, ends: 'failing',
    wanted: 1 }),
  attack('a message of 100 MB', (pop3, numbers) => {
    pop3.messages.push({
      uid: 'big', text: `${bounce(numbers[3] as number)}${BIG.repeat(100)}`,
    })
  }, { wanted: 4 }),
  attack('100,000 recipients', (pop3, numbers) => {
    pop3.messages.unshift({ uid: 'many', text: manyRecipients(numbers[3] as number) })
  }),
  attack('sizes that are others each time', (pop3) => {
    let looks = 0
    pop3.script = (line, session) => {
      if (line !== 'LIST') return false
      looks += 1
      session.write(listing(pop3.messages.map((_, i) => `${i + 1} ${1_000 * looks + i}`)))
      return true
    }
  }, { settings: 'after: leave' }),
  attack('LIST leaves one out', (pop3) => {
    pop3.script = (line, session) => {
      if (line !== 'LIST') return false
      session.write(listing(['1 1000', '3 1000']))
      return true
    }
  }, { settings: 'after: leave' }),
  attack('UIDL leaves one out', (pop3, numbers) => {
    pop3.script = (line, session) => {
      if (line !== 'UIDL') return false
      session.write(listing([`1 uid-${numbers[0]}`, `3 uid-${numbers[2]}`]))
      return true
    }
  }, { settings: 'after: leave', wanted: 1, problem: /no unique id/, ends: 'failing' }),
  attack('QUIT is refused', once(/^QUIT/, (session) =>
    session.write('-ERR some messages not removed\r\n'), 4), { problem: /not removed/ }),
  attack('DELE is refused', once(/^DELE/, (session) =>
    session.write('-ERR read only\r\n'), 3), { problem: /could not be deleted/ }),
  attack('stalls in the middle of a message', once(/^RETR 2/, (session) => {
    session.write('+OK\r\nSubject: x\r\n')
    setTimeout(session.close, 3_000)
  })),
]
