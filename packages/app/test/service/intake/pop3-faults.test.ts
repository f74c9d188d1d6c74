// The POP3 intake against servers that fail and lie (F20, T17): each message becomes one input, and
// nothing is deleted before it is durable.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MESSAGE_BYTES_MAX } from '@carom/core'
import type { MailIntake } from '../../../src/service/intake/mailbox/types.ts'
import { createPop3Intake, testPop3 } from '../../../src/service/intake/pop3.ts'
import type { Pop3Settings } from '../../../src/service/intake/pop3.ts'
import { memoryDeps, until } from './memory-deps.ts'
import type { MemoryDeps } from './memory-deps.ts'
import { bounce } from './sample-bounces.ts'
import { startScriptedPop3 } from './scripted-pop3.ts'
import type { ScriptedPop3 } from './scripted-pop3.ts'

type Scene = { readonly pop3: ScriptedPop3; readonly deps: MemoryDeps; readonly intake: MailIntake }

async function play(
  more: Partial<Pop3Settings>, prepare: (pop3: ScriptedPop3, deps: MemoryDeps) => void,
  check: (scene: Scene) => Promise<void>, given: MemoryDeps = memoryDeps(),
): Promise<void> {
  const pop3 = await startScriptedPop3()
  const deps = { ...given, isBounce: () => true }
  pop3.messages = [1, 2, 3].map((id) => ({ uid: `uid-${id}`, text: bounce(id) }))
  pop3.onDelete = ({ uid }) => {
    const kept = deps.inputs.some(({ envelope }) => envelope.place?.['uidl'] === uid)
    assert.ok(kept, `deleted before it was durable: ${uid}`)
  }
  prepare(pop3, deps)
  const intake = createPop3Intake(settingsFor(pop3, more), deps)
  await intake.start()
  try {
    await check({ pop3, deps, intake })
  } finally {
    await intake.stop()
    await pop3.stop()
  }
}

function settingsFor(pop3: ScriptedPop3, more: Partial<Pop3Settings>): Pop3Settings {
  return {
    tenant: 'main', source: 'maildrop', host: '127.0.0.1', port: pop3.port, security: 'plain',
    allowPlain: true, user: 'ada', retryMinMs: 2, retryMaxMs: 20, pollMs: 10,
    ...more.accessToken === undefined ? { password: 'secret' } : {}, ...more,
  }
}

const textsOf = (deps: MemoryDeps): string[] =>
  deps.inputs.map(({ bytes }) => Buffer.from(bytes).toString('latin1'))

const THREE = [bounce(1), bounce(2), bounce(3)]

test('a connection cut at any point loses and doubles nothing', async () => {
  let bytes = 0
  await play({ after: 'delete' }, () => undefined, async ({ pop3 }) => {
    await until(() => pop3.messages.length === 0)
    bytes = pop3.bytesSent()
  })
  for (let cut = 0; cut < bytes; cut += 61) {
    await play({ after: 'delete' }, (pop3) => {
      pop3.cutAfterBytes = cut
    }, async ({ pop3, deps }) => {
      await until(() => pop3.messages.length === 0, () => pop3.commands)
      assert.deepEqual(textsOf(deps), THREE, `cut after ${cut} bytes`)
    })
  }
})

for (const pieceBytes of [1, 2, 3, 7, 64]) {
  test(`answers in pieces of ${pieceBytes} bytes are put together`, async () => {
    const dotted = 'Subject: dots\r\n\r\n.\r\n..two\r\n.\r\nend.\r\n'
    await play({}, (pop3) => {
      pop3.pieceBytes = pieceBytes
      pop3.messages.push({ uid: 'dots', text: dotted })
    }, async ({ deps }) => {
      await until(() => deps.inputs.length === 4)
      assert.deepEqual(textsOf(deps), [...THREE, dotted])
    })
  })
}

test('a lost QUIT only makes the same mail come once more', async () => {
  await play({ after: 'delete' }, (pop3) => {
    pop3.script = (command, session) => {
      if (command !== 'QUIT' || session.number > 1) return false
      session.close()
      return true
    }
  }, async ({ pop3, deps }) => {
    await until(() => pop3.messages.length === 0)
    assert.deepEqual(textsOf(deps), THREE)
    assert.equal(deps.repeated(), 6)
  })
})

test('equal messages that share a unique id are one input, different ones are not', async () => {
  await play({}, (pop3) => {
    pop3.messages = [1, 1, 2, 3].map((id) => ({ uid: 'same', text: bounce(id) }))
  }, async ({ pop3, deps }) => {
    await until(() => pop3.commands.filter((name) => name === 'QUIT').length === 3)
    assert.deepEqual(textsOf(deps), THREE)
    assert.equal(pop3.commands.filter((name) => name.startsWith('RETR')).length, 4)
    pop3.messages.push({ uid: 'same', text: bounce(4) })
    await until(() => deps.inputs.length === 4)
  })
})

test('what was kept is not fetched again, in another order, after a restart', async () => {
  const deps = memoryDeps()
  await play({}, () => undefined, () => until(() => deps.cursorMap.size === 1), deps)
  await play({}, (pop3) => {
    pop3.messages.reverse()
    pop3.messages.unshift({ uid: 'new', text: bounce(9) })
  }, async ({ pop3 }) => {
    await until(() => deps.inputs.length === 4)
    assert.deepEqual(pop3.commands.filter((name) => name.startsWith('RETR')), ['RETR 1'])
  }, deps)
})

