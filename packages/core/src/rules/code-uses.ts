// What receivers use a code for, whatever the standards say: from their documentation and replies.

import type { Reason } from './types.ts'

export type CodeUse = {
  readonly reason: Reason
  /** Replies with this code and reason among those collected, where they were counted. */
  readonly seen?: number
  /** Ids of receivers (receivers.ts) that document or send it; empty where only replies tell. */
  readonly receivers: readonly string[]
}

// code, and for reply codes the number of collected replies | reason, times seen : receivers | …
const REPLY_CODE_ROWS = `
220 1|server-busy 1:
250 2|delivered 2:
421 76|rate-limited 15:google,yahoo,outlook,comcast,netease,apple,microsoft,unitedinternet|server-busy 12:google,barracuda,messagelabs,outlook,yahoo|auth-failure 6:google|reverse-dns 3:google,comcast|network-error 3:yandex|expired 2:|ip-reputation:yahoo,netease,cloudmark,google,unitedinternet|mailbox-busy:proofpoint,apple|domain-reputation:google|tls-required:google|spam-content:google|server-error:google|policy:google|recipient-refused:mimecast|mailbox-unknown:proofpoint|greylisted:yahoo
422 6|mailbox-full 5:|server-error 1:barracuda
450 35|mailbox-busy 7:google,comcast,proofpoint,yahoo,yandex|rate-limited 4:messagelabs,google,netease,outlook|mailbox-full 4:|reverse-dns 3:|mailbox-unknown 3:|greylisted 2:zerospam|sender-rejected:infomaniak,netease|ip-reputation:netease,unitedinternet|protocol-error:netease|policy:barracuda|server-busy:improvmx|too-many-recipients:netease|ip-blocklisted:netease
451 96|server-error 14:outlook,barracuda,google,microsoft,mimecast,yahoo|server-busy 8:mimecast,google,apple,microsoft,netease,unitedinternet,yahoo,yandex|ip-reputation 4:outlook,yahoo|network-error 3:google|rate-limited 2:netease,mailru,outlook|relay-denied 2:mimecast|greylisted:barracuda,mimecast,netease,yandex|protocol-error:mimecast,google,netease|auth-failure:google|mailbox-busy:mimecast|ip-blocklisted:mimecast|domain-no-mail:mimecast|unknown:mimecast|mailbox-unknown:mimecast|sender-rejected:yahoo
452 25|mailbox-full 6:google,comcast|too-many-recipients 4:google,mimecast|system-full 4:outlook|rate-limited 2:comcast,rambler|mailbox-busy 2:comcast|dns-failure 1:yahoo|policy:zoho|server-error:zoho
454 7|smtp-auth-required 2:google|ip-blocklisted 1:|tls-required:google|protocol-error:google
500 6|protocol-error 1:|tls-required 1:|content-rejected 1:|server-error 1:|ip-reputation 1:|relay-denied 1:
501 25|sender-rejected 6:orange|protocol-error 3:google,yahoo|address-syntax 3:outlook,tencent|mailbox-unknown 3:mimecast|reverse-dns 2:google|relay-denied 1:|smtp-auth-required:google
502 2|protocol-error:google
503 13|protocol-error 4:google|smtp-auth-required 1:google|mailbox-unknown 1:mimecast
504 3|protocol-error 1:|smtp-auth-required:google
521 4|ip-blocklisted 3:|domain-no-mail 1:
523 1|protocol-error 1:
525 5|mailbox-disabled 4:|protocol-error:google
530 5|smtp-auth-required 1:google|tls-required 1:google|relay-denied 1:
534 2|smtp-auth-required:google
535 9|smtp-auth-required 4:google,mimecast|protocol-error:google
538 1|tls-required 1:
540 3|mailbox-disabled 2:rambler|mailbox-unknown 1:
541 1|policy 1:zoho
542 1|mailbox-unknown 1:
550 727|mailbox-unknown 212:proofpoint,outlook,att,barracuda,comcast,google,tencent,unitedinternet,apple,messagelabs,orange,hey,mailru,microsoft,mimecast,netease,rackspace,tonline,yandex,zoho|ip-blocklisted 53:apple,barracuda,microsoft,outlook,unitedinternet|auth-failure 49:google,mimecast,comcast,unitedinternet,apple,barracuda,fireeye,hostpoint,infomaniak,netease,outlook,proofpoint,tencent,zoho|ip-reputation 35:outlook,proofpoint,google,barracuda,cloudmark,orange,mailru,microsoft,mimecast|mailbox-disabled 30:google,mailru,netease,free|spam-content 29:google,mailru,outlook,tencent,orange,free,improvmx,proton|policy:unitedinternet,apple,google,yandex,mimecast|reverse-dns:google,att,netease,unitedinternet|recipient-refused:mimecast,tencent,trendmicro|rate-limited:google,mimecast,tencent|relay-denied:google,proofpoint,yahoo|sender-rejected:proofpoint,netease,unitedinternet|domain-reputation:google,microsoft,outlook|mailbox-full:free,google,unitedinternet|mailbox-busy:google,comcast|not-rfc-compliant:google|expired:mimecast|smtp-auth-required:mimecast|unknown:barracuda|virus:free|tls-required:google|too-many-recipients:google|server-error:mimecast|protocol-error:unitedinternet
551 15|server-error 3:improvmx,yandex|mailbox-moved 2:|policy 1:|reverse-dns 1:|ip-blocklisted 1:|relay-denied 1:|domain-reputation:improvmx|routing-error:improvmx|domain-unknown:improvmx
552 70|mailbox-full 26:google,apple,comcast,orange,free,unitedinternet,yandex|too-large 17:google,netease|content-rejected 6:google,netease|spam-content 3:|virus 2:zoho|not-rfc-compliant 2:|mailbox-unknown:yahoo|policy:zoho
553 57|ip-blocklisted 10:yahoo,att|mailbox-unknown 9:google|relay-denied 7:netease,messagelabs,zoho|spam-content 6:messagelabs|domain-unknown 3:google|sender-rejected 3:netease|tls-required:mimecast|ip-reputation:yahoo|not-rfc-compliant:google|address-syntax:google
554 178|ip-blocklisted 30:comcast,barracuda,netease,unitedinternet|spam-content 23:yandex,netease,rambler,zoho|ip-reputation 19:comcast,cloudmark,netease,tonline,proofpoint|mailbox-unknown 18:yahoo,trendmicro,zerospam|policy 11:apple,mimecast,yahoo,zoho|not-rfc-compliant 8:google,yahoo|auth-failure:apple,yahoo|reverse-dns:comcast,unitedinternet|routing-error:google,mimecast|mailbox-disabled:yahoo|sender-rejected:netease|mailbox-busy:outlook|recipient-refused:trendmicro|unknown:yahoo|relay-denied:apple|domain-reputation:barracuda|content-rejected:barracuda|mailbox-full:free|network-error:google|protocol-error:google|tls-required:mimecast|too-large:mimecast|rate-limited:netease|domain-unknown:trendmicro
555 1|protocol-error:google
556 1|domain-no-mail 1:
559 2|network-error 1:|ip-reputation 1:
570 3|policy 1:|smtp-auth-required 1:|spam-content 1:
571 4|reverse-dns 2:|spam-content 1:|auth-failure 1:
591 1|ip-blocklisted 1:`

