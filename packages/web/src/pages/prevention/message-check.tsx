// Check of a message before it is sent: a file is chosen, or its source is pasted.

import {
  Alert, Button, Checkbox, FileButton, Group, Stack, Text, Textarea, TextInput,
} from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { Section } from '../../parts/section.tsx'
import { FindingList } from './finding-list.tsx'

type Asked = { readonly source: Blob; readonly isBulk: boolean; readonly campaign: string }

async function check({ source, isBulk, campaign }: Asked) {
  return await answerOf(api.POST('/v1/prevent/message', {
    params: { query: {
      ...isBulk ? { bulk: true } : {}, ...campaign.trim() === '' ? {} : { campaign },
    } },
    body: source as never, bodySerializer: (body) => body as never,
    headers: { 'content-type': 'message/rfc822' },
  }))
}

export function MessageCheck() {
  const [source, setSource] = useState('')
  const [isBulk, setIsBulk] = useState(true)
  const [campaign, setCampaign] = useState('')
  const { mutate, data, error, isPending } = useMutation({ mutationFn: check })
  const against = data?.findings.filter(({ severity }) => severity !== 'good')
  return (
    <Section
      title="Check a message"
      about={
        'Signatures, unsubscribing, header, text, links, attachments, as filters see them, and ' +
        'what of the same campaign was refused for its content.'
      }
    >
      <Textarea
        label="Source of the message" rows={5} value={source} spellCheck={false}
        styles={{ input: { fontFamily: 'monospace' } }}
        onChange={(event) => setSource(event.currentTarget.value)}
      />
      <TextInput
        label="Campaign" placeholder="what the header says" maw={360} value={campaign}
        onChange={(event) => setCampaign(event.currentTarget.value)}
      />
      <Group gap="sm">
        <Checkbox
          label="It goes to many" checked={isBulk}
          onChange={(event) => setIsBulk(event.currentTarget.checked)}
        />
        <FileButton
          accept=".eml,message/rfc822"
          onChange={(file) => { if (file !== null) mutate({ source: file, isBulk, campaign }) }}
        >
          {(props) => <Button variant="default" {...props}>Choose a file</Button>}
        </FileButton>
        <Button
          loading={isPending} disabled={source.trim() === ''}
          onClick={() => mutate({ source: new Blob([source]), isBulk, campaign })}
        >
          Check
        </Button>
      </Group>
      <Stack aria-live="polite" gap="sm">
        {error === null ? null : <ErrorNotice error={error} />}
        {against === undefined ? null : against.length === 0
          ? <Alert color="teal">Nothing stands against this message.</Alert>
          : <FindingList findings={against} />}
        {data === undefined ? null
          : <Text size="xs" c="dimmed">The message was read and not kept.</Text>}
      </Stack>
    </Section>
  )
}
