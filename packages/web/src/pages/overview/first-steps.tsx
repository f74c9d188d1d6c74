// What there is to do where nothing has come in yet.

import { List, Paper, Text, Title } from '@mantine/core'
import { TextLink } from '../../app/links.tsx'

export function FirstSteps() {
  return (
    <Paper withBorder p="md" component="section" aria-label="First steps">
      <Title order={2} size="h5" mb={4}>First steps</Title>
      <Text size="sm" mb="xs">Nothing has come in yet. So that it does:</Text>
      <List type="ordered" size="sm" spacing={4}>
        <List.Item>
          Tell Carom where your bounces arrive: a mailbox, the log of your mail server, or your
          sending platform. <TextLink to="/sources" search={{ guide: 'choose' }} fz="inherit">Set up
          a source</TextLink>
        </List.Item>
        <List.Item>
          Bring the list of those who get no mail from the system that you used before.{' '}
          <TextLink to="/suppressions" search={{ show: 'import' }} fz="inherit">Import
          a list</TextLink>
        </List.Item>
        <List.Item>
          Let your newsletter system ask before it sends, by{' '}
          <TextLink to="/keys" search={{ add: '1' }} fz="inherit">a key</TextLink>, or have it told
          what changes, by <TextLink to="/webhooks" search={{ add: '1' }} fz="inherit">a
          webhook</TextLink>.
        </List.Item>
      </List>
      <Text size="sm" mt="xs">
        What a bounce at hand means, <TextLink to="/lookup" fz="inherit">Lookup</TextLink> tells at
        once.
      </Text>
    </Paper>
  )
}
