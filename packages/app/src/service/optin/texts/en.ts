// English.

import type { LanguageTexts } from '../types.ts'

export const en: LanguageTexts = {
  mail: {
    subject: 'Please confirm: {list}',
    asked: 'Somebody, most likely you, asked for mail from {list} to be sent to {address}.',
    press: 'To confirm that this address is yours, open this page and press the button:',
    button: 'Open the page',
    until: 'The link works until {time}.',
    ignore: 'If it was not you, do nothing. You will get no more mail.',
  },
  page: {
    confirmTitle: 'Do you want this mail?',
    confirmText: 'Mail from {list} will be sent to {address}.',
    confirmButton: 'Yes, confirm',
    doneTitle: 'Confirmed',
    doneText: 'Thank you. Mail from {list} will be sent to {address}.',
    expiredTitle: 'This link has expired',
    expiredText: 'We can send you a new one.',
    againButton: 'Send it again',
    againTitle: 'Look into your mailbox',
    againText: 'If you had no mail from us within the last minutes, a new one is on its way.',
    wrongTitle: 'This link does not work',
    wrongText: 'It may be incomplete: copy it from the mail as a whole. Or sign up once more.',
    askedTitle: 'One more step: look into your mailbox',
    askedText: 'Press the button behind the link in the mail that we send you. If none comes, ' +
      'look among the spam, or check the address that you typed.',
    closedTitle: 'One cannot sign up here',
    closedText: 'Go back to the page that you came from, and try again there.',
    busyTitle: 'That was often',
    busyText: 'Please try again later.',
    fixTitle: 'Our mail does not reach you',
    fixText: 'Mail from {list} to {address} came back: {why}',
    fixLabel: 'Your right address',
    fixButton: 'Send me a mail to confirm it',
    fixInvalid: 'This is no complete mail address.',
    fixSame: 'This is the address that our mail does not reach.',
    fixMeant: 'Did you mean {address}?',
    fixUse: 'Yes, take {address}',
    fixKeep: 'No, {address} is right',
    fixDoneTitle: 'Look into your mailbox',
    fixDoneText: 'We send a mail to the address that you typed. Nothing changes until you press ' +
      'the button behind the link in it.',
    why: {
      unknown: 'there is no such mailbox. Perhaps there is a slip of the fingers in it.',
      closed: 'the mailbox was closed or has moved.',
      domain: 'the part after the @ does not exist or takes no mail. Perhaps it is mistyped.',
      full: 'the mailbox is full.',
      refused: 'the mail server there refused it.',
      other: 'it could not be delivered.',
    },
  },
}
