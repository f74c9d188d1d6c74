// Group commit: what becomes of each transaction of a group when one of them, or all, fail.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { WriteQueue } from '../../../src/service/store/write-queue.ts'
import type { GroupConnection } from '../../../src/service/store/write-queue.ts'

type Refusals = { readonly [sql: string]: Error }

/** A connection that writes down what it is told, and fails where it should. */
function connect(refusals: Refusals = {}): {
  readonly connection: GroupConnection
  readonly said: string[]
  lose: () => void
} {
  const said: string[] = []
  let isOpen = false
  const exec = (sql: string): void => {
    said.push(sql)
    if (refusals[sql] !== undefined) throw refusals[sql]
    if (sql === 'COMMIT') isOpen = false
  }
  return {
    said,
    lose: () => { isOpen = false },
    connection: {
      begin: async () => { exec('BEGIN'); isOpen = true },
      exec,
      isInTransaction: () => isOpen,
      rollBack: () => { said.push('ROLLBACK'); isOpen = false },
      synchronize: async () => {
        await setImmediate()
        said.push('SYNC')
        if (refusals['SYNC'] !== undefined) throw refusals['SYNC']
      },
    },
  }
}

async function submitAll(
  connection: GroupConnection, works: readonly (() => unknown)[],
): Promise<string[]> {
  const queue = new WriteQueue(connection, () => undefined)
  const results = await Promise.allSettled(works.map((work) => queue.submit(work, false)))
  await queue.idle()
  return results.map((result) =>
    result.status === 'fulfilled' ? String(result.value) : `! ${result.reason.message}`)
}

const fail = (): never => { throw new Error('mistaken') }

test('what waits together shares one commit', async () => {
  const { connection, said } = connect()
  assert.deepEqual(await submitAll(connection, [() => 1, async () => 2, () => 3]), ['1', '2', '3'])
  assert.equal(said.filter((sql) => sql === 'COMMIT').length, 1)
})

test('one that fails is undone alone', async () => {
  const { connection, said } = connect()
  assert.deepEqual(
    await submitAll(connection, [() => 1, fail, async () => fail(), () => 4]),
    ['1', '! mistaken', '! mistaken', '4'])
  assert.equal(said.filter((sql) => sql === 'ROLLBACK TO work').length, 2)
  assert.deepEqual(said.slice(-2), ['COMMIT', 'SYNC'])
})

test('a commit that fails fails all of its group, and the next group goes on', async () => {
  const refusals: { [sql: string]: Error } = { COMMIT: new Error('no room') }
  const { connection, said } = connect(refusals)
  const queue = new WriteQueue(connection, () => undefined)
  const group = await Promise.allSettled([queue.submit(() => 1, true), queue.submit(() => 2, false)])
  assert.deepEqual(group.map(({ status }) => status), ['rejected', 'rejected'])
  assert.equal(said.at(-1), 'ROLLBACK')
  delete refusals['COMMIT']
  assert.equal(await queue.submit(() => 3, false), 3)
})

test('when the database undoes everything by itself, all that was done has failed', async () => {
  const lost = connect()
  const works = [() => 1, () => { lost.lose(); throw new Error('full') }, () => 3]
  assert.deepEqual(await submitAll(lost.connection, works), ['! full', '! full', '3'])
})

test('who cannot begin tells all who wait', async () => {
  const { connection } = connect({ BEGIN: new Error('busy') })
  assert.deepEqual(await submitAll(connection, [() => 1, () => 2]), ['! busy', '! busy'])
})

test('inputs go before other writes', async () => {
  const queue = new WriteQueue(connect().connection, () => undefined)
  const order: string[] = []
  await Promise.all([
    queue.submit(() => order.push('write'), false), queue.submit(() => order.push('input'), true),
  ])
  assert.deepEqual(order, ['input', 'write'])
})

test('what arrives while a group is written joins the next one', async () => {
  const { connection, said } = connect()
  const queue = new WriteQueue(connection, () => undefined)
  let late: Promise<string> | undefined
  const done = await queue.submit(async () => {
    late = queue.submit(() => 'late', false)
    return 'early'
  }, false)
  assert.equal(done, 'early')
  assert.equal(await late, 'late')
  assert.ok(said.filter((sql) => sql === 'COMMIT').length <= 2)
})

test('nothing is acknowledged before it is on the disk', async () => {
  const { connection, said } = connect()
  const queue = new WriteQueue(connection, () => undefined)
  await queue.submit(() => 1, true)
  assert.equal(said.at(-1), 'SYNC')
})

test('when the disk fails, what was committed is not acknowledged', async () => {
  const { connection } = connect({ SYNC: new Error('EIO') })
  assert.deepEqual(await submitAll(connection, [() => 1, () => 2]), ['! EIO', '! EIO'])
})
