// Why an address is on a list, in the words of the systems that wrote it: data alone.

import { plainName } from '../../csv/column-names.ts'

const REASON_NAMES: Readonly<Record<string, readonly string[]>> = {
  'complaint': [
    'complaint', 'complained', 'spam', 'spam complaint', 'spam report', 'spam reports', 'abuse',
    'abuse complaint', 'marked as spam', 'feedback loop', 'Beschwerde', 'Spam-Beschwerde', 'Plainte',
    'Plainte pour spam', 'Queja', 'Queja de spam', 'Denúncia', 'Reclamo', 'Segnalazione spam',
    'Klacht', 'Skarga', 'Жалоба', '苦情', '迷惑メール報告', '投诉',
  ],
  'unsubscribe': [
    'unsubscribe', 'unsubscribed', 'unsub', 'list unsubscribe', 'unsubscribe link', 'opt-out',
    'opted out', 'group unsubscribe', 'global unsubscribe', 'unsubscribed via email', 'Abgemeldet',
    'Abmeldung', 'Désabonné', 'Désinscrit', 'Désinscription', 'Desabonnement', 'Baja',
    'Desuscrito', 'Cancelado', 'Descadastrado', 'Disiscritto', 'Disiscrizione', 'Uitgeschreven',
    'Wypisany', 'Avregistrerad', 'Отписан', 'Отписка', '配信停止', '退订',
  ],
  'mailbox-unknown': [
    'bounce', 'bounced', 'hard', 'hard bounce', 'hard bounced', 'bad email address',
    'invalid email', 'invalid address', 'bounce rule', 'permanent', 'permanent bounce', 'cleaned',
    'Hardbounce', 'Unzustellbar', 'Rebond dur', 'Rebond définitif', 'Rebote duro', 'Rebote', 'Devolvido',
    'Rimbalzo', 'Odbicie', 'Twarde odbicie', 'Недоставлено', 'バウンス', 'ハードバウンス', '硬退信',
  ],
  'manual': [
    'manual', 'manually', 'manual suppression', 'manually added', 'manual block', 'admin',
    'admin blocked', 'blacklist', 'blacklisted', 'blocklist', 'blocklisted', 'excluded', 'Von Hand',
    'Manuell', 'Gesperrt', 'Manuel', 'Manuelle', 'Manuale', 'Handmatig', 'Ręcznie', 'Вручную', '手動', '手动',
  ],
}

const REASONS = new Map(Object.entries(REASON_NAMES).flatMap(([reason, names]) =>
  names.map((name) => [plainName(name), reason] as const)))

/** The reason that a word of another system stands for. */
export function reasonOfWord(word: string): string | undefined {
  return REASONS.get(plainName(word))
}
