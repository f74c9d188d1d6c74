// The IMAP intake against servers that fail, lie and attack (F19, T17, T18): each message becomes
// one input, and nothing is touched before it is durable.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MESSAGE_BYTES_MAX } from '@carom/core'
import { createImapIntake, testImap } from '../../../src/service/intake/imap.ts'
import type { ImapSettings } from '../../../src/service/intake/imap.ts'
import type { MailIntake } from '../../../src/service/intake/mailbox/types.ts'
import { memoryDeps, until } from './memory-deps.ts'
import type { MemoryDeps } from './memory-deps.ts'
import { bounce } from './sample-bounces.ts'
import { fetched, startScriptedImap } from './scripted-imap.ts'
import type { ScriptedImap } from './scripted-imap.ts'

type Scene = { readonly imap: ScriptedImap; readonly deps: MemoryDeps; readonly intake: MailIntake }

async function play(
  more: Partial<ImapSettings>, prepare: (imap: ScriptedImap, deps: MemoryDeps) => void,
  check: (scene: Scene) => Promise<void>,
): Promise<void> {
  const imap = await startScriptedImap()
  const deps = { ...memoryDeps(), isBounce: () => true }
  for (const uid of [3, 5, 9]) imap.arrive(uid, bounce(uid))
  imap.onTouch = (uids) => {
    const kept = new Set(deps.inputs.map(({ envelope }) => envelope.place?.['uid']))
    assert.ok(uids.every((uid) => kept.has(uid)), `touched before it was durable: ${uids}`)
  }
  prepare(imap, deps)
  const intake = createImapIntake(settingsFor(imap, more), deps)
  await intake.start()
  try {
    await check({ imap, deps, intake })
  } finally {
    await intake.stop()
    await imap.stop()
  }
}

function settingsFor(imap: ScriptedImap, more: Partial<ImapSettings>): ImapSettings {
  return {
    tenant: 'main', source: 'mailbox', host: '127.0.0.1', port: imap.port, security: 'plain',
    allowPlain: true, user: 'ada', password: 'secret', retryMinMs: 2, retryMaxMs: 20,
    pollMs: 20, idlePollMs: 1_000, ...more,
  }
}

const uidsOf = (deps: MemoryDeps): unknown[] =>
  deps.inputs.map(({ envelope }) => envelope.place?.['uid'])

/** Bytes that a run without trouble takes, so that each of them can be the last before a cut. */
async function bytesOfCleanRun(more: Partial<ImapSettings>): Promise<number> {
  let bytes = 0
  await play(more, () => undefined, async ({ imap, deps }) => {
    await until(() => isDone(imap, deps, more))
    bytes = imap.bytesSent()
  })
  return bytes
}

function isDone(imap: ScriptedImap, deps: MemoryDeps, { after }: Partial<ImapSettings>): boolean {
  if (deps.inputs.length < 3) return false
  if (after === 'move') return imap.moved.length >= 3 && imap.messages.size === 0
  if (after === 'delete') return imap.messages.size === 0
  return [...imap.messages.values()].every(({ flags }) => flags.has('$CaromKept'))
}

const WAYS: readonly Partial<ImapSettings>[] = [
  { after: 'move', moveTo: 'Kept' }, { after: 'delete' }, { after: 'flag' },
]

for (const way of WAYS) {
  test(`a connection cut at any point loses and doubles nothing: ${way.after}`, async () => {
    const bytes = await bytesOfCleanRun(way)
    // Each 61st byte: lines are about as long, so that cuts fall into and between all of them.
    for (let cut = 0; cut < bytes; cut += 61) {
      await play(way, (imap) => {
        imap.cutAfterBytes = cut
      }, async ({ imap, deps }) => {
        await until(() => isDone(imap, deps, way), () => ({ cut, commands: imap.commands }))
        assert.deepEqual(uidsOf(deps), [3, 5, 9], `cut after ${cut} bytes`)
        if (way.after === 'move') assert.equal(imap.moved.length, 3)
      })
    }
  })
}

