// The page Unmatched: what nobody could read, and the rules that operators write for it.

import { Tabs } from '@mantine/core'
import { useSearchWords } from '../../app/search.ts'
import { knownWord } from '../../parts/known-word.ts'
import { latePart } from '../../parts/late-part.tsx'
import { PageFrame } from '../../parts/page-frame.tsx'
import { TabList } from '../../parts/tab-list.tsx'
import { Clusters } from './clusters.tsx'

const Rules = latePart(async () => (await import('./rules.tsx')).Rules)
const Again = latePart(async () => (await import('./again.tsx')).Again)

const CLUSTERS = 'clusters'
const VIEWS = [CLUSTERS, 'rules', 'again'] as const

export function Page() {
  const [words, change] = useSearchWords()
  const shown = knownWord(words['view'], VIEWS)
  return (
    <PageFrame
      title="Unmatched"
      about="What nobody could read, those alike together. Write a rule once, and it is read."
    >
      <Tabs
        value={shown} keepMounted={false}
        onChange={(view) => change({
          view: view === CLUSTERS || view === null ? undefined : view, cluster: undefined,
          rule: undefined,
        })}
      >
        <TabList mb="md">
          <Tabs.Tab value={CLUSTERS}>Clusters</Tabs.Tab>
          <Tabs.Tab value="rules">Rules</Tabs.Tab>
          <Tabs.Tab value="again">Judge again</Tabs.Tab>
        </TabList>
        <Tabs.Panel value={CLUSTERS}><Clusters /></Tabs.Panel>
        <Tabs.Panel value="rules"><Rules /></Tabs.Panel>
        <Tabs.Panel value="again"><Again /></Tabs.Panel>
      </Tabs>
    </PageFrame>
  )
}
