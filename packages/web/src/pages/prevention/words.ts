// How the page names habits, grades and findings.

import type { Schema } from '../../api/client.ts'

export type Habit = Schema<'Habits'>['habits'][number]

export const HABIT_NAMES: Readonly<Record<Habit['habit'], readonly [name: string, about: string]>> = {
  'double-opt-in': ['Double opt-in', 'New addresses confirm before they get mail.'],
  'clean-list': ['Clean list', 'Addresses that went dead are let go.'],
  'typos': ['Typing mistakes', 'Mistyped addresses are noticed when they are typed.'],
  'authentication': ['Authentication', 'SPF, DKIM, DMARC and names of hosts are in order.'],
  'content': ['Content', 'Messages do not look like spam.'],
  'pacing': ['Time between mails', 'Receivers are not sent more than they take.'],
  'reputation': ['Reputation', 'Nobody complains, no block list names you.'],
  'consistency': ['Consistency', 'The volume does not jump.'],
}

export const GRADE_COLORS: Readonly<Record<Habit['grade'], string>> = {
  A: 'teal', B: 'lime', C: 'yellow', D: 'orange', F: 'red', unknown: 'gray',
}

export const SEVERITY_COLORS: Readonly<Record<string, string>> = {
  broken: 'red', weak: 'orange', unknown: 'gray', note: 'blue', good: 'teal',
}

export const SEVERITY_WORDS: Readonly<Record<string, string>> = {
  broken: 'Broken', weak: 'Weak', unknown: 'Unknown', note: 'Note', good: 'Good',
}

/** What is found against an address. */
export const REASON_WORDS: Readonly<Record<string, string>> = {
  'syntax': 'It is no address', 'domain-unknown': 'There is no such domain',
  'domain-no-mail': 'The domain takes no mail', 'mailbox-unknown': 'Its server knows no such mailbox',
  'suppressed': 'It is suppressed here',
  'held': 'Mail to it is held back for now', 'duplicate': 'It repeats another',
  'typo': 'The domain looks mistyped', 'disposable': 'It is a throw-away address',
  'mail-host-missing': 'The domain\'s mail hosts have no address',
  'inactive': 'It was long inactive', 'unconfirmed': 'It was never confirmed',
  'role': 'It belongs to a task, not to a person', 'unusual': 'It is allowed, but often refused',
  'dns-unknown': 'The DNS did not answer', 'catch-all': 'The domain takes any name',
}

export const STATUS_COLORS: Readonly<Record<string, string>> =
  { good: 'teal', risky: 'orange', unknown: 'gray', bad: 'red' }
