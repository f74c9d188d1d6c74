// Where a code, a reply or a bounce is typed, pasted or dropped.

import { Button, FileButton, Group, Stack, Text, Textarea } from '@mantine/core'
import { IconFileUpload, IconLock, IconX } from '@tabler/icons-react'
import { useState, type DragEvent } from 'react'
import classes from './lookup.module.css'

const EXAMPLES = ['5.1.1', '552', '550 5.7.1 blocked using zen.spamhaus.org',
  'Das Postfach ist überfüllt', 'mailbox-full'] as const

export type AskingProps = {
  readonly text: string
  readonly fileName: string | undefined
  readonly onText: (text: string) => void
  readonly onFile: (file: File) => void
  readonly onClear: () => void
}

export function Asking({ text, fileName, onText, onFile, onClear }: AskingProps) {
  const [isOver, setIsOver] = useState(false)
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setIsOver(false)
    const [file] = event.dataTransfer.files
    if (file !== undefined) onFile(file)
    else onText(event.dataTransfer.getData('text'))
  }
  return (
    <Stack
      gap="xs" className={classes['asking']} data-over={isOver || undefined} onDrop={drop}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
    >
      <Textarea
        label="A code, a reply or a whole bounce" autosize minRows={2} maxRows={14}
        placeholder="550 5.1.1 user unknown" value={fileName === undefined ? text : ''}
        onChange={({ currentTarget }) => onText(currentTarget.value)} spellCheck={false}
        autoComplete="off" data-autofocus classNames={{ input: classes['text'] ?? '' }}
        {...fileName === undefined ? {} : { disabled: true, placeholder: fileName }}
      />
      <Group gap="xs">
        <FileButton onChange={(file) => file !== null && onFile(file)}>
          {(props) => (
            <Button
              {...props} variant="default" size="xs" leftSection={<IconFileUpload size={16} />}
            >
              Open a file
            </Button>
          )}
        </FileButton>
        {text === '' && fileName === undefined ? null : (
          <Button variant="subtle" size="xs" leftSection={<IconX size={16} />} onClick={onClear}>
            Clear
          </Button>
        )}
        <Text size="xs" c="dimmed">or drop one here: .eml, mbox, text; packed with gzip too</Text>
      </Group>
      <Group gap={6} c="dimmed" wrap="nowrap" align="flex-start">
        <IconLock size={15} style={{ flex: 'none', marginTop: 2 }} aria-hidden />
        <Text size="xs">
          Read in this browser. Nothing of it is sent anywhere, not even to your own server.
        </Text>
      </Group>
      {text === '' && fileName === undefined ? (
        <Group gap={6}>
          <Text size="xs" c="dimmed">For example</Text>
          {EXAMPLES.map((example) => (
            <Button
              key={example} variant="light" size="compact-sm" fw={500}
              onClick={() => onText(example)}
            >
              {example}
            </Button>
          ))}
        </Group>
      ) : null}
    </Stack>
  )
}
