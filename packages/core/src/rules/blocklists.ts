// Public block lists: names, zones and where a listing is lifted; finds the one that a text names.

import { unitAhead, unitAt } from '../text/units.ts'

/** What a list lists: addresses of hosts, domain names, or both. */
export type BlocklistKind = 'ip' | 'domain' | 'both'

export type Blocklist = {
  readonly name: string
  readonly kind: BlocklistKind
  /** DNS zones that mail servers ask. */
  readonly zones: readonly string[]
  /** Domains of its web pages, whose URLs stand in replies. */
  readonly sites: readonly string[]
  /** Names in prose, of one word or two, in lower case. */
  readonly words: readonly string[]
  /** Where a listing is looked up and lifted. */
  readonly delisting?: string
  /** The year it closed; servers that still ask it get no answer, or one that lists everybody. */
  readonly closed?: number
}

// name | kind | zones | sites | words | delisting URL | year it closed.
const ROWS = `
Spamhaus ZEN|ip|zen.spamhaus.org zen.dq.spamhaus.net||spamhaus zen|https://check.spamhaus.org|
Spamhaus SBL|ip|sbl.spamhaus.org sbl.dq.spamhaus.net||spamhaus sbl,spamhaus block|https://check.spamhaus.org|
Spamhaus XBL|ip|xbl.spamhaus.org xbl.dq.spamhaus.net||spamhaus xbl,exploits block|https://check.spamhaus.org|
Spamhaus PBL|ip|pbl.spamhaus.org pbl.dq.spamhaus.net||spamhaus pbl|https://check.spamhaus.org|
Spamhaus CSS|ip|css.spamhaus.org||spamhaus css|https://check.spamhaus.org|
Spamhaus AuthBL|ip|authbl.dq.spamhaus.net||spamhaus authbl|https://check.spamhaus.org|
Spamhaus SBL-XBL|ip|sbl-xbl.spamhaus.org||sbl-xbl|https://check.spamhaus.org|
Spamhaus DBL|domain|dbl.spamhaus.org dbl.dq.spamhaus.net||spamhaus dbl|https://check.spamhaus.org|
Spamhaus ZRD|domain|zrd.spamhaus.org zrd.dq.spamhaus.net||spamhaus zrd|https://check.spamhaus.org|
Spamhaus|both||spamhaus.org spamhaus.net|spamhaus|https://check.spamhaus.org|
CBL|ip|cbl.abuseat.org|abuseat.org|composite blocking|https://check.spamhaus.org|
SpamCop|ip|bl.spamcop.net|spamcop.net|spamcop|https://www.spamcop.net/bl.shtml|
Barracuda BRBL|ip|b.barracudacentral.org bb.barracudacentral.org|barracudacentral.org|brbl,barracuda reputation|https://www.barracudacentral.org/rbl/removal-request|
Barracuda|ip||www.barracudanetworks.com|barracuda|https://www.barracudacentral.org/rbl/removal-request|
SORBS|ip|dnsbl.sorbs.net spam.dnsbl.sorbs.net recent.spam.dnsbl.sorbs.net new.spam.dnsbl.sorbs.net old.spam.dnsbl.sorbs.net safe.dnsbl.sorbs.net problems.dnsbl.sorbs.net dul.dnsbl.sorbs.net http.dnsbl.sorbs.net socks.dnsbl.sorbs.net smtp.dnsbl.sorbs.net web.dnsbl.sorbs.net zombie.dnsbl.sorbs.net block.dnsbl.sorbs.net escalations.dnsbl.sorbs.net noserver.dnsbl.sorbs.net virus.dnsbl.sorbs.net|sorbs.net|sorbs||2024
UCEPROTECT Level 1|ip|dnsbl-1.uceprotect.net||uceprotect level1,uceprotect-level1|https://www.uceprotect.net/en/rblcheck.php|
UCEPROTECT Level 2|ip|dnsbl-2.uceprotect.net||uceprotect level2,uceprotect-level2|https://www.uceprotect.net/en/rblcheck.php|
UCEPROTECT Level 3|ip|dnsbl-3.uceprotect.net||uceprotect level3,uceprotect-level3|https://www.uceprotect.net/en/rblcheck.php|
UCEPROTECT|ip||uceprotect.net|uceprotect|https://www.uceprotect.net/en/rblcheck.php|
Backscatterer|ip|ips.backscatterer.org|backscatterer.org|backscatterer|https://www.backscatterer.org/?target=test|
PSBL|ip|psbl.surriel.com|surriel.com|psbl,passive spam|https://psbl.org/listing|
Mailspike|ip|bl.mailspike.net z.mailspike.net rep.mailspike.net|mailspike.net mailspike.org|mailspike|https://mailspike.io/ip_verify|
Invaluement ivmSIP|ip|sip.invaluement.local sip24.invaluement.local||ivmsip,ivmsip24|https://www.invaluement.com/lookup/|
Invaluement ivmURI|domain|uri.invaluement.local||ivmuri|https://www.invaluement.com/lookup/|
Invaluement|both||invaluement.com|invaluement|https://www.invaluement.com/lookup/|
SURBL|domain|multi.surbl.org ph.surbl.org mw.surbl.org abuse.surbl.org|surbl.org|surbl|https://surbl.org/surbl-analysis|
URIBL|domain|multi.uribl.com black.uribl.com red.uribl.com grey.uribl.com|uribl.com|uribl|https://admin.uribl.com|
Abusix|both|combined.mail.abusix.zone black.mail.abusix.zone exploit.mail.abusix.zone dynamic.mail.abusix.zone dblack.mail.abusix.zone authbl.mail.abusix.zone mail.abusix.zone|abusix.zone abusix.com|abusix,abusixip,abusixdomain|https://app.abusix.com/lookup|
SpamRATS|ip|all.spamrats.com dyna.spamrats.com noptr.spamrats.com spam.spamrats.com auth.spamrats.com|spamrats.com|spamrats|https://www.spamrats.com/removal.php|
DroneBL|ip|dnsbl.dronebl.org|dronebl.org|dronebl|https://dronebl.org/lookup|
Cloudmark CSI|ip||csi.cloudmark.com cloudmark.com|cloudmark,cm-csi,cm-csi-v11|https://csi.cloudmark.com/en/reset/|
Trend Micro ERS|ip|rbl-plus.mail-abuse.org|ers.trendmicro.com mail-abuse.com mail-abuse.org|trend micro,rbl+|https://servicecentral.trendmicro.com/en-US/ers/ip-lookup|
Proofpoint PDR|ip|prs.proofpoint.com|ipcheck.proofpoint.com support.proofpoint.com|proofpoint dynamic|https://ipcheck.proofpoint.com|
Sophos|ip||sophosxl.net|sophos||
Cyren|ip||cyren.com|cyren,commtouch||
Fortinet FortiGuard|both||fortiguard.com fortiguard.net|fortiguard|https://www.fortiguard.com/learnmore/iprep|
Symantec|ip||ipremoval.sms.symantec.com|symantec|https://ipremoval.sms.symantec.com|
Cisco Talos|ip||talosintelligence.com senderbase.org|senderbase,talos|https://talosintelligence.com/reputation_center|
Validity Sender Score|ip|bl.score.senderscore.com score.senderscore.com|senderscore.com senderscore.org senderscore.net|senderscore,sender score,return path|https://senderscore.org|
NiX Spam (Manitu)|ip|ix.dnsbl.manitu.net dnsbl.manitu.net|manitu.net|nixspam,nix spam,manitu|https://www.dnsbl.manitu.net|2025
Hostkarma|both|hostkarma.junkemailfilter.com black.junkemailfilter.com|junkemailfilter.com|hostkarma|https://ipadmin.junkemailfilter.com/remove.php|
Lashback UBL|ip|ubl.unsubscore.com|unsubscore.com|lashback|https://blacklist.lashback.com|
S5H|ip|all.s5h.net|s5h.net|s5h|https://www.usenix.org.uk/content/rbl.html|
0spam|ip|bl.0spam.org nbl.0spam.org rbl.0spam.org url.0spam.org|0spam.org|0spam|https://0spam.org|
Truncate (GBUdb)|ip|truncate.gbudb.net|gbudb.net|gbudb,truncate|https://www.gbudb.com/truncate/|
WPBL|ip|db.wpbl.info|wpbl.info|wpbl|https://www.wpbl.info|
JustSpam|ip|dnsbl.justspam.org|justspam.org|justspam|http://www.justspam.org/check-an-ip|
Interserver|ip|rbl.interserver.net rblspamassassin.interserver.net||interserver|https://rbl.interserver.net|
SpamEatingMonkey|both|bl.spameatingmonkey.net backscatter.spameatingmonkey.net fresh.spameatingmonkey.net uribl.spameatingmonkey.net netbl.spameatingmonkey.net|spameatingmonkey.net spameatingmonkey.com|spameatingmonkey,sem-black,sem-backscatter|https://spameatingmonkey.com/lookup|
Blocklist.de|ip|bl.blocklist.de|blocklist.de||https://www.blocklist.de/en/delist.html|
Nordspam|both|bl.nordspam.com dbl.nordspam.com|nordspam.com|nordspam|https://www.nordspam.com/delist/|
SpamRL (SolarWinds)|ip||spamrl.com|spamrl|https://spamrl.com|
GFI MailEssentials|ip|dnsbl.cobion.com|cobion.com|cobion||
Anonmails|ip|spam.dnsbl.anonmails.de|anonmails.de|anonmails|https://anonmails.de/dnsbl.php|
Woody|ip|blacklist.woody.ch|woody.ch|woody||
SwiNOG|ip|dnsrbl.swinog.ch uribl.swinog.ch||swinog|https://antispam.imp.ch|
imp.ch|ip|spamrbl.imp.ch wormrbl.imp.ch|||https://antispam.imp.ch|
INPS|ip|dnsbl.inps.de|inps.de|inps|https://dnsbl.inps.de|
KISA|ip|spamlist.or.kr|spamcop.or.kr|kisa||
RealtimeBlacklist.com|ip|rbl.realtimeblacklist.com|realtimeblacklist.com|realtimeblacklist||
RBL.JP|both|virus.rbl.jp short.rbl.jp all.rbl.jp|rbl.jp|||
Gweep|ip|dnsbl.gweep.ca relays.dnsbl.gweep.ca|gweep.ca|gweep||
Suomispam|ip|bl.suomispam.net|suomispam.net|suomispam|https://suomispam.net|
Anti-Spam.org.cn|ip|cbl.anti-spam.org.cn cdl.anti-spam.org.cn|anti-spam.org.cn|||
SPFBL|ip|dnsbl.spfbl.net|spfbl.net|spfbl|https://matrix.spfbl.net|
ZapBL|ip|dnsbl.zapbl.net|zapbl.net|zapbl|https://zapbl.net|
RFC-Clueless|domain|dsn.rfc-clueless.org fulldom.rfc-clueless.org|rfc-clueless.org rfc-ignorant.org|rfc-ignorant|https://rfc-clueless.org|
NJABL|ip|dnsbl.njabl.org combined.njabl.org|njabl.org|njabl||2013
AHBL|ip|dnsbl.ahbl.org|ahbl.org|ahbl||2015
DSBL|ip|list.dsbl.org unconfirmed.dsbl.org|dsbl.org|dsbl||2008
ORDB|ip|relays.ordb.org|ordb.org|ordb||2006
SpamCannibal|ip|bl.spamcannibal.org|spamcannibal.org|spamcannibal||2018
Five Ten|ip|blackholes.five-ten-sg.com|five-ten-sg.com|five-ten||
Country lists (nerd.dk)|ip|countries.nerd.dk|nerd.dk|||`