test('a commit that fails leaves all as it was until it succeeds', async () => {
  await play({ after: 'delete' }, (_imap, deps) => deps.failCommits(5), async ({ imap, deps }) => {
    await until(() => imap.messages.size === 0)
    assert.deepEqual(uidsOf(deps), [3, 5, 9])
  })
})

test('a process that dies between commit and move does no harm', async () => {
  await play({ after: 'move', moveTo: 'Kept' }, (imap) => {
    imap.script = (command, _tag, session) => {
      if (!command.startsWith('UID MOVE') || session.number > 0) return false
      session.close()
      return true
    }
  }, async ({ imap, deps }) => {
    await until(() => imap.moved.length === 3)
    assert.deepEqual(uidsOf(deps), [3, 5, 9])
  })
})

test('NO [LIMIT] is waited out, and health says so', async () => {
  let refusals = 4
  await play({}, (imap) => {
    imap.script = (command, tag, session) => {
      if (!command.startsWith('UID FETCH') || refusals === 0) return false
      refusals -= 1
      session.write(`${tag} NO [LIMIT] Too much at once\r\n`)
      return true
    }
  }, async ({ deps, intake }) => {
    await until(() => intake.health()[0]?.problem?.includes('Too much at once') === true)
    await until(() => intake.health()[0]?.state === 'ok')
    assert.deepEqual(uidsOf(deps), [3, 5, 9])
  })
})

test('a refused move is said, tried again, and holds up no new mail', async () => {
  let isRefusing = true
  await play({ after: 'move', moveTo: 'Kept', idlePollMs: 30 }, (imap) => {
    imap.script = (command, tag, session) => {
      if (!isRefusing || !/^(?:UID MOVE|CREATE)/.test(command)) return false
      session.write(`${tag} NO [OVERQUOTA] Quota exceeded\r\n`)
      return true
    }
  }, async ({ imap, deps, intake }) => {
    await until(() => /refused to move/.test(intake.health()[0]?.problem ?? ''))
    imap.arrive(12, bounce(12))
    await until(() => deps.inputs.length === 4)
    assert.equal(imap.messages.size, 4)
    assert.equal([...deps.cursorMap.values()][0], '7 2')
    isRefusing = false
    await until(() => imap.moved.length === 4 && intake.health()[0]?.state === 'ok')
    assert.equal(deps.repeated(), 0)
  })
})

test('a server that trickles is hung up on, and read when it is well', async () => {
  await play({ windowTimeoutMs: 60 }, (imap) => {
    imap.script = (command, _tag, session) => {
      if (!command.startsWith('UID SEARCH') || session.number > 0) return false
      const timer = setInterval(() => session.write('* OK still here\r\n'), 5)
      setTimeout(() => clearInterval(timer), 2_000).unref()
      timer.unref()
      return true
    }
  }, async ({ deps }) => {
    await until(() => deps.inputs.length === 3)
    assert.equal(deps.warnings.length, 1)
  })
})

test('a server without IDLE is polled', async () => {
  await play({}, (imap) => {
    imap.capabilities = 'IMAP4rev1 UIDPLUS'
  }, async ({ imap, deps }) => {
    await until(() => deps.inputs.length === 3)
    imap.arrive(12, bounce(12))
    await until(() => deps.inputs.length === 4)
    assert.ok(!imap.commands.includes('IDLE'))
  })
})

test('without MOVE and UIDPLUS nothing is expunged, only marked', async () => {
  for (const way of [{ after: 'delete' }, { after: 'move', moveTo: 'Kept' }] as const) {
    await play(way, (imap) => {
      imap.capabilities = 'IMAP4rev1'
    }, async ({ imap }) => {
      await until(() => [...imap.messages.values()].every(({ flags }) => flags.has('\\Deleted')))
      assert.equal(imap.messages.size, 3)
      assert.ok(imap.commands.every((command) => !/EXPUNGE|CLOSE/.test(command)))
      assert.equal(imap.commands.some((command) => command.startsWith('UID COPY 3,5,9')),
        way.after === 'move')
    })
  }
})

