// Faults of the process: killed, stopped, frozen, doubled (F1–F3, F22, F29).

import { setTimeout as sleep } from 'node:timers/promises'
import { BOTH, type Effort, type Fault } from './fault.ts'
import type { Violation } from './harness/check.ts'
import { makeInputs } from './harness/inputs.ts'
import type { Round } from './harness/round.ts'

export const KILLS: readonly Fault[] = [
  {
    id: 'F1', name: 'killed at a random instant', stores: BOTH, short: { sqlite: 1 },
    how: 'kill -9 under load on all channels, then started again', run: killAtRandom,
  },
  {
    id: 'F2', name: 'killed at a commit', stores: BOTH,
    short: { sqlite: 2, postgres: 1 },
    how: 'CAROM_FAILPOINT=commit.before|after at the n-th commit: of intake, claim, decision, ' +
      'push and cursor', run: killAtCommits,
  },
  {
    id: 'F2', name: 'killed at a push', stores: BOTH, short: { sqlite: 1 },
    how: 'the receiver of a webhook kills the service before it answers', run: killAtPushes,
  },
  {
    id: 'F2', name: 'killed at a reply', stores: BOTH, short: { sqlite: 1 },
    how: 'killed by the source in the moment in which it sends its last byte',
    run: killAtReplies,
  },
  {
    id: 'F3', name: 'frozen longer than its lease', stores: BOTH, short: { sqlite: 1 },
    how: 'SIGSTOP, SIGCONT after its leases ran out; with PostgreSQL of one of two processes, of ' +
      'which the other took its inputs over',
    run: freeze,
  },
  {
    id: 'F22', name: 'stopped under load', stores: BOTH, short: { sqlite: 1 },
    how: 'SIGTERM, SIGINT, SIGHUP and SIGTERM twice', run: stopUnderLoad,
  },
  {
    id: 'F29', name: 'two on one store', stores: ['postgres'], short: { postgres: 1 },
    how: 'two processes, one of them killed and started again', run: runTwo,
  },
  {
    id: 'F29', name: 'two on one file', stores: ['sqlite'], short: { sqlite: 1 },
    how: 'a second process is refused until the first one is killed', run: refuseSecond,
  },
]

/** Longer than all of one lot of inputs takes on a machine that is not busy. */
const KILL_MS_MAX = 900

async function killAtRandom(round: Round, { times, inputs }: Effort): Promise<void> {
  await round.begin()
  for (let time = 0; time < times; time++) {
    const lot = makeInputs(round.random, inputs, undefined, time * inputs)
    const handing = round.handOver(lot)
    await sleep(round.random.whole(0, KILL_MS_MAX))
    await round.service.kill()
    await round.restart()
    await handing
  }
}

async function killAtCommits(round: Round, { times, inputs }: Effort): Promise<void> {
  await round.begin()
  for (let time = 0; time < times; time++) {
    // One service alone may have the store.
    await round.service.kill()
    const point = time % 2 === 0 ? 'commit.after' : 'commit.before'
    const service = await round.start({
      failpoint: `${point}:${1 + round.random.whole(time, time + 8)}`, mayDie: true,
    })
    const handing = round.handOver(makeInputs(round.random, inputs, undefined, time * inputs))
    // All may be taken before it comes to that commit: then it comes in the work that follows.
    if (service !== undefined) {
      await Promise.race([service.ended, handing.then(() => sleep(1_000))])
    }
    await round.restart()
    await handing
  }
}

async function killAtPushes(round: Round, { times, inputs }: Effort): Promise<void> {
  let left = times
  let isDue = false
  const killed: Promise<unknown>[] = []
  await round.begin({}, () => {
    if (isDue && left > 0) {
      isDue = false
      left -= 1
      killed.push(round.service.kill())
    }
    return 204
  })
  for (let time = 0; time < times; time++) {
    isDue = true
    const handing = round.handOver(makeInputs(round.random, inputs, undefined, time * inputs))
    await Promise.race([round.service.ended, handing.then(() => sleep(5_000))])
    isDue = false
    await Promise.all(killed)
    await round.restart()
    await handing
  }
}

async function killAtReplies(round: Round, { times, inputs }: Effort): Promise<void> {
  await round.begin()
  for (let time = 0; time < times; time++) {
    const lot = makeInputs(
      round.random, inputs, ['smtp', 'message', 'events', 'webhook'], time * inputs)
    const [first, ...rest] = lot
    if (first === undefined) return
    // Its answer is on the way, or not yet made, or made and not yet sent.
    const answer = round.handOnce(first)
    await sleep(round.random.whole(0, 30))
    await round.service.kill()
    if ((await answer).kind === 'acked') round.lay([first])
    else rest.push(first)
    await round.restart()
    await round.handOver(rest)
  }
}

async function freeze(round: Round, { times, inputs }: Effort): Promise<void> {
  await round.begin()
  const other = round.kind === 'sqlite' ? round.service : await round.startAnother()
  for (let time = 0; time < times; time++) {
    const frozen = time % 2 === 0 ? round.service : other
    const handing = round.handOver(makeInputs(round.random, inputs, undefined, time * inputs))
    await sleep(round.random.whole(50, KILL_MS_MAX))
    frozen.signal('SIGSTOP')
    await sleep(2_500)
    frozen.signal('SIGCONT')
    await handing
  }
}

async function stopUnderLoad(round: Round, { times, inputs }: Effort): Promise<Violation[]> {
  const found: Violation[] = []
  await round.begin()
  for (let time = 0; time < times; time++) {
    const handing = round.handOver(makeInputs(round.random, inputs, undefined, time * inputs))
    await sleep(round.random.whole(50, KILL_MS_MAX))
    const { service } = round
    service.signal('SIGHUP')
    const isTwice = time % 3 === 2
    service.signal(time % 2 === 0 ? 'SIGTERM' : 'SIGINT')
    if (isTwice) service.signal('SIGTERM')
    const { code, signal } = await service.ended
    if (code !== 0 && !(isTwice && code === 1)) found.push(`I6: it ended with ${code ?? signal}`)
    await round.restart()
    await handing
  }
  return found
}

async function runTwo(round: Round, { times, inputs }: Effort): Promise<void> {
  await round.begin()
  await round.startAnother()
  for (let time = 0; time < times; time++) {
    const handing = round.handOver(makeInputs(round.random, inputs, undefined, time * inputs))
    await sleep(round.random.whole(50, KILL_MS_MAX))
    await round.service.kill()
    await sleep(round.random.whole(0, 500))
    await round.restart()
    await handing
  }
}

async function refuseSecond(round: Round, { times, inputs }: Effort): Promise<Violation[]> {
  const found: Violation[] = []
  await round.begin()
  for (let time = 0; time < times; time++) {
    const handing = round.handOver(makeInputs(round.random, inputs, undefined, time * inputs))
    const who = `ended with 1: carom serve: store ${round.storeUrl}: it is served already, by ` +
      `process ${round.service.pid} on `
    const came = await round.startAnother().then(() => 'started', (error: Error) => error.message)
    if (!came.includes(who)) found.push(`I2: the second process on a file: ${came}`)
    await round.service.kill()
    await round.restart()
    await handing
  }
  return found
}