test('a store that fails keeps the mail where it is', async () => {
  await play({ after: 'delete' }, (_pop3, deps) => deps.failCommits(4), async ({ pop3, deps }) => {
    await until(() => pop3.messages.length === 0)
    assert.deepEqual(textsOf(deps), THREE)
  })
})

test('one message that cannot be fetched does not hold up the others', async () => {
  for (const reaction of ['refuse', 'cut'] as const) {
    await play({ after: 'delete' }, (pop3) => {
      pop3.script = (command, session) => {
        if (command !== 'RETR 2' || pop3.messages.length < 3) return false
        if (reaction === 'refuse') session.write('-ERR disk error\r\n')
        else session.close()
        return true
      }
    }, async ({ deps, intake }) => {
      await until(() => deps.inputs.length >= 2)
      if (reaction === 'cut') {
        await until(() => /1 messages could not/.test(intake.health()[0]?.problem ?? ''))
      }
    })
  }
})

test('a message of 40 MB is cut to what is read, and the size is noted', async () => {
  const text = bounce(1) + 'x'.repeat(40 * 1024 * 1024)
  await play({}, (pop3) => {
    pop3.messages = [{ uid: 'big', text }]
  }, async ({ deps }) => {
    await until(() => deps.inputs.length === 1)
    assert.equal(deps.inputs[0]?.bytes.length, MESSAGE_BYTES_MAX)
    // The line end before the last dot belongs to the message.
    assert.equal(deps.inputs[0]?.envelope.place?.['bytesWhole'], text.length + 2)
  })
})

test('a server that refuses to delete, has no ids, or talks nonsense is named', async () => {
  const stories: readonly (readonly [string, string, RegExp])[] = [
    ['DELE', '-ERR read only\r\n', /3 messages are kept but could not be deleted/],
    ['UIDL', '-ERR what\r\n', /no unique ids \(UIDL\)/],
    ['UIDL', `+OK\r\n1 ${'x'.repeat(9_000)}`, /line that does not end/],
    ['PASS', '-ERR [AUTH] wrong\r\n', /refused the login of ada: \[AUTH\] wrong/],
    ['USER', 'HTTP/1.1 400 Bad Request\r\n', /no answer of a POP3 server: HTTP/],
  ]
  for (const [name, text, problem] of stories) {
    await play({ after: 'delete' }, (pop3) => {
      pop3.script = (command, session) => {
        if (!command.startsWith(name)) return false
        session.write(text)
        return true
      }
    }, ({ intake }) => until(() => problem.test(intake.health()[0]?.problem ?? ''),
      () => intake.health()))
  }
})

test('a silent server is given up', async () => {
  await play({ silenceTimeoutMs: 50 }, (pop3) => {
    pop3.script = (command) => command === 'UIDL'
  }, ({ intake }) => until(() => /silent for 50 ms/.test(intake.health()[0]?.problem ?? '')))
})

test('an OAuth2 token is sent in two steps, and a refusal read to its end', async () => {
  const answers = ['+ \r\n', '+OK in\r\n']
  await play({ accessToken: () => Promise.resolve('token-1') }, (pop3) => {
    pop3.script = (command, session) => {
      const isToken = command.startsWith('dXNlcj')
      if (!isToken && command !== 'AUTH XOAUTH2') return false
      session.write(answers[isToken ? 1 : 0] ?? '')
      return true
    }
  }, async ({ pop3, deps }) => {
    await until(() => deps.inputs.length === 3)
    const sent = Buffer.from(pop3.commands[1] ?? '', 'base64').toString()
    assert.equal(sent, 'user=ada\u0001auth=Bearer token-1\u0001\u0001')
  })
})

test('STLS that is refused or followed by more gets no password', async () => {
  for (const text of ['-ERR no TLS\r\n', '+OK begin\r\n+OK you are in\r\n']) {
    const pop3 = await startScriptedPop3()
    pop3.script = (command, session) => {
      if (command !== 'STLS') return false
      session.write(text)
      return true
    }
    const result = await testPop3({ ...settingsFor(pop3, {}), security: 'starttls' })
    assert.equal(result.ok, false)
    assert.deepEqual(pop3.commands, ['STLS'])
    await pop3.stop()
  }
})

test('settings that cannot be safe are refused at the door', () => {
  const good = { tenant: 'main', source: 's', host: 'mail.example.com', user: 'a', password: 'b' }
  const bad: readonly (readonly [Partial<Pop3Settings>, RegExp])[] = [
    [{ security: 'plain' }, /use tls or starttls/],
    [{ security: 'plain', allowPlain: true }, /this machine only/],
    [{ password: 'b\r\nDELE 1' }, /line ends/],
    [{ accessToken: 'x' }, /either/],
    [{ port: 70_000 }, /port/],
  ]
  for (const [more, message] of bad) {
    assert.throws(() => createPop3Intake({ ...good, ...more }, memoryDeps()), message)
  }
})