test('two windows of trouble with UIDVALIDITY: nothing of the old one is touched', async () => {
  await play({ after: 'delete', idlePollMs: 20 }, (imap) => {
    imap.script = (command, tag, session) => {
      if (!command.startsWith('UID STORE') || imap.uidValidity !== 7) return false
      // The mailbox is made anew while the answer is on its way; its UIDs name other mail.
      imap.uidValidity = 8
      imap.messages.clear()
      imap.messages.set(3, { bytes: Buffer.from(bounce(33)), flags: new Set() })
      session.write(`${tag} NO gone\r\n`)
      session.close()
      return true
    }
  }, async ({ imap, deps }) => {
    await until(() => deps.inputs.length === 4 && imap.messages.size === 0)
    assert.equal(deps.inputs[3]?.envelope.place?.['uidValidity'], '8')
  })
})

test('what others expunge is no trouble; what the server withholds is', async () => {
  let isWithholding = true
  await play({ idlePollMs: 20 }, (imap) => {
    imap.script = (command, tag, session) => {
      if (!command.startsWith('UID FETCH')) return false
      imap.messages.delete(3)
      for (const uid of isWithholding ? [9] : [5, 9]) {
        for (const part of fetched(imap, uid, command)) session.write(part)
      }
      session.write(`${tag} OK done\r\n`)
      return true
    }
  }, async ({ deps, intake }) => {
    await until(() => /UID 5 .* not hand/.test(intake.health()[0]?.problem ?? ''))
    isWithholding = false
    await until(() => deps.inputs.length === 2)
    assert.deepEqual(uidsOf(deps).sort(), [5, 9])
  })
})

test('one message that kills the connection does not hold up the others', async () => {
  await play({}, (imap) => {
    imap.script = (command, _tag, session) => {
      const isAsked = /^UID FETCH \S*\b5\b/.test(command)
      if (isAsked) session.write('* 2 FETCH (UID 5 BODY[]<0> {999999999999}\r\n')
      return isAsked
    }
  }, async ({ deps, intake }) => {
    await until(() => deps.inputs.length === 2)
    await until(() => /1 messages could not be fetched/.test(intake.health()[0]?.problem ?? ''))
    assert.deepEqual(uidsOf(deps), [3, 9])
    assert.equal([...deps.cursorMap.values()][0], '7 4')
  })
})

test('50 MB are cut to what is read, and the size is noted', async () => {
  await play({}, (imap) => {
    imap.messages.clear()
    const body = Buffer.alloc(50 * 1024 * 1024, 'x'.repeat(70) + '\r\n')
    imap.messages.set(4, {
      bytes: Buffer.concat([Buffer.from(bounce(4)), body]), flags: new Set(),
    })
  }, async ({ imap, deps }) => {
    await until(() => deps.inputs.length === 1)
    assert.equal(deps.inputs[0]?.bytes.length, MESSAGE_BYTES_MAX)
    assert.equal(deps.inputs[0]?.envelope.place?.['bytesWhole'], imap.messages.get(4)?.bytes.length)
  })
})

test('messages nobody asked for and repeated ones are dropped', async () => {
  await play({}, (imap) => {
    imap.script = (command, tag, session) => {
      if (!command.startsWith('UID FETCH')) return false
      imap.messages.set(99, { bytes: Buffer.from(bounce(99)), flags: new Set() })
      for (const uid of [3, 3, 99, 5, 9, 5]) {
        for (const part of fetched(imap, uid, command)) session.write(part)
      }
      imap.messages.delete(99)
      session.write(`${tag} OK done\r\n`)
      return true
    }
  }, async ({ deps, intake }) => {
    await until(() => intake.health()[0]?.state === 'ok')
    assert.deepEqual(uidsOf(deps), [3, 5, 9])
  })
})

