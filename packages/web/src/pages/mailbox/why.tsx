// Why bounces are honest here, and why spam is not bounced.

import { Accordion, List, Text } from '@mantine/core'

export function Why() {
  return (
    <Accordion variant="contained" order={2}>
      <Accordion.Item value="why">
        <Accordion.Control>
          <Text size="sm" fw={600}>Why no false “user unknown”, and why spam is not bounced</Text>
        </Accordion.Control>
        <Accordion.Panel>
          <List size="sm" spacing={6} maw={820}>
            <List.Item>
              <b>A bounce to a spammer reaches somebody else.</b> Spam names senders that others
              own. The bounce goes to such a stranger, who gets thousands of them (backscatter), and
              servers that send it are put on block lists. So a message is bounced only where SPF or
              DKIM proves that its sender sent it.
            </List.Item>
            <List.Item>
              <b>It does not help.</b> Spammers read no bounces and clean no lists. Blocking and
              abuse reports help; both are offered first.
            </List.Item>
            <List.Item>
              <b>“User unknown” would be a lie that harms you.</b> A sender you know believes it:
              shops and banks stop writing to you, everywhere. What is sent is true: the recipient
              did not accept the message (<code>5.7.1</code>).
            </List.Item>
            <List.Item>
              <b>Newsletters have a door.</b> One click unsubscribes, and the sender has to honour
              it. Lists, automatic mail and reports are never bounced, since nobody would read it or
              a machine would answer.
            </List.Item>
            <List.Item>
              <b>Once, and never in a circle.</b> Each message is bounced once, at most one a day to
              a sender, from the empty address <code>&lt;&gt;</code>, and never tried again.
            </List.Item>
          </List>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  )
}
