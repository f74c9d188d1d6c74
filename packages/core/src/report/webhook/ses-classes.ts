// The bounce classes of Amazon SES, which Resend and useSend pass on as they are:
// docs.aws.amazon.com/ses/latest/dg/notification-contents.html#bounce-types.

/** bounceType/bounceSubType → the code it stands for where no reply came with it. */
export const SES_CLASS_CODES: Readonly<Record<string, string>> = {
  'Permanent/General': '5.0.0',
  'Permanent/NoEmail': '5.0.0',
  'Transient/General': '4.0.0',
  'Transient/MailboxFull': '4.2.2',
  'Transient/MessageTooLarge': '4.3.4',
  'Transient/ContentRejected': '4.6.0',
  'Transient/AttachmentRejected': '4.6.1',
}

/** bounceType → what it claims of the address; Undetermined claims nothing. */
export const SES_HARD: Readonly<Record<string, boolean>> = { Permanent: true, Transient: false }

/** delayType → code. */
export const SES_DELAY_CODES: Readonly<Record<string, string>> = {
  MailboxFull: '4.2.2',
  SpamDetected: '4.7.1',
  RecipientServerError: '4.3.0',
  IPFailure: '4.7.1',
  InternalFailure: '4.3.0',
  TransientCommunicationFailure: '4.4.2',
  BYOIPHostNameLookupUnavailable: '4.4.3',
}

/** bounceSubType or complaintSubType of what SES did not send, since it knew the address. */
export const SES_ECHOES: ReadonlySet<string> = new Set(['OnAccountSuppressionList', 'Suppressed'])
