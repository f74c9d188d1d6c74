// The page Mailbox: look through mail, mark messages for bouncing, process them.

import { Alert, Button, Group, Select, Skeleton, Tabs } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useSearchWords, type SearchWords } from '../../app/search.ts'
import { useMay } from '../../app/session.ts'
import { ActionButton } from '../../parts/action-button.tsx'
import { EmptyNotice } from '../../parts/empty-notice.tsx'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { knownWord } from '../../parts/known-word.ts'
import { latePart } from '../../parts/late-part.tsx'
import { formatNumber } from '../../parts/numbers.ts'
import { PageFrame } from '../../parts/page-frame.tsx'
import { SafeText } from '../../parts/safe-text.tsx'
import { TabList } from '../../parts/tab-list.tsx'
import { Folders } from './folders.tsx'
import classes from './mailbox.module.css'
import { Messages } from './messages.tsx'
import { mailboxesQuery, type Mailbox } from './queries.ts'

const Connect = latePart(async () => (await import('./connect.tsx')).Connect)
const Plan = latePart(async () => (await import('./plan.tsx')).Plan)
const Log = latePart(async () => (await import('./log.tsx')).Log)
const Rules = latePart(async () => (await import('./rules.tsx')).Rules)
const Why = latePart(async () => (await import('./why.tsx')).Why)

const ABOUT = 'Mark messages for bouncing (B) and process them: an honest “not accepted” goes back ' +
  'to senders who are proven to have sent the message, and to nobody else.'

/** What belongs to one folder only. */
const FRESH: SearchWords = { message: undefined, find: undefined, marked: undefined }

export function Page() {
  const [words, change] = useSearchWords()
  const { data, error } = useQuery(mailboxesQuery)
  const isAdmin = useMay('admin')
  const mailbox = data?.rows.find(({ id }) => id === words['box']) ?? data?.rows[0]
  const isConnecting = words['view'] === 'connect'
  return (
    <PageFrame
      title="Mailbox" about={ABOUT}
      actions={mailbox === undefined || isConnecting ? undefined : (
        <ActionButton
          variant="default" leftSection={<IconPlus size={16} />}
          why={isAdmin ? undefined : 'Only an admin may connect a mailbox.'}
          onClick={() => change({ view: 'connect' })}
        >
          Connect another
        </ActionButton>
      )}
    >
      {error === null ? null : <ErrorNotice error={error} />}
      {data === undefined && error === null ? <Skeleton h={400} /> : null}
      {isConnecting ? (
        <Connect onDone={({ id }) => change({ box: id, view: undefined, folder: undefined })} />
      ) : data !== undefined && (mailbox === undefined
        ? <None mayConnect={isAdmin} onConnect={() => change({ view: 'connect' })} />
        : <Open mailbox={mailbox} all={data.rows} />)}
    </PageFrame>
  )
}

/** Where a Maildir lies is nobody's business but the operator's. */
function labelOf({ name, kind, place }: Mailbox): string {
  return `${name} (${kind === 'imap' ? place : 'Maildir'})`
}

function None({ mayConnect, onConnect }: {
  readonly mayConnect: boolean; readonly onConnect: () => void
}) {
  return (
    <>
      <EmptyNotice
        title="No mailbox is connected"
        {...mayConnect ? { action: <Button onClick={onConnect}>Connect a mailbox</Button> } : {}}
      >
        Connect an IMAP account or a Maildir to look through its messages and return those that you
        do not accept. {mayConnect ? '' : 'An admin can do it.'}
      </EmptyNotice>
      <Why />
    </>
  )
}

const VIEWS = ['messages', 'plan', 'log', 'rules'] as const

function Open({ mailbox, all }: { readonly mailbox: Mailbox; readonly all: readonly Mailbox[] }) {
  const [words, change] = useSearchWords()
  const view = knownWord(words['view'], VIEWS)
  const { id, marked, problem } = mailbox
  return (
    <>
      <Group gap="sm" align="flex-end">
        <Select
          label="Mailbox" value={id} allowDeselect={false} w={{ base: '100%', xs: 300 }}
          data={all.map((one) => ({ value: one.id, label: labelOf(one) }))}
          onChange={(box) => change({ ...FRESH, box: box ?? undefined, folder: undefined })}
        />
      </Group>
      {problem === undefined ? null : (
        <Alert color="red" title="The mailbox did not answer when it was last asked">
          <SafeText text={problem} />
        </Alert>
      )}
      <Tabs
        value={view} keepMounted={false}
        onChange={(next) => change({ view: next === 'messages' ? undefined : next ?? undefined })}
      >
        <TabList mb="md">
          <Tabs.Tab value="messages">Messages</Tabs.Tab>
          <Tabs.Tab value="plan">
            Process Mail{marked > 0 ? ` (${formatNumber(marked)})` : ''}
          </Tabs.Tab>
          <Tabs.Tab value="log">Log</Tabs.Tab>
          <Tabs.Tab value="rules">Set-up</Tabs.Tab>
        </TabList>
        <Tabs.Panel value="messages"><MessagesView mailbox={mailbox} /></Tabs.Panel>
        <Tabs.Panel value="plan"><Plan mailbox={mailbox} /></Tabs.Panel>
        <Tabs.Panel value="log"><Log /></Tabs.Panel>
        <Tabs.Panel value="rules"><Rules mailbox={mailbox} /></Tabs.Panel>
      </Tabs>
    </>
  )
}

function MessagesView({ mailbox }: { readonly mailbox: Mailbox }) {
  const [words, change] = useSearchWords()
  const mayLook = useMay('operator')
  const folder = words['folder'] ?? 'INBOX'
  if (!mayLook) {
    return (
      <EmptyNotice title="Messages are private">
        Your role sees figures, not people’s mail. An operator may look through messages.
      </EmptyNotice>
    )
  }
  return (
    <div className={classes['frame']}>
      <Folders
        mailbox={mailbox.id} folder={folder}
        onOpen={(name) => change({ ...FRESH, folder: name === 'INBOX' ? undefined : name })}
      />
      <Messages key={`${mailbox.id} ${folder}`} mailbox={mailbox} folder={folder} />
    </div>
  )
}
