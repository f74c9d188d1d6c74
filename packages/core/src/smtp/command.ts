// Which SMTP command was refused, from the words reporters put around a reply:
// `(in reply to RCPT TO command)`, `after end of data`, `>>> MAIL From:`, `[RCPT_TO]`.

/** The step of the SMTP dialog that was refused (RFC 5321 §4.1.1). */
export type SmtpCommand =
  | 'CONNECT' | 'EHLO' | 'STARTTLS' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'QUIT'

/** Words after one of the leads below, lower case, and the command they name; longer ones first. */
const COMMANDS: readonly (readonly [string, SmtpCommand])[] = [
  ['rcpt', 'RCPT'], ['recipient', 'RCPT'],
  ['mail', 'MAIL'], ['sender', 'MAIL'],
  ['send from', 'MAIL'],
  ['end of data', 'DATA'], ['end_of_data', 'DATA'], ['final d', 'DATA'],
  ['sending end of', 'DATA'], ['sending data', 'DATA'], ['data', 'DATA'], ['bdat', 'DATA'],
  ['message body', 'DATA'], ['pipelined end of data', 'DATA'], ['eom', 'DATA'], ['.', 'DATA'],
  ['pipelined rcpt', 'RCPT'], ['pipelined mail', 'MAIL'], ['pipelined data', 'DATA'],
  ['helo', 'EHLO'], ['ehlo', 'EHLO'], ['lhlo', 'EHLO'],
  ['initial connection', 'CONNECT'], ['initial server greeting', 'CONNECT'], ['conn', 'CONNECT'],
  ['greeting', 'CONNECT'], ['banner', 'CONNECT'],
  ['starttls', 'STARTTLS'], ['tls', 'STARTTLS'], ['auth', 'AUTH'], ['quit', 'QUIT'],
]

const COMMANDS_BY_LETTER: ReadonlyMap<string, typeof COMMANDS> = new Map(
  COMMANDS.map(([{ 0: letter = '' }]) =>
    [letter, COMMANDS.filter(([word]) => word.startsWith(letter))]))

/** What may stand between a lead and the command. */
const ARTICLES = ['the ', 'our ', 'my ', 'your ', '"', "'"]
const ARTICLES_MAX = 3

/** What stands right before the command. */
const LEADS: readonly string[] = [
  'in reply to ', 'in response to ', 'remote mail server after ', 'remote mailer after ',
  'remote server after ', 'error after ', 'timeout after ', 'response to ', 'did not like our ',
  'rejected our ', 'while sending ', 'while receiving ', 'while performing ', 'most progress was ',
]

/** Whole phrases of qmail and its kin, Yahoo and Courier. */
const PHRASES: readonly (readonly [string, SmtpCommand])[] = [
  ['does not like recipient', 'RCPT'], ['but sender was rejected', 'MAIL'],
  ['but my name was rejected', 'EHLO'], ['but greeting failed', 'CONNECT'],
  ['failed on data command', 'DATA'], ['failed after i sent the message', 'DATA'],
  [' for rcpt to:', 'RCPT'], ['server rejected mail from', 'MAIL'],
  ['[rcpt_to]', 'RCPT'], ['[mail_from]', 'MAIL'], ['[data]', 'DATA'], ['[end_of_data]', 'DATA'],
  ['[helo]', 'EHLO'], ['[ehlo]', 'EHLO'], ['[connect]', 'CONNECT'], ['[banner]', 'CONNECT'],
]

/** What every phrase above has in it: most texts have none of these and need no closer look. */
const CUE = /(?:server|mailer|error|timeout) after |in re(?:ply|sponse) |response to |(?:like|rejected) our |while [srp]|progress|like rec|but [smg]|data command|after i|rcpt|rejected mail|>>> |\[[a-z_]{4,11}\]/i
/** The leads, and what the phrases have in them, in lower case. */
const ANY_LEAD = /in re(?:ply|sponse) to |remote (?:mail server|mailer|server) after |(?:error|timeout) after |response to |(?:did not like|rejected) our |while (?:send|receiv|perform)ing |most progress was /g
const PHRASE_CUE = /like rec|but |data command|after i|rcpt|rejected mail|\[[a-z_]{4,11}\]/

/**
 * The command that was refused; the last one named wins in a transcript, the first one in prose.
 */
export function readCommand(text: string): SmtpCommand | undefined {
  if (!CUE.test(text)) return undefined
  const lower = text.toLowerCase()
  return fromLead(lower) ?? fromPhrase(lower) ?? fromTranscript(lower)
}

/** The command that a caller names, in whatever form: `RCPT TO`, `helo`, `conn`. */
export function commandNamed(name: string): SmtpCommand | undefined {
  return commandAt(name.toLowerCase(), 0)
}

function fromLead(lower: string): SmtpCommand | undefined {
  ANY_LEAD.lastIndex = 0
  if (!ANY_LEAD.test(lower)) return undefined
  const { lastIndex } = ANY_LEAD
  if (!ANY_LEAD.test(lower)) return commandAt(lower, lastIndex)
  // Of several leads, the first of the list counts.
  for (const lead of LEADS) {
    const at = lower.indexOf(lead)
    if (at < 0) continue
    const command = commandAt(lower, at + lead.length)
    if (command !== undefined) return command
  }
  return undefined
}

function commandAt(lower: string, from: number): SmtpCommand | undefined {
  let at = from
  for (let i = 0; i < ARTICLES_MAX; i++) {
    const article = ARTICLES.find((word) => lower.startsWith(word, at))
    if (article === undefined) break
    at += article.length
  }
  const commands = COMMANDS_BY_LETTER.get(lower.charAt(at)) ?? []
  for (const [word, command] of commands) if (lower.startsWith(word, at)) return command
  return undefined
}

function fromPhrase(lower: string): SmtpCommand | undefined {
  if (!PHRASE_CUE.test(lower)) return undefined
  for (const [phrase, command] of PHRASES) if (lower.includes(phrase)) return command
  return undefined
}

// A transcript quotes each command (`>>> RCPT To:<…>`) before the reply (`<<< 550 …`) to it. Where
// Sendmail pipelines, a recipient's refusal stands under the DATA that was sent ahead; then DATA
// has a reply of its own as well: 354, or that there is no recipient left.
function fromTranscript(lower: string): SmtpCommand | undefined {
  let at = lower.indexOf('>>> ')
  while (at >= 0) {
    const next = lower.indexOf('>>> ', at + 4)
    const exchange = lower.slice(at + 4, next < 0 ? undefined : next)
    if (next < 0 || /<<< [45]\d\d/.test(exchange)) {
      const command = commandAt(exchange, 0)
      return command === 'DATA' && DATA_ANSWERED.test(exchange) ? 'RCPT' : command
    }
    at = next
  }
  return undefined
}

const DATA_ANSWERED = /<<< (?:354|50[13] |55[04] (?:5\.\d\.\d )?(?:error: )?(?:no valid|no recip|need rcpt))/
