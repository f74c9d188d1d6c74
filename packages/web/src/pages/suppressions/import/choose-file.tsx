// Where a file is dropped or chosen.

import { Button, FileButton, Text } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { useState } from 'react'
import classes from '../suppressions.module.css'

export function ChooseFile({ onChoose, isReading }: {
  readonly onChoose: (file: File) => void; readonly isReading: boolean
}) {
  const [isOver, setOver] = useState(false)
  return (
    <div
      className={classes['drop']} data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const file = event.dataTransfer.files[0]
        if (file !== undefined) onChoose(file)
      }}
    >
      <Text mb="xs">Drop a CSV file here, or</Text>
      <FileButton
        accept=".csv,.txt,.tsv,.json,.ndjson,.jsonl"
        onChange={(file) => {
          if (file !== null) onChoose(file)
        }}
      >
        {(props) => (
          <Button {...props} leftSection={<IconFileUpload size={16} />} loading={isReading}>
            Choose a file
          </Button>
        )}
      </FileButton>
      <Text size="sm" c="dimmed" mt="xs">
        The export of another system, as it is: CSV with comma, semicolon or tab, JSON, or one
        address per line. Nothing is stored before you have seen what would come of it.
      </Text>
    </div>
  )
}
