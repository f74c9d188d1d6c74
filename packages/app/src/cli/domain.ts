// `carom domain check`: looks a domain over as the receivers of its mail do.

import { isIP } from 'node:net'
import { createSafeFetch, fetchText, SAFE_FETCH_DEFAULTS } from '../service/deliver/safe-fetch.ts'
import { createDnsClient, DNS_CLIENT_DEFAULTS } from '../service/prevent/dns/client.ts'
import { checkDomain } from '../service/prevent/domain/check.ts'
import type { DomainDeps, DomainQuestion, DomainReport } from '../service/prevent/domain/types.ts'
import { UsageError, type Arguments, type Command, type Io } from './command.ts'
import { formatDomainReport } from './domain/format-report.ts'
import { withReported } from './domain/reported.ts'
import { showReports } from './domain/reports.ts'
import { showReputation } from './domain/reputation.ts'
import { layoutOf } from './explain/page.ts'
import { LEDGER_OPTIONS } from './ledger/open.ts'
import { readNameServers } from './name-servers.ts'
import { readDomain, readZones } from './zones.ts'

const SELECTORS_MAX = 50
const ADDRESSES_MAX = 50

export const command: Command = {
  name: 'domain',
  summary: 'check how a domain is set up for sending, and what receivers report of it',
  usage: ['check [OPTION…] DOMAIN…', 'reports [OPTION…] PATH…',
    'reputation [OPTION…] [DOMAIN|ADDRESS…]'],
  description: [
    'Asks the DNS what the receivers of mail ask: SPF and its limits, DKIM keys, DMARC, the return '
      + 'path, names of the sending hosts, MX, MTA-STS, TLS reports, DANE and BIMI. Says what is '
      + 'wrong, whether mail is lost by it, and the exact record to publish.',
    'Nothing is asked of anybody but the DNS, of the domain\'s own MTA-STS host, and of block lists '
      + 'where --blocklists says so. What the DNS '
      + 'does not answer is unknown, not wrong. With --store or --config, what receivers reported in '
      + 'thirty days stands beside it.',
    'reports reads what receivers report of a domain, DMARC aggregate reports and SMTP TLS reports, '
      + 'from messages, mboxes, folders, and files as they were attached (.xml, .json, .gz, .zip): how '
      + 'much passed, who sends in its name, and what is worth acting on. Of messages the DNS is asked '
      + 'whose signature holds: a report that its reporter is not proven to have sent is named and '
      + 'counts for nothing.',
    'reputation scores each sending domain and address from the sends and bounces in the store: every '
      + 'part with its points, and what moved it within a week.',
  ],
  options: [
    { name: 'selector', short: 's', value: 'NAME', multiple: true,
      default: 'some forty usual ones are tried',
      summary: 'DKIM selector (s= of a DKIM-Signature). May be given more than once.' },
    { name: 'ip', value: 'ADDRESS', multiple: true,
      summary: 'Address that mail is sent from: its name is checked. May be given more than once.' },
    { name: 'helo', value: 'NAME', summary: 'What the sending host says in HELO.' },
    { name: 'return-path', value: 'DOMAIN', default: 'the domain itself',
      summary: 'Domain of the envelope sender, where bounces go.' },
    { name: 'blocklists', short: 'b',
      summary: 'Ask widely used DNS block lists about the domain and the addresses of --ip.' },
    { name: 'blocklist', value: 'ZONE', multiple: true,
      summary: 'Ask this block list, such as zen.spamhaus.org. May be given more than once.' },
    { name: 'dns', value: 'SERVER', multiple: true, default: 'those of the system',
      summary: 'Name server to ask: 192.0.2.53 or 192.0.2.53:5353.' },
    { name: 'sender', value: 'ADDRESS', multiple: true,
      summary: 'reports: address or network that your mail is sent from. May be given more than once.' },
    { name: 'authserv-id', value: 'NAME', multiple: true,
      summary: 'reports: name under which your own mail server writes Authentication-Results, which '
        + 'are then believed. May be given more than once.' },
    { name: 'unverified', summary: 'reports: count messages whoever sent them, and ask no DNS.' },
    { name: 'all', short: 'a', summary: 'Show what is good, too, and all sources.' },
    { name: 'json', summary: 'The whole report as JSON, one line for each domain.' },
    ...LEDGER_OPTIONS.filter(({ name }) => name !== 'json')
      .map((option) => ({ ...option, summary: `check, reputation: ${option.summary}` })),
  ],
  examples: [
    { line: 'carom domain check example.com', summary: 'What receivers see of example.com.' },
    { line: 'carom domain check example.com --ip 192.0.2.10 --helo mx.example.com -s s1',
      summary: 'With the sending host and the DKIM key that is in use.' },
    { line: 'carom domain reports ~/Maildir/.DMARC', summary: 'What receivers report.' },
  ],
  exitCodes: {
    0: 'Nothing that keeps mail from arriving.',
    1: 'Something is broken.',
    2: 'Wrong usage.',
  },
  run,
}

async function run(args: Arguments, io: Io): Promise<number> {
  const [what, ...domains] = args.positionals
  if (what === 'reports') return await showReports(domains, args, io)
  if (what === 'reputation') return await showReputation(domains, args, io)
  if (what !== 'check' || domains.length === 0) {
    throw new UsageError('no domain to check', 'Write carom domain check example.com.')
  }
  const questions = domains.map((domain) => readQuestion(args, domain))
  const dns = createDnsClient({ ...DNS_CLIENT_DEFAULTS, servers: readNameServers(args) }, Date.now)
  const web = createSafeFetch(SAFE_FETCH_DEFAULTS)
  const deps = { dns, fetchText: (url: string) => fetchText(web, url) }
  try {
    if (args.value('store') === undefined && args.value('config') === undefined) {
      return await checkAll(questions, deps, args, io)
    }
    return await withReported(args, io, async (reported) =>
      await checkAll(questions, { ...deps, reported }, args, io))
  } finally {
    web.close()
  }
}

async function checkAll(
  questions: readonly DomainQuestion[], deps: DomainDeps, args: Arguments, io: Io,
): Promise<number> {
  const isJson = args.has('json') || !io.isTerminal
  let isSound = true
  for (const question of questions) {
    const report = await checkDomain(question, deps)
    isSound &&= report.findings.every(({ severity }) => severity !== 'broken')
    await io.stdout.write(isJson ? `${JSON.stringify(report)}\n` : page(report, args, io))
  }
  return isSound ? 0 : 1
}

function page(report: DomainReport, args: Arguments, io: Io): string {
  return formatDomainReport(report, { showsAll: args.has('all') }, layoutOf(io))
}

function readQuestion(args: Arguments, domain: string): DomainQuestion {
  const ips = args.values('ip')
  const selectors = args.values('selector')
  for (const ip of ips) {
    if (isIP(ip) > 0) continue
    throw new UsageError(`--ip cannot be '${ip}'`, 'It is 192.0.2.1 or 2001:db8::1.')
  }
  if (selectors.length > SELECTORS_MAX || ips.length > ADDRESSES_MAX) {
    throw new UsageError('too many', `Up to ${SELECTORS_MAX} selectors and addresses each.`)
  }
  const returnPath = args.value('return-path')
  return {
    domain: readDomain(domain), ips, blocklists: readZones(args), helo: args.value('helo'),
    selectors: selectors.map((selector) => selector.toLowerCase()),
    ...(returnPath === undefined ? {} : { returnPath: readDomain(returnPath) }),
  }
}
