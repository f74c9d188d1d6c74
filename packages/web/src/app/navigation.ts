// The pages, in the order in which the menu, the keyboard and the search offer them.

import {
  IconAddressBook, IconAlertTriangle, IconBan, IconBook2, IconChartBar, IconHelpHexagon,
  IconHistory, IconInbox, IconKey, IconMailX, IconPlugConnected, IconScale, IconShieldCheck,
  IconUsers, IconWebhook, type Icon,
} from '@tabler/icons-react'

export type NavigationEntry = {
  readonly path: string
  readonly label: string
  /** What the page is for, in a few words; the search finds it by these too. */
  readonly about: string
  /** After G: goes there. */
  readonly key?: string
  readonly icon: Icon
  readonly section: 'look' | 'act' | 'set up'
}

export const NAVIGATION: readonly NavigationEntry[] = [
  {
    path: '/', label: 'Overview', key: 'o', icon: IconChartBar, section: 'look',
    about: 'Rates, faults, receivers, health',
  },
  {
    path: '/bounces', label: 'Bounces', key: 'b', icon: IconMailX, section: 'look',
    about: 'Every bounce and why it is judged so',
  },
  {
    path: '/addresses', label: 'Addresses', key: 'a', icon: IconAddressBook, section: 'look',
    about: 'The state and history of one address',
  },
  {
    path: '/suppressions', label: 'Suppressions', key: 's', icon: IconBan, section: 'look',
    about: 'Who gets no mail: add, lift, import, export',
  },
  {
    path: '/lookup', label: 'Lookup', key: 'l', icon: IconBook2, section: 'look',
    about: 'What a code, a reply or a bounce means',
  },
  {
    path: '/mailbox', label: 'Mailbox', key: 'm', icon: IconInbox, section: 'act',
    about: 'Mark messages for bouncing and process them',
  },
  {
    path: '/unmatched', label: 'Unmatched', key: 'u', icon: IconHelpHexagon, section: 'act',
    about: 'What nobody could read; write a rule',
  },
  {
    path: '/policy', label: 'Policy', key: 'p', icon: IconScale, section: 'act',
    about: 'When an address gets no more mail; simulate, undo',
  },
  {
    path: '/troubles', label: 'Troubles', key: 't', icon: IconAlertTriangle, section: 'act',
    about: 'Faults on the sending side and what to do',
  },
  {
    path: '/prevention', label: 'Prevention', key: 'v', icon: IconShieldCheck, section: 'act',
    about: 'Habits that keep mail from bouncing; check a domain, an address, a message',
  },
  {
    path: '/sources', label: 'Sources', icon: IconPlugConnected, section: 'set up',
    about: 'Where bounces come from: set up, test, health',
  },
  {
    path: '/webhooks', label: 'Webhooks', icon: IconWebhook, section: 'set up',
    about: 'Tell other systems what changes',
  },
  {
    path: '/keys', label: 'API keys', icon: IconKey, section: 'set up',
    about: 'Keys of sending systems',
  },
  {
    path: '/users', label: 'Users', icon: IconUsers, section: 'set up',
    about: 'Who may see and do what',
  },
  {
    path: '/audit', label: 'Audit', icon: IconHistory, section: 'set up',
    about: 'Every change, by whom',
  },
]