const ENHANCED_CODE_ROWS = `
4.0.0|server-busy:yahoo|ip-reputation:orange|mailbox-busy:yahoo|dns-failure:yahoo
4.1.1|mailbox-busy:proofpoint,comcast|mailbox-full:comcast|mailbox-unknown:proofpoint
4.1.8|sender-rejected:infomaniak
4.2.0|mailbox-busy:comcast|greylisted:zerospam
4.2.1|mailbox-busy:google,yandex|rate-limited:google|server-busy:improvmx
4.2.2|mailbox-full:google
4.3.0|server-busy:google|server-error:google
4.3.1|system-full:microsoft,outlook|server-error:zoho
4.3.2|server-busy:microsoft,outlook|server-error:outlook,yahoo|mailbox-busy:microsoft|rate-limited:microsoft
4.4.0|server-error:outlook
4.4.1|network-error:microsoft
4.4.2|network-error:google,microsoft,yandex
4.4.3|server-error:barracuda|server-busy:microsoft
4.4.4|domain-no-mail:microsoft
4.4.5|server-busy:google
4.4.7|expired:microsoft|delayed:microsoft
4.4.8|tls-required:microsoft
4.4.24|server-error:microsoft
4.4.25|server-error:microsoft
4.4.28|server-error:microsoft
4.5.0|protocol-error:google
4.5.3|too-many-recipients:google,microsoft|rate-limited:rambler
4.7.0|rate-limited:yahoo,google,apple|server-error:google,microsoft,outlook|ip-reputation:yahoo,google|server-busy:google,microsoft|domain-reputation:google|smtp-auth-required:google|spam-content:google|policy:google|tls-required:google|reverse-dns:google
4.7.1|greylisted:barracuda,yandex|server-busy:apple,yandex|mailbox-busy:apple|policy:barracuda|ip-reputation:yahoo
4.7.3|rate-limited:outlook
4.7.5|tls-required:microsoft
4.7.23|reverse-dns:google
4.7.24|auth-failure:google
4.7.26|auth-failure:google,microsoft
4.7.27|auth-failure:google
4.7.28|rate-limited:google
4.7.29|tls-required:google
4.7.30|auth-failure:google
4.7.32|auth-failure:google
5.0.0|relay-denied:proofpoint,yahoo|spam-content:free|auth-failure:hostpoint|reverse-dns:microsoft|protocol-error:yahoo
5.1.0|sender-rejected:orange,microsoft
5.1.1|mailbox-unknown:proofpoint,comcast,google,microsoft,apple,barracuda,messagelabs,orange,hey,rackspace,yahoo,zoho|mailbox-full:comcast,orange|address-syntax:microsoft|policy:zoho|relay-denied:zoho
5.1.2|address-syntax:google,microsoft|domain-unknown:google
5.1.3|mailbox-unknown:google,microsoft|address-syntax:outlook
5.1.4|mailbox-unknown:microsoft
5.1.6|address-syntax:microsoft
5.1.7|sender-rejected:microsoft|not-rfc-compliant:google
5.1.8|sender-rejected:proofpoint,microsoft
5.1.10|mailbox-unknown:microsoft
5.1.90|rate-limited:microsoft
5.2.0|auth-failure:comcast|mailbox-busy:comcast|spam-content:orange
5.2.1|mailbox-disabled:google,free,microsoft|mailbox-unknown:att|mailbox-busy:google|spam-content:microsoft
5.2.2|mailbox-full:free,google,apple,microsoft,yandex|rate-limited:microsoft
5.2.3|too-large:google,microsoft|policy:zoho
5.2.4|server-error:microsoft
5.2.14|server-error:microsoft
5.3.0|ip-blocklisted:att|unknown:microsoft|server-error:yandex
5.3.2|server-error:microsoft
5.3.3|protocol-error:microsoft
5.3.4|too-large:google,microsoft
5.3.5|server-error:microsoft
5.4.1|mailbox-unknown:microsoft,outlook|relay-denied:microsoft|policy:zoho
5.4.4|dns-failure:microsoft|domain-unknown:microsoft
5.4.5|rate-limited:google
5.4.6|routing-error:microsoft,google
5.4.8|tls-required:microsoft
5.4.11|routing-error:microsoft
5.4.14|network-error:microsoft
5.5.0|mailbox-unknown:outlook,unitedinternet,microsoft
5.5.1|protocol-error:google|tls-required:google|smtp-auth-required:google
5.5.2|protocol-error:google,microsoft|smtp-auth-required:google|sender-rejected:proofpoint
5.5.3|too-many-recipients:google,microsoft
5.5.4|reverse-dns:google,microsoft|protocol-error:google|mailbox-unknown:yahoo
5.5.6|content-rejected:microsoft
5.6.0|network-error:google|not-rfc-compliant:google
5.6.11|not-rfc-compliant:microsoft
5.7.0|content-rejected:google|smtp-auth-required:google|ip-reputation:proofpoint|tls-required:google|relay-denied:google|policy:google|protocol-error:google|auth-failure:proofpoint
5.7.1|spam-content:google,yandex,messagelabs,improvmx,proton,rambler,zoho|ip-reputation:proofpoint,google,outlook,cloudmark,microsoft|auth-failure:google,apple,infomaniak,zoho|domain-reputation:google,improvmx,microsoft,outlook|relay-denied:apple,messagelabs,google,microsoft|mailbox-unknown:proofpoint,trendmicro,yandex,zerospam|policy:apple,yandex,google|ip-blocklisted:yahoo,microsoft,apple|smtp-auth-required:google,microsoft|reverse-dns:att,google|domain-unknown:improvmx,trendmicro|not-rfc-compliant:google|rate-limited:google|recipient-refused:trendmicro|server-error:improvmx|mailbox-disabled:rambler|mailbox-full:google|routing-error:improvmx|recipient-restricted:microsoft|virus:zoho
5.7.2|ip-reputation:yahoo|relay-denied:proofpoint
5.7.3|smtp-auth-required:microsoft
5.7.4|smtp-auth-required:google
5.7.5|tls-required:microsoft|auth-failure:yahoo
5.7.8|smtp-auth-required:google
5.7.9|smtp-auth-required:google|policy:yahoo
5.7.10|protocol-error:google
5.7.11|protocol-error:google
5.7.12|recipient-restricted:microsoft
5.7.13|recipient-restricted:microsoft
5.7.14|smtp-auth-required:google
5.7.23|auth-failure:microsoft
5.7.24|auth-failure:google
5.7.25|reverse-dns:google,microsoft
5.7.26|auth-failure:google,fireeye
5.7.27|auth-failure:google
5.7.28|ip-reputation:google
5.7.29|tls-required:google
5.7.30|auth-failure:google
5.7.51|tls-required:microsoft
5.7.57|smtp-auth-required:microsoft
5.7.64|relay-denied:microsoft`

