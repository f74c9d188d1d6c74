// Faults of the name servers that the checks before sending ask (F25).

import { setTimeout as sleep } from 'node:timers/promises'
import { BOTH, type Effort, type Fault } from './fault.ts'
import type { Violation } from './harness/check.ts'
import { makeInputs } from './harness/inputs.ts'
import { startNameServer, TROUBLES, type Trouble } from './harness/name-server.ts'
import type { Round } from './harness/round.ts'

export const RESOLVERS: readonly Fault[] = [
  {
    id: 'F25', name: 'name servers in trouble', stores: BOTH, short: { sqlite: 1 },
    how: 'SERVFAIL, REFUSED, silence, 20 s, rubbish, cut short, wildcards, one half of the answers',
    run: disturbNames,
  },
]

/** Answers of the API that matter here. */
type Finding = { readonly id: string; readonly severity: string }
type Report = { readonly grade: string; readonly findings: readonly Finding[] }
type Advice = { readonly status: string; readonly findings: readonly { readonly reason: string }[] }

/** Questions at once; more than that hang. */
const QUESTIONS_MAX = 64
const TRY_MS = 150

/** Whoever answers nothing, or nothing that can be read: nothing is known of any of its zones. */
const DARK: ReadonlySet<Trouble> =
  new Set(['servfail', 'refused', 'silent', 'slow', 'garbage', 'cut'])

async function disturbNames(round: Round, { times, inputs }: Effort): Promise<Violation[]> {
  const server = await startNameServer(() => round.random.next() < 0.5)
  round.ending.push(server.stop)
  round.configure = configureWith(round, server.address)
  await round.begin()
  const found: Violation[] = []
  const sound = await checkDomain(round, 'd0', 'sound')
  if (sound.grade !== 'A') found.push(`I8: a sound domain has the grade ${sound.grade}`)
  for (let time = 0; time < times; time++) {
    const handing = round.handOver(makeInputs(round.random, inputs, undefined, time * inputs))
    const troubles = round.random.shuffle(TROUBLES)
    const dark = troubles.filter((trouble) => DARK.has(trouble))
    const zone = `d${time + 1}`
    found.push(...(await Promise.all(dark.map((trouble) => disturb(round, trouble, zone, sound))))
      .flat())
    // What is to be answered must not wait behind what never is, nor lose its connection with it.
    for (const trouble of troubles.filter((one) => !DARK.has(one))) {
      found.push(...await disturb(round, trouble, zone, sound))
    }
    found.push(...await answersMeanwhile(round, time, server.asked))
    await handing
  }
  return found
}

function configureWith({ configure }: Round, address: string): Round['configure'] {
  const prevent = `prevent: { dnsServers: ["${address}"], dnsTimeoutMs: ${TRY_MS}, ` +
    `dnsConcurrency: ${QUESTIONS_MAX} }`
  return function (this: Round, more = '') { configure.call(this, `${more}\n${prevent}`) }
}

async function disturb(
  round: Round, trouble: Trouble, name: string, sound: Report,
): Promise<Violation[]> {
  const [{ grade, findings }, advice] = await Promise.all([
    checkDomain(round, name, trouble), checkAddress(round, `ada@${name}.${trouble}.example`),
  ])
  const known = new Set(sound.findings.map(({ id }) => id))
  const made = findings.filter(({ id, severity }) => severity !== 'unknown' && !known.has(id))
  const found = made.map(({ id, severity }): Violation =>
    `I8: with ${trouble} the domain is said to have ${id} (${severity})`)
  if (advice.status !== 'good' && advice.status !== 'unknown') {
    found.push(`I8: with ${trouble} an address is ${advice.status}: ${JSON.stringify(advice)}`)
  }
  // One half of the answers may be enough, or not.
  if (trouble === 'some') return found
  const isKnown = !DARK.has(trouble)
  const isRight = isKnown === (advice.status === 'good') && isKnown === (grade !== 'unknown')
  return isRight ? found
    : [...found, `I8: with ${trouble} the grade is ${grade}, an address ${advice.status}`]
}

/** More questions than may be asked at once hang, and everything else goes on. */
async function answersMeanwhile(
  round: Round, time: number, asked: () => number,
): Promise<Violation[]> {
  let hanging = QUESTIONS_MAX * 2
  const before = asked()
  const questions = Array.from({ length: hanging }, async (_, i) => {
    await checkAddress(round, `ada@h${time}x${i}.silent.example`)
    hanging -= 1
  })
  while (asked() === before) await sleep(5)
  const { status } = await round.ask('/v1/check?address=somebody@example.org')
  const left = hanging
  await Promise.all(questions)
  if (status !== 200) return [`I6: beside name servers in trouble a check says ${status}`]
  return left > 0 ? [] : ['I7: a check was answered only when all name servers had been given up']
}

async function checkDomain(round: Round, name: string, trouble: Trouble): Promise<Report> {
  const zone = `${name}.${trouble}.example`
  const query = new URLSearchParams({
    domain: zone, selectors: 's1', returnPath: `bounce.${zone}`, ips: '192.0.2.10',
    helo: `mx.${zone}`, blocklists: `bl.${zone}`,
  })
  return await ask(round, `/v1/prevent/domain?${query.toString()}`) as Report
}

async function checkAddress(round: Round, address: string): Promise<Advice> {
  return await ask(round, `/v1/prevent/address?address=${address}`) as Advice
}

async function ask(round: Round, path: string): Promise<unknown> {
  const { status, json } = await round.ask(path)
  if (status !== 200) throw new Error(`${status} for ${path}: ${JSON.stringify(json)}`)
  return json
}