export const BLOCKLISTS: readonly Blocklist[] = ROWS.slice(1).split('\n').map((row) => {
  const [name = '', kind, zones = '', sites = '', words = '', ...rest] = row.split('|')
  const [delisting = '', closed = ''] = rest
  return {
    name,
    kind: kind as BlocklistKind,
    zones: listOf(zones, ' '),
    sites: listOf(sites, ' '),
    words: listOf(words, ','),
    ...(delisting === '' ? {} : { delisting }),
    ...(closed === '' ? {} : { closed: Number(closed) }),
  }
})

const BY_HOST = new Map(BLOCKLISTS.flatMap((list) =>
  [...list.zones, ...list.sites].map((host) => [host, list])))
const BY_WORDS = new Map(BLOCKLISTS.flatMap((list) => list.words.map((words) => [words, list])))

/** Labels of the longest zone. */
const LABELS_MAX = 5
const DOT = 0x2e
/** ASCII → 1 where it is part of a label or word; what stands between is a dot or anything else. */
const IS_PIECE = Uint8Array.from({ length: 128 }, (_, unit) =>
  /[a-z0-9_+-]/.test(String.fromCharCode(unit)) ? 1 : 0)
/** First two letters → 1 where a host or name begins so: most words do not. */
const BEGINNINGS = new Uint8Array(1 << 14)
for (const key of [...BY_HOST.keys(), ...BY_WORDS.keys()]) BEGINNINGS[beginningAt(key, 0)] = 1

