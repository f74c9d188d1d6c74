// The lookup as it stands in the service and, alone, in a file: explain, all codes, all reasons,
// all platforms.

import { Tabs } from '@mantine/core'
import { knownWord } from '../../parts/known-word.ts'
import { latePart } from '../../parts/late-part.tsx'
import { TabList } from '../../parts/tab-list.tsx'
import type { Ask } from './engine/ask-worker.ts'
import { ExplainTab } from './explain-tab.tsx'
import { PlaceContext, type LookupPlace } from './place.ts'

const CodesTable = latePart(async () => (await import('./tables/codes-table.tsx')).CodesTable)
const ReasonsTable = latePart(
  async () => (await import('./tables/reasons-table.tsx')).ReasonsTable)
const PlatformsTable = latePart(
  async () => (await import('./tables/platforms-table.tsx')).PlatformsTable)

const EXPLAIN = 'explain'
const TABS = [EXPLAIN, 'codes', 'reasons', 'platforms'] as const

export function Lookup({ place, ask }: { readonly place: LookupPlace; readonly ask: Ask }) {
  const { words, change } = place
  const shown = knownWord(words['tab'], TABS)
  return (
    <PlaceContext value={place}>
      <Tabs
        value={shown} keepMounted={false}
        onChange={(tab) => change({
          tab: tab === null || tab === EXPLAIN ? undefined : tab, find: undefined,
        })}
      >
        <TabList mb="md">
          <Tabs.Tab value={EXPLAIN}>Explain</Tabs.Tab>
          <Tabs.Tab value="codes">All codes</Tabs.Tab>
          <Tabs.Tab value="reasons">All reasons</Tabs.Tab>
          <Tabs.Tab value="platforms">Platforms</Tabs.Tab>
        </TabList>
        <Tabs.Panel value={EXPLAIN}><ExplainTab ask={ask} /></Tabs.Panel>
        <Tabs.Panel value="codes"><CodesTable /></Tabs.Panel>
        <Tabs.Panel value="reasons"><ReasonsTable /></Tabs.Panel>
        <Tabs.Panel value="platforms"><PlatformsTable /></Tabs.Panel>
      </Tabs>
    </PlaceContext>
  )
}
