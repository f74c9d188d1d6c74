// A message as the report readers see it: what several of them look at, each read once and only
// when first asked for.

import type { MessagePart } from '../message/types.ts'
import { readAttachedText, readHumanText } from './human-part.ts'
import { hasNullSender, isDaemonAddress } from './mail-system.ts'
import { surveyParts, type FoundPart, type PartSurvey } from './parts.ts'
import { HumanPart } from './plain/scan.ts'

export class Letter {
  readonly message: MessagePart
  private sender: string | undefined
  private title: string | undefined
  private daemon: boolean | undefined
  private found: PartSurvey | undefined
  private shown: HumanPart | undefined

  constructor(message: MessagePart) {
    this.message = message
    this.sender = undefined
    this.title = undefined
    this.daemon = undefined
    this.found = undefined
    this.shown = undefined
  }

  /** From, as written; empty where there is none. */
  get from(): string {
    this.sender ??= this.message.header('from') ?? ''
    return this.sender
  }

  /** Subject, decoded; empty where there is none. */
  get subject(): string {
    this.title ??= this.message.headerText('subject') ?? ''
    return this.title
  }

  /** From is an address that mail systems use. */
  get isFromDaemon(): boolean {
    this.daemon ??= isDaemonAddress(this.from)
    return this.daemon
  }

  get isFromNobody(): boolean {
    return hasNullSender(this.message)
  }

  get parts(): PartSurvey {
    this.found ??= surveyParts(this.message)
    return this.found
  }

  /** The first part that machines wrote for machines. */
  get machine(): FoundPart | undefined {
    const { status, feedback, disposition } = this.parts
    return status[0] ?? feedback ?? disposition
  }

  /** What is written for people: before the machine part, or all there is. */
  get human(): HumanPart {
    this.shown ??= this.readShown()
    return this.shown
  }

  /** What is attached as plain text; empty where nothing is. */
  get attached(): HumanPart {
    return new HumanPart(readAttachedText(this.message))
  }

  private readShown(): HumanPart {
    const { machine } = this
    const text = readHumanText(machine?.container ?? this.message, machine?.part)
    return new HumanPart(text, this.isFromDaemon || this.isFromNobody)
  }
}
