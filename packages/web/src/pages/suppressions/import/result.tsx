// What came of an import, and the rows that were wrong as a file, to be mended and imported again.

import { Alert, Button, Group, List, Text } from '@mantine/core'
import { IconCircleCheck, IconDownload } from '@tabler/icons-react'
import { countOf } from '../../../parts/numbers.ts'
import { SafeText } from '../../../parts/safe-text.tsx'
import { writeRow } from './csv.ts'
import { tallyWords } from './preview.tsx'
import type { Imported } from './queries.ts'
import type { TableFile } from './table-file.ts'

const MISTAKES_SHOWN = 10

export function Result({ file, result, onOther }: {
  readonly file: TableFile; readonly result: Imported; readonly onOther: () => void
}) {
  const { mistakes, refused } = result
  return (
    <>
      <Alert color="teal" icon={<IconCircleCheck size={20} />} title="Imported" role="status">
        {tallyWords(result)}
      </Alert>
      {refused === 0 ? null : (
        <div>
          <Text size="sm" fw={600}>{countOf(refused, 'row')} could not be imported</Text>
          <List size="sm">
            {mistakes.slice(0, MISTAKES_SHOWN).map(({ line, why }) => (
              <List.Item key={line}>Line {line}: <SafeText text={why} /></List.Item>
            ))}
          </List>
          {mistakes.length >= refused ? null : (
            <Text size="xs" c="dimmed">The first {mistakes.length} are named.</Text>
          )}
        </div>
      )}
      <Group gap="xs">
        {mistakes.length === 0 ? null : (
          <Button
            variant="default" leftSection={<IconDownload size={16} />}
            onClick={() => void download(file, mistakes)}
          >
            Download the wrong rows
          </Button>
        )}
        <Button variant="default" onClick={onOther}>Choose another file</Button>
      </Group>
    </>
  )
}

/** Each wrong row with its line, why it is wrong, and how it stood in the file. */
async function download(file: TableFile, mistakes: Imported['mistakes']): Promise<void> {
  const lines = (await file.body.text()).split('\n')
  const rows = mistakes.map(({ line, why }) =>
    writeRow([String(line), why, (lines[line - 1] ?? '').trim()]))
  const blob = new Blob([writeRow(['line', 'why', 'row']), ...rows], { type: 'text/csv' })
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = `wrong rows of ${file.name.replace(/\.\w+$/, '')}.csv`
  link.click()
  URL.revokeObjectURL(url)
}
