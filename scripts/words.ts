// Words that names and comments do without (the naming guide's tables).

/** Words that say nothing about the thing they name, or are short for one that does. */
export const BANNED_WORDS: ReadonlySet<string> = new Set([
  'util', 'utils', 'helper', 'helpers', 'common', 'misc', 'handler', 'processor', 'stuff',
  'ndr', 'ndn', 'blacklist', 'whitelist', 'msg', 'cfg', 'ctx', 'tmp', 'idx', 'buf', 'cb',
  'rcpt',
])

/** Verbs that do not say what is done. */
export const BANNED_VERBS: ReadonlySet<string> = new Set(['handle', 'process', 'manage', 'do'])

/** Whole names, in lower case, for which the field has a better word. */
export const BANNED_NAMES: ReadonlyMap<string, string> = new Map([
  ['statuscode', '`enhancedCode` or `replyCode`'],
  ['errorcode', '`replyCode`'],
  ['responsecode', '`replyCode`'],
  ['smtpstatus', '`replyCode`'],
  ['extendedcode', '`enhancedCode`'],
  ['bouncedemail', '`finalRecipient`'],
  ['diag', '`diagnosticCode`'],
  ['spamreport', '`complaint` or a feedback report'],
  ['blocked', '`suppressed`'],
  ['notsuppressed', '`suppressed`'],
  ['err', '`error`'],
  ['str', '`text`'],
  ['arr', 'what it holds'],
  ['obj', 'what it is'],
  ['val', '`value`'],
  ['num', 'what it counts'],
  ['fn', 'what it does'],
])

/** Phrases (regular expressions between word boundaries) and what to write in their place. */
export const LONG_WINDED: readonly (readonly [string, string])[] = [
  ['in order to', '"to"'],
  ['due to the fact that', '"because"'],
  ['please note', 'the note itself'],
  ['note that', 'the note itself'],
  ['it should be noted', 'the note itself'],
  ['at this point in time', '"now"'],
  ['a number of', '"some", or the number'],
  ['is able to', '"can"'],
  ['are able to', '"can"'],
  ['makes? use of', '"uses"'],
  ['utili[sz]e[sd]?', '"use"'],
  ['basically', 'nothing'],
  ['simply', 'nothing'],
  ['obviously', 'nothing'],
  ['of course', 'nothing'],
  ['as well as', '"and"'],
  ['in the case that', '"if"'],
  ['for the purpose of', '"for"'],
  ['leverages?', '"use"'],
  ['this (?:function|method|file|module|class) (?:is|will|does)', 'what it does, without the subject'],
]
