// What columns are called in the tables that other systems and spreadsheets of other countries
// write: data alone. Sign, case and accents do not matter, so that "E-Mail-Adresse" is also
// `email_adresse`; of several names that fit, the one that stands first here is taken.

export type ColumnField =
  | 'address' | 'reason' | 'kind' | 'list' | 'origin' | 'createdAt' | 'expiresAt' | 'note'
  | 'confirmed' | 'active'

const COLUMN_NAMES: Readonly<Record<ColumnField, readonly string[]>> = {
  address: [
    'email', 'email address', 'mail address', 'email id', 'user email', 'contact email',
    'subscriber email', 'recipient email', 'email recipient', 'recipient address',
    'E-Mail-Adresse', 'Mailadresse', 'E-Mail-Empfänger', 'Adresse e-mail', 'Adresse mail',
    'Adresse électronique', 'Adresse courriel', 'Courriel', 'Adresse de messagerie',
    'Correo electrónico', 'Dirección de correo electrónico', 'Dirección de correo',
    'Dirección de email', 'Correo', 'Endereço de e-mail', 'Endereço eletrônico',
    'Correio eletrónico', 'Correio eletrônico', 'Indirizzo e-mail', 'Indirizzo mail',
    'Indirizzo di posta elettronica', 'Posta elettronica', 'E-mailadres', 'Mailadres',
    'Adres e-mail', 'Adres email', 'Adres mailowy', 'Adres poczty elektronicznej', 'E-post',
    'E-postadress', 'E-postadresse', 'Sähköposti', 'Sähköpostiosoite', 'E-mailová adresa',
    'E-mail cím', 'Adresă de e-mail', 'E-posta', 'E-posta adresi', 'Электронная почта',
    'Адрес электронной почты', 'Почта', 'Електронна пошта', 'Ηλεκτρονική διεύθυνση',
    'メールアドレス', 'Eメール', 'メール', '电子邮箱', '电子邮件地址', '电子邮件', '邮件地址', '邮箱',
    '電子郵件', '電子郵件地址', '이메일 주소', '이메일', '메일 주소',
    // What may be something else is taken where nothing better stands beside it.
    'recipient', 'mail', 'address', 'Empfänger', 'Empfaenger', 'Destinataire', 'Destinatario',
    'Destinatário', 'Ontvanger', 'Odbiorca', 'Mottagare', 'Modtager', 'Mottaker', '宛先', '收件人',
    'Adresse',
  ],
  reason: [
    'reason', 'suppression reason', 'reject reason', 'bounce reason', 'unsub reason', 'Grund',
    'Sperrgrund', 'Motif', 'Raison', 'Motivo', 'Razón', 'Causa', 'Motivazione', 'Causale', 'Razão',
    'Reden', 'Powód', 'Przyczyna', 'Orsak', 'Årsag', 'Årsak', 'Syy', 'Důvod', 'Indok', 'Neden',
    'Sebep', 'Причина', 'Αιτία', '理由', '原因', '사유',
  ],
  // Columns of several systems that tell the reason where they have one of its words.
  kind: [
    'kind', 'bounce type', 'event', 'source', 'type', 'Typ', 'Art', 'Tipo', 'Type de rebond', '種別',
  ],
  list: [
    'list', 'list name', 'audience', 'stream', 'message stream', 'Liste', 'Verteiler', 'Lista',
    'Elenco', 'Lijst', 'Список', 'Рассылка', 'リスト', 'リスト名', '列表', '목록',
  ],
  origin: ['origin', 'Herkunft', 'Origine', 'Origen', 'Origem'],
  createdAt: [
    'created at', 'created', 'suppressed at', 'suppressed on', 'last update time', 'date added',
    'added at', 'added on', 'added time', 'date created', 'created on', 'created date', 'clean time',
    'unsub time', 'blocked at', 'bounced at', 'bounced on', 'bounce date', 'unsubscribed at',
    'unsubscribed on', 'exclusion from campaigns updated at', 'date', 'date time', 'timestamp',
    'Datum', 'Erstellt am', 'Angelegt am', 'Gesperrt am', 'Hinzugefügt am', 'Zeitpunkt',
    'Date d’ajout', 'Date de création', 'Créé le', 'Ajouté le', 'Fecha', 'Fecha de creación',
    'Fecha de alta', 'Creado el', 'Data', 'Data de criação', 'Criado em', 'Data di creazione',
    'Creato il', 'Aggiunto il', 'Aangemaakt op', 'Toegevoegd op', 'Data utworzenia', 'Data dodania',
    'Skapad', 'Dato', 'Oprettet', 'Opprettet', 'Päivämäärä', 'Luotu', 'Vytvořeno', 'Dátum', 'Tarih',
    'Дата', 'Дата добавления', 'Создано', 'Ημερομηνία', '登録日時', '登録日', '作成日', '追加日',
    '日付', '日時', '创建时间', '添加时间', '日期', '时间', '등록일', '생성일', '날짜',
  ],
  expiresAt: [
    'expires at', 'expires', 'expiry date', 'valid until', 'until', 'Ablaufdatum', 'Läuft ab am',
    'Gültig bis', 'Bis', 'Expire le', 'Jusqu’au', 'Caduca', 'Expira', 'Hasta', 'Expira em', 'Até',
    'Scadenza', 'Fino al', 'Verloopt op', 'Tot', 'Wygasa', '有効期限', '到期', '过期时间',
  ],
  note: [
    'note', 'notes', 'comment', 'comments', 'description', 'detail', 'details', 'error',
    'error message', 'unsub reason other', 'Notiz', 'Bemerkung', 'Kommentar', 'Anmerkung', 'Hinweis',
    'Remarque', 'Commentaire', 'Nota', 'Comentario', 'Observaciones', 'Comentário', 'Observação',
    'Commento', 'Opmerking', 'Notitie', 'Uwagi', 'Notatka', 'Komentarz', 'Anteckning', 'Poznámka',
    'Комментарий', 'Примечание', '備考', 'メモ', '备注', '비고', '메모',
  ],
  confirmed: [
    'confirmed', 'confirmed at', 'confirm time', 'confirmation time', 'opt-in', 'opt-in time',
    'double opt-in', 'subscribed at', 'verified', 'verified at',
  ],
  active: [
    'last active', 'last activity', 'last open', 'last opened', 'last click', 'last clicked',
    'last seen', 'last login', 'last engaged', 'last engagement',
  ],
}

/** A name by its letters and digits alone. */
export function plainName(name: string): string {
  return name.normalize('NFKD').toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}

const PLAIN_NAMES = new Map(Object.entries(COLUMN_NAMES).map(([field, names]) =>
  [field, [...new Set(names.map(plainName))]] as const))

/** The places of the columns whose names say that they hold this, the likeliest first. */
export function findColumns(columns: readonly string[], field: ColumnField): readonly number[] {
  const plain = columns.map(plainName)
  return (PLAIN_NAMES.get(field) ?? []).map((name) => plain.indexOf(name)).filter((at) => at >= 0)
}
