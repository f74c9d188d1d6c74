// The world of the demonstration: receivers that never were, what they answer, and people who read
// letters there. All names end in .example (RFC 2606).

import type { BounceLanguage } from '@carom/core'

/** What becomes of mail to somebody. */
export type Fate = 'fine' | 'gone' | 'full' | 'disabled' | 'typo' | 'odd'

export type Receiver = {
  readonly domain: string
  readonly weight: number
  readonly mx: string
  readonly language: BounceLanguage
  /** `{address}` is replaced. */
  readonly replies: Readonly<Record<'gone' | 'full' | 'disabled' | 'spam' | 'busy', string>>
}

const ENGLISH = {
  gone: '550 5.1.1 <{address}>: Recipient address rejected: User unknown in virtual mailbox table',
  full: '452 4.2.2 <{address}>: mailbox is over quota, please try again later',
  disabled: '550 5.2.1 The account of <{address}> has been disabled because nobody used it',
  spam: '554 5.7.1 Message rejected: it looks like spam to our filter',
  busy: '451 4.3.2 Our servers are busy, please try again in a few minutes',
}

export const RECEIVERS: readonly Receiver[] = [
  { domain: 'brightmail.example', weight: 30, mx: 'mx1.brightmail.example', language: 'en', replies: ENGLISH },
  { domain: 'postfach.example', weight: 18, mx: 'mx.postfach.example', language: 'de', replies: {
    gone: '550 5.1.1 <{address}> Empfänger unbekannt, ein solches Postfach gibt es hier nicht',
    full: '552 5.2.2 <{address}> Das Postfach ist voll, der Speicherplatz ist erschöpft',
    disabled: '550 5.2.1 <{address}> Das Postfach wurde gesperrt, weil es lange nicht benutzt wurde',
    spam: '554 5.7.1 Die Nachricht wurde als Spam abgelehnt',
    busy: '421 4.3.2 Der Server ist überlastet, bitte später erneut versuchen',
  } },
  { domain: 'inbox.example', weight: 13, mx: 'edge.inbox.example', language: 'en', replies: {
    ...ENGLISH, gone: '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient {address} not found by SMTP address lookup',
    full: '554 5.2.2 STOREDRV.Deliver; mailbox full. The mailbox of the recipient is over its quota',
  } },
  { domain: 'courrier.example', weight: 10, mx: 'mx.courrier.example', language: 'fr', replies: {
    gone: '550 5.1.1 <{address}> Adresse inconnue : ce destinataire n\'existe pas',
    full: '552 5.2.2 <{address}> La boîte aux lettres du destinataire est pleine',
    disabled: '550 5.2.1 <{address}> Ce compte a été désactivé',
    spam: '554 5.7.1 Message rejeté : contenu considéré comme du spam',
    busy: '451 4.3.2 Serveur occupé, veuillez réessayer plus tard',
  } },
  { domain: 'correo.example', weight: 8, mx: 'mx.correo.example', language: 'es', replies: {
    gone: '550 5.1.1 <{address}> El usuario no existe en este servidor',
    full: '452 4.2.2 <{address}> El buzón está lleno y no puede recibir más mensajes',
    disabled: '550 5.2.1 <{address}> La cuenta está deshabilitada',
    spam: '554 5.7.1 Mensaje rechazado por ser considerado spam',
    busy: '451 4.3.2 Servidor ocupado, inténtelo más tarde',
  } },
  { domain: 'yuubin.example', weight: 6, mx: 'mx.yuubin.example', language: 'ja', replies: {
    gone: '550 5.1.1 <{address}> 宛先のメールアドレスが存在しません',
    full: '552 5.2.2 <{address}> 受信者のメールボックスの容量が超過しています',
    disabled: '550 5.2.1 <{address}> このアカウントは停止されています',
    spam: '554 5.7.1 迷惑メールと判定されたため受信を拒否しました',
    busy: '451 4.3.2 サーバーが混雑しています。しばらくしてから再送してください',
  } },
  { domain: 'poczta.example', weight: 5, mx: 'mx.poczta.example', language: 'pl', replies: {
    gone: '550 5.1.1 <{address}> Nie ma takiego użytkownika',
    full: '552 5.2.2 <{address}> Skrzynka odbiorcy jest przepełniona',
    disabled: '550 5.2.1 <{address}> Konto zostało zablokowane',
    spam: '554 5.7.1 Wiadomość odrzucona jako spam',
    busy: '451 4.3.2 Serwer jest przeciążony, spróbuj później',
  } },
  { domain: 'firma.example', weight: 3, mx: 'mail.firma.example', language: 'de', replies: ENGLISH },
  { domain: 'uni.example', weight: 3, mx: 'mx.uni.example', language: 'en', replies: ENGLISH },
  { domain: 'museum.example', weight: 2, mx: 'mx.museum.example', language: 'en', replies: ENGLISH },
  { domain: 'bakery.example', weight: 2, mx: 'mx.bakery.example', language: 'en', replies: ENGLISH },
]

/** Domains that people typed wrongly, which nobody has registered. */
export const TYPOS: readonly string[] = [
  'brigthmail.example', 'brightmial.example', 'brightmal.example', 'postfahc.example',
  'psotfach.example', 'inobx.example',
]

/** What nobody can read: the receiver writes in numbers of its own. */
export const ODD_REPLY = '550 RJ-77B: see bulletin 4, paragraph {number}'

export const FIRST_NAMES: readonly string[] = [
  'ada', 'ben', 'carla', 'dora', 'emil', 'fatima', 'greta', 'hugo', 'ines', 'jonas', 'klara', 'liam',
  'mira', 'nora', 'oskar', 'paula', 'quentin', 'rosa', 'stefan', 'tilda', 'ulla', 'vera', 'wanda',
  'yuki', 'zeno', 'aiko', 'bruno', 'chloe', 'david', 'elena', 'felix', 'hana', 'ivan', 'julie',
]

export const LAST_NAMES: readonly string[] = [
  'almeida', 'baker', 'castro', 'dubois', 'ekman', 'fischer', 'garcia', 'hoffmann', 'ito', 'jansen',
  'kowalska', 'lindgren', 'moreau', 'novak', 'olsen', 'petit', 'quinn', 'rossi', 'schmidt', 'tanaka',
  'urban', 'vidal', 'weber', 'yamada', 'zimmer', 'abbott', 'brandt', 'costa', 'dvorak', 'evans',
]

export const OUR_DOMAIN = 'lists.example'
export const OUR_HOST = 'out1.lists.example'
export const OUR_IP = '192.0.2.25'

export type Person = {
  readonly address: string
  readonly receiver: Receiver
  readonly fate: Fate
  /** From which day on; before that all is fine. */
  readonly since: number
  readonly lists: readonly string[]
  /** Brought in by the old list that somebody found. */
  readonly isOld: boolean
}
