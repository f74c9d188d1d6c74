// Where a file is dropped or chosen.

import { Button, FileButton, Text } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import classes from './choose-file.module.css'

export function ChooseFile({ accept, onChoose, isReading, children }: {
  /** Ends of names, with commas. */
  readonly accept: string
  readonly onChoose: (file: File) => void
  readonly isReading: boolean
  /** What it takes, and what becomes of it. */
  readonly children: ReactNode
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
        accept={accept}
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
      <Text size="sm" c="dimmed" mt="xs">{children}</Text>
    </div>
  )
}