// The registry's own pairing: subject.detail, reply codes.
const PAIRS = `
1.1 451,550
1.3 501
1.5 250
1.8 451,501
1.10 556
2.2 552
2.3 552
2.4 450,452
3.0 221,250,421,451,550,554
3.1 452
3.2 453,521
3.4 552,554
3.6 250,251
4.1 451
4.2 421
4.3 451,550
4.5 451
5.0 220,250,251,252,253,451,452,454,458,459,501,502,503,554
5.1 430,500,501,503,530,550,554,555
5.2 500,501,502,550,555
5.3 451
5.4 451,501,502,503,504,550,555
5.6 500
6.3 554
6.4 250
6.6 554
6.7 553,550
6.8 252,553,550
6.9 550
7.0 220,235,450,454,500,501,503,504,530,535,550
7.1 451,454,502,503,533,550,551
7.2 550
7.4 504
7.8 535,554
7.9 534
7.10 523
7.11 524,538
7.12 422,432
7.13 525
7.14 535,554
7.15 450,550,5XX
7.16 552,5XX
7.17 5XX
7.18 5XX
7.19 5XX
7.20 550
7.21 550
7.22 550
7.23 550
7.24 451,550
7.25 550
7.26 550
7.27 550
7.29 550
7.30 550`

export type CodeUses = {
  /** Collected replies with the code, of which `seen` counts a part. */
  readonly collected?: number
  /** The commonest first. */
  readonly uses: readonly CodeUse[]
}