test('100,000 messages go through in windows', async () => {
  await play({ after: 'leave' }, (imap, deps) => {
    imap.messages.clear()
    const message = { bytes: Buffer.from('Subject: x\r\n\r\n'), flags: new Set<string>() }
    for (let uid = 1; uid <= 100_000; uid += 1) imap.messages.set(uid, message)
    let seen = 0
    const { ingest } = deps.store
    Object.assign(deps.store, {
      ingest: (inputs: Parameters<typeof ingest>[0]) => {
        seen += inputs.length
        if (seen < 2_000) return Promise.resolve({ ids: inputs.map((_, i) => i) })
        return ingest(inputs)
      },
    })
  }, async ({ imap, deps }) => {
    await until(() => deps.inputs.length > 0)
    const sets = imap.commands.filter((command) => command.startsWith('UID FETCH'))
    assert.ok(sets.length >= 40)
    assert.ok(sets.every((command) => (command.split(' ')[2] ?? '').split(',').length <= 50))
  })
})

const HOSTILE: readonly (readonly [string, string])[] = [
  ['deep nesting', `* 1 FETCH ${'('.repeat(100_000)}\r\n`],
  ['an endless line', `* OK ${'x'.repeat(33 * 1024 * 1024)}`],
  ['a literal of 2 GB', '* 1 FETCH (UID 3 BODY[]<0> {2147483648}\r\n'],
  ['a negative literal', '* 1 FETCH (UID 3 BODY[]<0> {-5}\r\n'],
  ['control bytes', '* \u0000\u0001\u0002 FETCH\r\n'],
  ['many tokens', `* 1 FETCH (${'a '.repeat(1_000_000)})\r\n`],
  ['a stranger\'s tag', 'ZZZ9 OK done\r\n'],
  ['BYE', '* BYE go away\r\n'],
]

for (const [name, line] of HOSTILE) {
  test(`a hostile answer does no harm and is survived: ${name}`, async () => {
    await play({}, (imap) => {
      imap.script = (command, _tag, session) => {
        if (session.number > 0 || !command.startsWith('UID FETCH')) return false
        session.write(line)
        if (!line.endsWith('\n')) return true
        session.write('* BYE end\r\n')
        session.close()
        return true
      }
    }, async ({ imap, deps }) => {
      await until(() => isDone(imap, deps, {}))
      assert.deepEqual(uidsOf(deps), [3, 5, 9])
    })
  })
}

test('STARTTLS that is not offered, refused, or followed by more gets no password', async () => {
  const stories: readonly (readonly [string, (imap: ScriptedImap) => void])[] = [
    ['not offered', () => undefined],
    ['PREAUTH', (imap) => {
      imap.greeting = '* PREAUTH you are in\r\n'
    }],
    ['refused', (imap) => {
      imap.capabilities += ' STARTTLS'
      imap.script = (command, tag, session) => {
        if (command !== 'STARTTLS') return false
        session.write(`${tag} BAD no\r\n`)
        return true
      }
    }],
    ['followed by more', (imap) => {
      imap.capabilities += ' STARTTLS'
      imap.script = (command, tag, session) => {
        if (command !== 'STARTTLS') return false
        session.write(`${tag} OK begin\r\n* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n`)
        return true
      }
    }],
  ]
  for (const [name, prepare] of stories) {
    const imap = await startScriptedImap()
    prepare(imap)
    const result = await testImap({
      ...settingsFor(imap, {}), security: 'starttls', connectTimeoutMs: 3_000,
    })
    assert.equal(result.ok, false, name)
    assert.ok(imap.commands.every((line) => !/LOGIN|AUTHENTICATE|secret/i.test(line)), name)
    await imap.stop()
  }
})