/**
 * The block list that a text names: by the longest zone in a host name or URL, else by its site,
 * else by its name. One pass: each label begins at most LABELS_MAX look-ups, each word two.
 */
export function findBlocklist(text: string): { name: string; zone?: string } | undefined {
  const lower = text.toLowerCase()
  let host = ''
  let words = ''
  for (let at = 0, end = 0; at < lower.length; at = end) {
    end = pieceEnd(lower, at)
    if (end === at) {
      end++
      continue
    }
    if (BEGINNINGS[beginningAt(lower, at)] === 0) continue
    words = longerOf(words, wordsAt(lower, at, end))
    host = longerOf(host, hostAt(lower, at, end))
  }
  const list = BY_HOST.get(host) ?? BY_WORDS.get(words)
  if (list === undefined) return undefined
  return list.zones.includes(host) ? { name: list.name, zone: host } : { name: list.name }
}

function longerOf(a: string, b: string): string {
  return b.length > a.length ? b : a
}

/** The name of a list that begins here: two words or one. */
function wordsAt(lower: string, from: number, end: number): string {
  const word = lower.slice(from, end)
  const pairEnd = pieceEnd(lower, end + 1)
  const pair = pairEnd > end + 1 ? `${word} ${lower.slice(end + 1, pairEnd)}` : word
  return BY_WORDS.has(pair) ? pair : BY_WORDS.has(word) ? word : ''
}

/** The longest host of a list that begins here. */
function hostAt(lower: string, from: number, labelEnd: number): string {
  let found = ''
  let end = labelEnd
  for (let labels = 1; labels < LABELS_MAX && unitAhead(lower, end) === DOT; labels++) {
    const next = pieceEnd(lower, end + 1)
    if (next === end + 1) break
    end = next
    const host = lower.slice(from, end)
    if (BY_HOST.has(host)) found = host
  }
  return found
}

function pieceEnd(lower: string, from: number): number {
  const { length } = lower
  let at = from
  while (at < length && isPiece(unitAt(lower, at))) at++
  return at
}

function isPiece(unit: number): boolean {
  return unit < 0x80 && IS_PIECE[unit] === 1
}

function beginningAt(lower: string, at: number): number {
  const second = at + 1 < lower.length ? unitAt(lower, at + 1) : 0
  return (unitAt(lower, at) << 7) | (isPiece(second) ? second : 0)
}

function listOf(text: string, separator: string): string[] {
  return text === '' ? [] : text.split(separator)
}
