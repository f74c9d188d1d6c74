// Replies that refuse, with enhanced codes (RFC 3463). Trouble of our own is always 4xx.

/** What smtp-server makes a reply of. */
export class SmtpRefusal extends Error {
  readonly responseCode: number

  /** The text begins with the enhanced code. */
  constructor(replyCode: number, text: string) {
    super(text)
    this.responseCode = replyCode
  }
}

/** One reply for every reason: nobody learns which tokens exist (T6). */
export const noSuchMailbox = (): SmtpRefusal => new SmtpRefusal(550, '5.1.1 No such mailbox here')

export const parameterNotKnown = (name: string): SmtpRefusal =>
  new SmtpRefusal(555, `5.5.4 ${name.replace(/[^\w-]/g, '?').slice(0, 20)} is not offered here`)

export const tooManyFromHere = (): SmtpRefusal =>
  new SmtpRefusal(421, '4.7.0 Too many connections from your network, come again later')

export const tooManyRecipients = (): SmtpRefusal =>
  new SmtpRefusal(452, '4.5.3 Too many recipients')

export const tooLarge = (bytesMax: number): SmtpRefusal =>
  new SmtpRefusal(552, `5.3.4 Message exceeds ${bytesMax} bytes`)

export const noRoom = (): SmtpRefusal =>
  new SmtpRefusal(452, '4.3.1 No room to keep it, come again later')

const localTrouble = (): SmtpRefusal =>
  new SmtpRefusal(451, '4.3.0 Cannot keep it just now, come again later')

/** What to tell a peer whose message could not be stored. */
export function refusalOf(error: unknown): SmtpRefusal {
  const { code, errcode } = error as { code?: unknown; errcode?: unknown }
  return code === 'store-full' || code === 'ENOSPC' || code === 'EDQUOT' || errcode === SQLITE_FULL
    ? noRoom() : localTrouble()
}

const SQLITE_FULL = 13