const NONE: CodeUses = { uses: [] }

const USES: ReadonlyMap<string, CodeUses> = new Map(
  [...lines(REPLY_CODE_ROWS), ...lines(ENHANCED_CODE_ROWS)].map(readRow),
)

/** `550` or `5.1.1` → what it is used for. */
export function codeUses(code: string): CodeUses {
  return USES.get(code) ?? NONE
}

const PAIRED: ReadonlyMap<string, readonly number[]> = new Map(lines(PAIRS).map((row) => {
  const [code = '', replyCodes = ''] = row.split(' ')
  return [code, replyCodes.split(',').map(Number)]
}))

/** The reply codes that the registry pairs with an enhanced code. */
export function pairedReplyCodes(subject: number, detail: number): readonly number[] {
  return PAIRED.get(`${subject}.${detail}`) ?? []
}

function readRow(row: string): [string, CodeUses] {
  const [head = '', ...rest] = row.split('|')
  const [code = '', collected] = head.split(' ')
  const uses = rest.map((part): CodeUse => {
    const [what = '', receivers = ''] = part.split(':')
    const [reason, seen] = what.split(' ')
    return {
      reason: reason as Reason,
      ...(seen === undefined ? {} : { seen: Number(seen) }),
      receivers: receivers === '' ? [] : receivers.split(','),
    }
  })
  return [code, { ...(collected === undefined ? {} : { collected: Number(collected) }), uses }]
}

/** The rows of a table, without the line break it starts with. */
function lines(table: string): string[] {
  return table.slice(1).split('\n')
}
