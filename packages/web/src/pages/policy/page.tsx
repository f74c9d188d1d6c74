// The page Policy: what decides, presets, an own one, simulation, versions.

import type { Policy } from '@carom/core'
import { Skeleton, Tabs } from '@mantine/core'
import { useSessionStorage } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useSearchWords } from '../../app/search.ts'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { knownWord } from '../../parts/known-word.ts'
import { latePart } from '../../parts/late-part.tsx'
import { PageFrame } from '../../parts/page-frame.tsx'
import { TabList } from '../../parts/tab-list.tsx'
import { Now } from './now.tsx'
import { policiesQuery } from './queries.ts'

const Presets = latePart(async () => (await import('./presets.tsx')).Presets)
const Edit = latePart(async () => (await import('./edit.tsx')).Edit)
const Simulate = latePart(async () => (await import('./simulate.tsx')).Simulate)
const Versions = latePart(async () => (await import('./versions.tsx')).Versions)

const NOW = 'now'
const VIEWS = [NOW, 'presets', 'edit', 'simulate', 'versions'] as const

export function Page() {
  const [words, change] = useSearchWords()
  const shown = knownWord(words['view'], VIEWS)
  const { data, error } = useQuery(policiesQuery)
  // What is being written survives a reload, not the window.
  const [text, setText] = useSessionStorage({ key: 'carom-policy-draft', defaultValue: '' })
  const edit = async (policy: Policy): Promise<void> => {
    change({ view: 'edit', preset: undefined })
    // The same code as the part that is shown now needs: it comes once.
    const { formatPolicy } = await import('./read-draft.ts')
    setText(formatPolicy(policy))
  }
  return (
    <PageFrame
      title="Policy"
      about="What becomes of an address after how many bounces, and what brings it back."
    >
      {error === null ? null : <ErrorNotice error={error} />}
      {data === undefined ? error === null && <Skeleton h={420} /> : (
        <Tabs
          value={shown} keepMounted={false}
          onChange={(view) => change({ view: view === NOW || view === null ? undefined : view })}
        >
          <TabList mb="md">
            <Tabs.Tab value={NOW}>What decides</Tabs.Tab>
            <Tabs.Tab value="presets">Presets</Tabs.Tab>
            <Tabs.Tab value="edit">Edit</Tabs.Tab>
            <Tabs.Tab value="simulate">Simulate</Tabs.Tab>
            <Tabs.Tab value="versions">Versions</Tabs.Tab>
          </TabList>
          <Tabs.Panel value={NOW}>
            <Now active={data.active} onEdit={() => void edit(data.active.body)} />
          </Tabs.Panel>
          <Tabs.Panel value="presets">
            <Presets active={data.active} onEdit={(policy) => void edit(policy)} />
          </Tabs.Panel>
          <Tabs.Panel value="edit">
            <Edit active={data.active} text={text} onText={setText} />
          </Tabs.Panel>
          <Tabs.Panel value="simulate">
            <Simulate active={data.active} rows={data.rows} text={text} />
          </Tabs.Panel>
          <Tabs.Panel value="versions">
            <Versions rows={data.rows} active={data.active} />
          </Tabs.Panel>
        </Tabs>
      )}
    </PageFrame>
  )
}
