// The grammar: which concepts, near each other, mean which reason. The same for all languages.
//
// A pattern is a list of slots; all must stand near each other, in any order. A slot is a concept,
// a negated one (`-find`: not found), or alternatives (`user|mailbox`). `WHO` is any word for the
// one mail goes to, `ABSENT` any way to say that it is not there. More slots outweigh fewer; a
// number behind `=` sets the weight (0–100) where that is not enough. `!concept` forbids it nearby.

import type { Reason } from './types.ts'

/** Short names for groups of concepts. */
export const GROUPS: Readonly<Record<string, string>> = {
  WHO: 'recipient|user|mailbox|account|address',
  ABSENT: 'unknown|-exist|-find|-know',
  NO: 'reject|block|-accept|-allow|forbidden|-permission|-want',
  CLIENT: 'client|ip|network',
  THROTTLE: 'rate|toofast|volume',
  MAIL: 'message|content|attachment',
}

/** Reason → patterns. */
export const GRAMMAR: Readonly<Partial<Record<Reason, readonly string[]>>> = {
  'mailbox-unknown': [
    'recipient|user|mailbox|account ABSENT = 82', 'address ABSENT = 78', 'recipient address ABSENT',
    'WHO invalid = 66', 'WHO -valid = 72', 'recipient address invalid = 74', 'recipient invalid = 72',
    'not user = 58', 'not mailbox = 62', 'not account = 60', 'not recipient = 50',
    'recipient|mailbox|address reject = 50', 'recipient address reject = 52',
    'mailbox|user|recipient unavailable = 52', 'recipient verify fail = 66',
    'recipient address -verify = 66', 'recipient|user|mailbox -verify = 60', 'WHO nolonger exist = 78',
    'WHO nolonger -find = 78', 'unknown = 40', 'WHO -deliver = 40', 'user nolonger unavailable = 60',
    'recipient -resolve = 60', 'list -exist = 64', 'list ABSENT = 62', 'user -listed = 72',
    'WHO missing program = 50', 'recipient|user|mailbox|address -contain = 40', 'WHO nolonger valid = 74',
    'WHO nolonger = 52', 'user -permission -know = 60', 'not WHO exist = 74',
    'account -exist = 84', 'invalid WHO list = 50', 'WHO unknown reject = 84', 'recipient invalid domain = 60',
    'domain unknown user = 80', 'domain -find user = 76', 'server unknown user = 84',
    'WHO ABSENT message = 80', 'undeliverable WHO ABSENT = 86', 'WHO ABSENT server = 84',
    'recipient -accept = 46', 'address -accept = 40', 'user|mailbox -accept = 46', 'user block = 38',
    'recipient -permission -know = 60', 'WHO invalid list = 60',
  ],
  'mailbox-disabled': [
    'WHO disabled = 84', 'mailbox|account|user|address|recipient disabled = 84', 'disabled = 62', 'WHO -active = 82', 'user -active',
    'WHO nolonger active = 90', 'account|mailbox nolonger accept = 76', 'WHO block disabled = 86',
    'account|mailbox block = 68', 'WHO left = 80', 'left nolonger = 82', 'left = 62',
    'user|account expired !message = 66', 'mailbox expired !message !queue = 60', 'WHO disabled temporary = 84',
    'account forbidden = 56', 'mailbox|account invalid disabled = 84', 'user|account unavailable nolonger = 74',
    'organization nolonger user = 80', 'nolonger active = 76', '-active = 58', 'account reject = 42',
    'mailbox|account nolonger unavailable = 74', 'WHO disabled spam = 82', 'WHO -accept message = 62',
  ],
  'mailbox-moved': [
    'WHO moved = 78', 'moved = 62', 'recipient moved address = 84', 'user moved address = 86',
    'user nolonger moved = 86', 'mailbox moved nolonger = 86', 'address moved = 72', 'message|user moved = 66',
    'user left moved = 88', 'account moved = 74', 'WHO disabled moved = 87', 'WHO ABSENT moved = 86',
  ],
  'address-syntax': [
    'WHO syntax = 84', 'address syntax = 84', 'recipient syntax = 86', 'address syntax error = 88', 'syntax = 58',
    'address invalid syntax = 88', 'address syntax command = 86', 'recipient address syntax = 92',
    'recipient address charset = 66', 'address -valid format = 70', 'user syntax = 74',
    'address missing domain = 78', 'domain invalid syntax = 74', 'address format invalid = 76',
    'recipient address format = 72', 'address big = 60', 'recipient syntax invalid = 88',
    'user big = 66', 'address command invalid = 60',
  ],
  'domain-unknown': [
    'domain ABSENT = 80', 'host ABSENT = 76', 'recipient domain ABSENT = 90', 'dns domain -find = 80',
    'domain|host -resolve = 76', 'domain invalid = 62', 'domain -valid = 66', 'mx -find = 76', 'not mx = 74',
    'mx missing = 76', 'dns mx -find = 82', 'domain mx missing = 84', 'host -find dns = 82', 'domain|host unknown = 84',
    'domain dns missing = 78', 'server ABSENT = 62', 'route WHO -find = 70', 'route -valid = 60',
    'route domain -find = 76', 'domain mx -find = 84', 'mx ip|host ABSENT = 80', 'domain -exist dns = 84',
    'route -exist = 62', 'domain nolonger exist = 80', 'domain route = 60', 'route address = 62', 'route WHO = 58',
    'domain|host missing dns = 76', 'domain -deliver = 56', 'domain expired !message = 60', 'mx ABSENT = 78',
    'domain -listed dns = 60', 'domain missing mx ip = 84', 'host|domain resolve fail permanent = 84',
    'ip host -find = 70', 'host|domain -find address = 74', 'route -permission = 40', 'domain undeliverable dns -find = 84',
    'server domain ABSENT = 76', 'recipient server -find = 70', 'recipient host ABSENT = 82', 'mx -resolve = 72',
  ],
  'domain-no-mail': [
    'domain -accept message = 84', 'domain|host -accept message = 80', 'domain nolonger accept = 86', 'host -accept = 62',
    'domain disabled = 74', 'server -accept message = 70', 'domain -accept = 66', 'domain nolonger accept message = 90',
    'domain mx invalid = 62', 'domain -active = 74', 'domain disabled account = 76', 'mx accept not domain = 74',
    'domain message disabled = 78', 'domain nolonger server = 72',
    'domain expired account = 66', 'domain nolonger active = 84', 'domain moved = 60', 'domain nolonger = 62',
  ],
  'recipient-refused': [
    'recipient|user|mailbox block sender = 82', 'sender block user = 72', 'recipient reject message = 56',
    'recipient -want message = 78', 'WHO -want = 70', 'recipient|user block message = 70',
    'user|recipient reject sender = 66', 'recipient block = 58', 'recipient NO sender = 76', 'your block recipient = 72',
    'recipient -accept message sender = 74', 'recipient -accept message your = 66', 'user -accept message your = 68',
    'user -accept message sender = 76', 'sender blocklist recipient = 80', 'recipient only accept message listed = 70',
    'user reject message = 58', 'user policy reject = 40', 'recipient -want = 76', 'user -want message = 76',
    'recipient program reject = 50',
  ],
  'recipient-restricted': [
    'only member = 86', 'only member deliver = 88', 'list only = 74', 'list -allow = 78', 'list -permission = 82',
    'not member = 80', '-member = 80', 'list -member = 86', 'member only list = 90', 'list forbidden = 74', 'moderator = 52',
    'list moderator = 66', 'moderator reject = 80', 'recipient internalonly = 84', 'internalonly = 70', 'list internalonly = 88',
    'WHO internalonly = 84', 'recipient only accept = 70', 'only sender permission list = 88', 'WHO only permission = 76',
    'sender -permission recipient|mailbox|list = 80', 'sender -permission deliver = 64', 'sender -permission recipient message = 82',
    '-permission deliver recipient|list|user|mailbox|address = 78', '-allow deliver recipient|mailbox|list|address = 74',
    '-allow list deliver = 84', 'recipient permission = 50', 'recipient forbidden = 56', 'WHO forbidden = 52',
    'recipient require login = 60', 'list only sender = 84', 'account only accept = 70', 'WHO only accept internalonly = 86',
    'only internalonly = 74', 'list reject = 60', 'mailbox -accept message internalonly = 88', 'list NO deliver = 84',
    'WHO only accept message = 74', '-permission list deliver = 90', 'list exist -permission = 88', 'message list member = 76',
    'list ABSENT -permission = 90', 'list -exist -permission deliver = 93', 'list require member = 84', 'sender not member = 84',
    'list only member deliver = 94', 'address only member = 84', 'address only accept = 70', 'WHO reject internalonly = 84',
    'list sender -permission = 88', 'list sender reject = 72', 'member list = 66', 'list verify = 46', 'address only permission = 74',
  ],
  'list-suppressed': [
    'suppression = 66', 'recipient suppression = 84', 'address suppression = 84', 'suppression list = 86',
    'suppression not deliver = 84', 'suppression message = 76', 'address suppression list = 90', 'recipient suppression list = 90',
    'WHO suppression block = 88', 'suppression complaint = 84',
  ],
  'mailbox-full': [
    'WHO full = 88', 'mailbox full = 92', 'full = 70', 'quota exceed = 84', 'quota full = 84', 'WHO quota = 76',
    'WHO exceed quota = 90', 'mailbox exceed limit = 84', 'mailbox|account|user exceed size = 76', 'quota = 60', 'account exceed limit = 70',
    'mailbox big = 74', 'mailbox exceed = 70', 'mailbox quota not = 78', 'user exceed limit message = 60', 'mailbox limit = 62',
    'not quota = 70', 'mailbox toomany message = 82', 'mailbox disk = 76', 'user disk = 70', 'recipient disk = 72',
    'mailbox size limit = 80', 'mailbox size exceed = 82', 'user quota exceed = 90', 'recipient quota exceed = 90', 'recipient full = 86',
    'disk quota exceed = 86', 'WHO full deliver = 90', 'message full recipient = 80', 'mailbox message limit exceed = 82', 'account quota exceed message = 90',
    'user|account -accept full = 88', 'quota limit exceed = 86',
  ],
  'mailbox-busy': [
    'mailbox|recipient|user|account busy = 78', 'mailbox unavailable temporary = 74', 'mailbox|account|user disabled temporary retry = 74',
    'recipient toofast message = 80', 'user toofast message = 80', 'recipient rate message = 72', 'mailbox rate = 66',
    'user rate message limit = 74', 'account rate message limit = 76', 'account toofast = 74', 'mailbox moved temporary = 74', 'recipient|mailbox temporary = 54',
    'user unavailable temporary = 72', 'WHO verify temporary = 66', 'WHO temporary = 50', 'recipient rate limit = 72',
    'recipient exceed rate = 76', 'account rate exceed = 74', 'user accept message rate = 80', 'recipient accept toofast = 82', 'WHO retry temporary = 58',
    'account temporary unavailable = 72', 'recipient unavailable temporary = 72', 'recipient accept toomany message = 70', 'WHO volume accept = 72',
    'mailbox unavailable busy = 80', 'recipient exceed volume = 74', 'recipient verify temporary = 74', 'recipient -verify temporary = 76',
  ],
  greylisted: [
    'greylist = 90', 'greylist retry = 93', 'greylist temporary = 93', 'greylist sender = 92', 'greylist client = 92', 'greylist duration = 92', 'greylist policy = 91',
    'greylist reject = 92',
  ],
  'rate-limited': [
    'THROTTLE exceed = 76', 'rate limit = 78', 'rate limit exceed = 86', 'client rate = 74', 'client toomany = 66', 'toomany connection = 86',
    'toomany message = 70', 'toomany message connection = 88', 'connection limit = 76', 'connection limit exceed = 84', 'volume exceed limit = 86', 'volume limit = 74',
    'toofast = 66', 'rate = 52', 'toomany error = 78', 'toomany command = 72', 'toomany fail = 64', 'toomany invalid = 74', 'toomany unknown = 78',
    'connection rate = 80', 'client connection rate = 86', 'message rate = 66', 'message limit volume = 84', 'sender exceed limit = 74', 'sender rate = 76', 'sender volume = 74',
    'sender exceed volume message = 86', 'sender toomany message = 80', 'user exceed volume = 80', 'domain exceed volume = 80', 'domain exceed limit message = 80',
    'client toomany message = 82', 'client toomany connection = 90', 'client toofast = 80', 'toofast retry = 72', 'connection toofast = 82', 'toomany recipient volume = 84',
    'toomany recipient duration = 78', 'account exceed volume = 84', 'account exceed volume message = 88', 'ip exceed limit = 78', 'ip rate = 76', 'connection exceed = 72',
    'limit exceed volume duration = 86', 'temporary rate = 70', 'limit exceed duration = 70', 'message limit duration = 74', 'message limit connection = 82', 'limit exceed message deliver = 62',
    'toomany invalid recipient = 84', 'toomany unknown recipient|user = 88', 'toomany unknown = 80', 'toomany connection client = 91', 'busy connection toomany = 86', 'rate spam = 74',
    'rate complaint = 80', 'complaint rate temporary = 80', 'rate unavailable complaint = 82', 'login toomany fail = 74', 'limit exceed = 46', 'exceed limit recipient volume = 82',
    'connection number limit = 84', 'recipient volume limit = 80', 'recipient limit exceed duration = 80', 'account limit exceed deliver = 70', 'connection NO toomany = 86',
  ],
  'too-many-recipients': [
    'toomany recipient = 84', 'recipient limit = 66', 'recipient limit exceed = 80', 'recipient number = 72', 'recipient number exceed = 86', 'recipient toomany message = 88',
    'recipient exceed = 62', 'recipient only message = 50', 'recipient exceed number limit = 90', 'message toomany recipient = 89', 'recipient limit message = 70', 'recipient connection limit = 80',
    'toomany address = 70', 'recipient toomany connection = 87', 'recipient number limit = 82', 'message limit recipient exceed = 82',
  ],
  'server-busy': [
    'busy = 68', 'server busy = 82', 'server unavailable = 76', 'unavailable = 56', 'server busy retry = 88', 'server unavailable retry = 84', 'temporary unavailable = 68',
    'server unavailable temporary = 82', 'retry = 44', 'temporary retry = 50', 'server temporary retry = 62', 'server -accept message temporary = 76', 'resource busy = 78',
    'server -accept connection = 66', 'connection busy = 74', 'connection toomany server = 70', 'unavailable connection = 64', 'temporary reject retry = 56', 'temporary fail retry = 56',
    'server unavailable connection = 76', 'message -accept temporary = 66', 'server temporary = 54', 'server resource = 62', 'server reject retry = 66', 'connection -accept temporary = 70',  'server resource exceed = 74', 'resource exceed = 64', 'resource temporary = 66', 'temporary delay = 50', 'reject retry = 48', 'fail retry = 44',
    'temporary fail = 46', 'temporary -accept = 60', 'server reject temporary = 60', 'message temporary retry = 56', '-deliver temporary = 46', 'network busy = 74', 'temporary error retry = 56',
  ],
  'server-error': [
    'internal error = 78', 'server error = 72', 'server internal error = 86', 'internal error temporary = 80', 'program fail = 68', 'program error = 74', 'config error = 76', 'config = 52',
    'server config error = 84', 'program unavailable = 68', 'program fail temporary = 76', 'error = 44', 'internal fail = 62', 'error temporary = 56', 'program timeout = 72', 'program exist -find = 62',
    'program temporary = 60', 'server config = 66', 'mailbox error = 58', 'mailbox program error = 76', 'program reset = 66', 'program connection fail = 76', 'attachment error = 46',
    'program -allow = 54', 'program user unknown = 84', 'message error server = 60', 'config invalid = 72', 'server fail = 58', 'queue error = 74', 'queue fail = 64', 'program = 46',
    'program dns error = 66', 'program unreachable = 74', 'disk error = 70', 'attachment fail error = 60', 'permission error attachment = 74', 'mailbox -find error program = 72', 'verify error temporary = 58', 'resolve internal error = 60',
    'program connection = 64', 'program -resolve = 62', 'error deliver internal = 72', 'internal = 44', 'program verify fail = 70', 'mailbox fail error = 62', 'message fail program = 60', 'mailbox invalid program = 60', 'program -find = 60',
    'server -config = 70', 'route config = 62', 'resolve program = 60', 'user program fail = 72', 'program internal = 66', 'spam program fail = 66', 'virus program fail = 72', 'program virus error = 76', 'deliver error = 50', 'message program error = 72',
    'internal temporary = 60', 'resource fail = 62', 'program resource = 68',
  ],
  'system-full': [
    'disk = 62', 'disk not = 76', 'server disk = 80', 'disk full = 80', 'server quota = 62', 'server full = 64', 'resource not = 66', 'resource fail server = 66', 'disk server not = 84',
    'disk error = 62', 'queue full = 84', 'queue disk = 84', 'not disk temporary = 82', 'disk program = 64', 'resource disk = 78', 'server resource not = 78', 'disk -exist = 80', 'not exist disk = 82',
  ],
  'network-error': [
    'unreachable = 72', 'connection unreachable = 84', 'server unreachable = 80', 'host unreachable = 82', 'reset = 62', 'connection reset = 84', 'timeout = 58', 'connection timeout = 84', 'connection fail = 74', 'connection reject = 60',
    'server timeout = 70', 'server connection fail = 80', 'timeout command = 72', 'message timeout = 62', 'network error = 80', 'network fail = 74', 'network timeout = 78', 'network unreachable = 84', 'connection error = 70', 'connection -find = 50',
    'host timeout = 72', 'mx unreachable = 82', 'domain unreachable = 70', 'server connection reset = 88', 'connection timeout server = 88', 'deliver timeout = 60', 'connection -resolve = 50', 'command reset = 66', 'timeout deliver = 60', 'client timeout = 70',
    'connection network = 62', 'network = 36', 'server connection timeout unreachable = 88', 'server unavailable unreachable = 78', 'not connection = 60', 'mx connection fail = 78', 'server -deliver connection = 60', 'server reset = 68',
  ],
  'dns-failure': [
    'dns fail = 74', 'dns error = 78', 'dns timeout = 84', 'dns temporary = 84', 'resolve temporary = 82', 'resolve fail temporary = 84', 'domain|host resolve temporary = 84', 'domain|host -resolve temporary = 85', 'dns fail temporary = 88', 'domain -find temporary = 82',
    'host -find temporary = 82', 'host -find retry = 84', 'domain -find retry = 82', 'dns server error = 82', 'dns server fail = 84', 'resolve fail = 60', 'resolve error = 66', 'resolve timeout = 82', 'domain dns fail = 74', 'dns unavailable = 76', 'host dns error = 80',
    'spf dns temporary = 90', 'spf dns timeout = 90', 'spf dns error = 84', 'spf temporary = 74', 'mx temporary = 62', 'mx dns fail temporary = 88', 'dns -find temporary = 86', 'domain verify temporary = 60', 'dns -resolve temporary = 88', 'domain|host dns error temporary = 88',
    'dns retry = 70', 'domain mx fail temporary = 84', 'server dns fail = 78', 'spf temporary error = 86', 'dns = 40', 'dns -resolve = 50', 'resolve retry domain|host = 78',
  ],
  'routing-error': [
    'loop = 82', 'loop message = 86', 'loop toomany = 90', 'loop mx = 88', 'route error = 70', 'route invalid = 62', 'loop config = 88', 'mx loop = 90', 'loop server = 86', 'loop suspicious = 87', 'route fail = 60', 'mx config error = 66', 'route server = 46', 'loop exceed = 90', 'loop limit = 90', 'route loop = 91', 'message loop exceed = 92', 'loop error = 88', 'route address -find = 50',
    'route list forbidden = 62', 'server route not = 50', 'loop deliver = 87', 'route config error = 74', 'mx config invalid = 66', 'loop dns = 86', 'toomany route = 74', 'domain route loop = 92',
  ],
  expired: [
    'expired message = 70', 'expired queue = 84', 'expired = 58', 'undeliverable expired = 74', 'expired deliver = 70', 'expired retry = 76', 'expired temporary = 60', 'expired exceed = 74', 'queue exceed duration = 80', 'message queue exceed = 76', 'deliver exceed duration = 62', 'undeliverable duration = 60', 'message expired duration = 76',
    'undeliverable duration = 58', 'expired fail = 62', 'retry exceed = 72', 'deliver duration not = 50', 'message timeout queue = 82', 'retry exceed limit = 76', 'queue timeout = 76', 'queue duration = 66', 'not deliver duration = 58',
  ],
  'ip-blocklisted': [
    'listname = 74', 'client blocklist = 84', 'ip blocklist = 84', 'blocklist = 68', 'client listed = 78', 'ip listed = 80', 'ip listname = 88', 'blocklist listname = 90', 'client listname = 88', 'client blocklist listname = 93', 'block listname = 84', 'listed listname = 88', 'host blocklist = 80', 'client listed spam = 82', 'network blocklist = 78',
    'server blocklist = 76', 'reject blocklist = 74', 'block blocklist = 74', 'message blocklist client = 82', 'ip block listname = 92', 'visit listname = 72', 'sender blocklist = 50', 'listname reject = 84', 'listed blocklist = 80', 'ip dynamic listname = 90', 'ip spam listed = 80', 'host listed = 74', 'connection blocklist = 82', 'listname message = 78', 'dynamic blocklist = 82', 'dns blocklist = 82',
  ],
  'ip-reputation': [
    'ip block = 84', 'client block = 76', 'client reputation = 88', 'ip reputation = 90', 'reputation = 58', 'CLIENT reject = 62', 'client reject policy = 58', 'ip reject = 70', 'client -permission connection = 68', 'network block = 80', 'client block spam = 82', 'ip block spam = 84', 'ip spam = 70', 'client spam = 64', 'host block = 70', 'connection block = 66', 'connection reject reputation = 88', 'client -allow = 62',
    'ip -allow = 74', 'client forbidden = 62', 'ip suspicious = 70', 'network spam = 70', 'client suspicious = 64', 'server block = 56', 'ip complaint = 80', 'client complaint = 76', 'ip block policy = 80', 'client block temporary = 78', 'ip block temporary = 84', 'server reputation = 76', 'connection reputation = 86', 'ip rate reputation = 90', 'reputation rate = 78', 'reputation temporary = 76', 'client NO connection = 70', 'client virus = 60',
    'ip dynamic = 72', 'dynamic = 56', 'client dynamic = 74', 'ip NO = 66', 'ip invalid = 50', 'client reject connection = 66', 'connection NO client = 70', 'network NO = 70', 'connection forbidden = 58', 'server reject client = 60', 'reputation reject = 72', 'reputation message block = 70', 'your block message = 58', 'client block message = 80', 'ip block message = 86', 'listed our client = 66', 'country block = 60', 'connection reject spam = 72', 'network reputation = 86', 'message ip reputation = 88',
  ],
  'domain-reputation': [
    'domainlist = 82', 'domain blocklist = 78', 'domain listed = 70', 'domain reputation = 88', 'link blocklist = 90', 'link listed = 86', 'domainlist message = 86', 'domainlist link = 93', 'link block = 82', 'link reputation = 90', 'sender domain blocklist = 90', 'sender domain reputation = 92', 'sender domain listed = 88', 'link spam = 80', 'link suspicious = 82', 'domain block = 60', 'domain listname = 84', 'sender domain block = 72', 'link domain = 76', 'sender listname = 60', 'sender domain listname = 91',
    'message link block = 84', 'message link = 66', 'contain link blocklist = 93', 'domainlist block = 88', 'domainlist listed = 90', 'domainlist domain = 90', 'contain link block = 86', 'link = 48', 'message domain blocklist = 84', 'link NO = 76', 'domain spam = 52', 'helo listed domain = 80',
  ],
  'reverse-dns': [
    'ptr = 80', 'ptr missing = 90', 'ptr -find = 90', 'ptr client = 90', 'ptr ip = 90', 'helo invalid = 80', 'helo -valid = 80', 'helo = 54', 'helo reject = 80', 'helo mismatch = 86', 'ptr mismatch = 92', 'ptr -resolve = 91', 'ptr fail = 90', 'client host -find = 76', 'client host -resolve = 84', 'client -resolve = 66', 'client host ABSENT = 78', 'ip -resolve = 74', 'helo host = 74', 'helo domain -find = 84', 'helo -resolve = 84', 'helo ABSENT = 80', 'helo -permission = 66', 'helo syntax = 76',
    'dynamic host = 74', 'ptr dynamic = 92', 'helo ip = 76', 'ptr require = 91', 'helo require host = 82', 'ip host mismatch = 84', 'client host mismatch = 84', 'helo dns = 80', 'client dns missing = 76', 'ip dns missing = 72', 'client host unknown = 80', 'ip -find host = 72', 'helo client = 70', 'helo require = 56', 'client missing host = 70', 'ptr invalid = 91', 'client host invalid = 72', 'helo policy = 62', 'helo our = 72', 'ptr -valid = 91', 'helo sender invalid = 76', 'helo mismatch ip = 90', 'client dynamic host = 84', 'ptr temporary = 91', 'ip dynamic host = 80',
  ],
  'auth-failure': [
    'spf = 72', 'spf fail = 90', 'spf reject = 88', 'spf -permission = 90', 'spf policy = 88', 'spf -valid = 88', 'spf missing = 88', 'spf require = 86', 'spf sender = 84', 'spf mismatch = 90', 'spf verify fail = 92', 'spf domain = 84', 'spf message = 82', 'spf client = 84', 'spf invalid = 86', 'spf suspicious = 82', 'sender mismatch = 62', 'sender domain mismatch = 66', 'message mismatch = 46', 'domain mismatch sender = 66', 'client -permission sender domain = 84', 'client -allow sender domain = 80', 'ip -permission sender = 84',
    'ip -permission domain = 82', 'ip -allow domain = 80', 'spf error = 76', 'client -permission domain deliver = 82', 'spf -verify = 86', 'spf NO = 88', 'spf domain reject policy = 92', 'mismatch domain client = 70', 'spf spam = 84', 'spf permanent error = 88', 'sender client mismatch = 76', 'sender ip mismatch = 78', 'spf listed = 80', 'header mismatch spf = 92', 'mismatch = 42', 'server -permission sender domain = 78', 'host -permission domain deliver = 80',
  ],
  'sender-rejected': [
    'sender ABSENT = 84', 'sender domain ABSENT = 90', 'sender address ABSENT = 88', 'sender reject = 72', 'sender address reject = 76', 'sender block = 72', 'sender -allow = 74', 'sender -permission = 62', 'sender invalid = 80', 'sender address invalid = 84', 'sender -valid = 82', 'sender verify fail = 88', 'sender -verify = 84', 'sender domain invalid = 86', 'sender domain -resolve = 90', 'sender mx missing = 86', 'sender domain mx = 84', 'sender dns missing = 80', 'sender syntax = 82', 'sender forbidden = 72', 'sender missing = 62', 'sender disabled = 66', 'sender address syntax = 88', 'sender require = 54',
    'sender -accept = 72', 'sender NO = 72', 'sender message reject = 66', 'sender blocklist = 66', 'sender listed = 60', 'sender -find = 84', 'sender policy reject = 70', 'sender spam = 50', 'sender verify = 64', 'sender mailbox unknown = 84', 'sender dns -find = 88', 'sender domain -accept = 86', 'sender domain dns = 80', 'sender -permission login = 80', 'sender login mismatch = 86', 'sender mismatch login = 86', 'sender account mismatch = 76', 'sender -permission account = 66', 'sender suspicious = 54', 'sender verify error = 84', 'sender address verify = 80', 'sender mailbox verify = 82', 'sender ip block = 62', 'sender -active = 70',
    'sender user ABSENT = 88', 'sender address unknown domain = 90', 'sender domain -accept message = 90', 'sender domain block = 74', 'sender require valid = 76', 'sender domain exist = 66', 'sender unavailable = 56', 'sender domain reject = 74', 'your domain block = 56', 'sender host ABSENT = 86', 'sender verify unreachable = 88', 'sender address missing = 72', 'sender domain missing = 76', 'sender login -permission = 82', 'sender verify timeout = 84',
  ],
  'relay-denied': [
    'relay = 70', 'relay NO = 88', 'relay reject = 88', 'relay -permission = 88', 'relay -allow = 88', 'relay forbidden = 88', 'relay not = 80', 'relay -accept = 84', 'relay recipient = 74', 'relay require login = 84', 'relay client = 78', 'relay domain = 76', 'relay -deliver = 80', 'relay block = 86', 'relay domain not = 84', 'relay ip NO = 86', 'relay user not = 82', 'route domain -permission = 60', 'server domain -accept = 66', 'our domain not = 50', 'relay message = 70', 'relay only = 80', 'relay domain -listed = 84', 'relay -find = 74', 'relay fail = 80', 'relay sender -permission = 86',
    'our not domain = 52', 'domain -permission server = 54', 'domain -config server = 70', 'relay address -deliver = 80',
  ],
  'smtp-auth-required': [
    'login require = 86', 'login = 62', 'login fail = 86', 'login invalid = 84', 'login missing = 80', 'login client = 78', 'login -permission = 78', 'login reject = 76', 'login -allow = 76', 'login user = 72', 'login not = 76', 'login require deliver = 88', 'login sender = 68', 'login require client = 90', 'login relay = 78', 'login message = 70', 'login disabled = 74', 'login account = 72', 'login expired = 74', 'login require retry = 88', 'login server = 70', 'login permission = 72', 'login temporary fail = 84', 'login error = 74', 'login mismatch = 66', 'login spf = 60',
  ],
  'tls-required': [
    'tls require = 88', 'tls fail = 82', 'tls = 60', 'tls missing = 78', 'tls not = 74', 'certificate fail = 84', 'certificate = 72', 'certificate expired = 88', 'certificate mismatch = 88', 'certificate invalid = 88', 'tls certificate = 88', 'tls error = 80', 'tls connection fail = 86', 'certificate -verify = 90', 'certificate verify fail = 92', 'tls policy = 84', 'tls -accept = 80', 'tls connection = 72', 'tls only = 82', 'tls reject = 74', 'tls temporary = 72', 'tls server = 66', 'tls unavailable = 82', 'tls invalid = 78', 'tls -allow = 74', 'certificate -valid = 90', 'tls require connection = 91', 'tls deliver require = 90', 'tls timeout = 72', 'tls reset = 74', 'tls -valid = 78', 'tls forbidden = 76',
    'tls client require = 90', 'tls login require = 84', 'tls unreachable = 72',
  ],
  'spam-content': [
    'spam = 66', 'message spam = 78', 'content spam = 82', 'spam suspicious = 80', 'spam reject = 76', 'spam block = 76', 'message spam suspicious = 86', 'spam contain = 78', 'message spam reject = 82', 'message spam block = 84', 'spam limit = 76', 'spam policy = 72', 'spam exceed = 80', 'spam number = 74', 'message suspicious = 56', 'content suspicious = 68', 'spam message -accept = 82', 'spam content reject = 86', 'spam suspicious content = 86', 'spam forbidden = 74', 'message suspicious content = 70', 'spam subject = 80', 'spam header = 76', 'spam message contain = 82', 'suspicious = 42', 'spam -accept = 76', 'spam -want = 76', 'spam message number = 82', 'message -want = 54',
  ],
  policy: [
    'policy = 58', 'policy reject = 70', 'policy message = 62', 'policy block = 68', 'policy NO = 70', 'policy message reject = 72', 'policy message block = 72', '-permission = 52', 'reject = 46', 'block = 44', 'forbidden = 46', 'message reject = 52', 'message block = 54', 'country = 56', 'country block = 80', 'country -accept = 80', 'country reject = 78', 'message country = 70', '-allow = 44', 'message -allow = 50', 'message -permission = 54', 'message forbidden = 52', 'server reject message = 54', 'policy recipient = 56', 'policy server = 60', 'message -accept = 50',
    'policy deliver = 60', 'connection reject policy = 64', 'client country = 76', 'policy recipient reject = 66', 'reject permission = 52', 'deliver -permission = 54', 'deliver -permission message = 58', 'organization policy = 74', 'policy sender = 56', '-accept = 40', 'NO message deliver = 54',
  ],
  virus: [
    'virus = 80', 'virus contain = 90', 'message virus = 88', 'virus attachment = 90', 'virus content = 88', 'virus suspicious = 88', 'virus reject = 86', 'virus block = 86', 'virus spam = 76', 'virus find = 86', 'message contain virus = 94', 'virus NO = 88',
  ],
  'content-rejected': [
    'attachment NO = 86', 'attachment reject = 86', 'attachment block = 88', 'attachment forbidden = 90', 'attachment -allow = 90', 'attachment -accept = 88', 'attachment contain = 62', 'attachment policy = 84', 'attachment suspicious = 78', 'content reject = 72', 'content block = 72', 'content policy = 74', 'content forbidden = 82', 'content NO = 76', 'message content reject = 76', 'message attachment block = 89', 'message attachment NO = 88', 'charset NO = 80', 'charset -accept = 84', 'charset message -accept = 88', 'charset message = 56', 'charset = 48', 'charset block = 80', 'content -accept = 76', 'subject NO = 80', 'subject block = 80', 'subject contain = 74', 'subject reject = 78',
    'header NO = 56', 'header reject = 60', 'message contain forbidden = 70', 'contain forbidden = 62', 'content contain forbidden = 80', 'message content -accept = 78', 'attachment invalid = 66', 'attachment = 50', 'message contain attachment = 66', 'message contain NO content = 78', 'tls attachment = 70', 'message format -accept = 60', 'content message -allow = 80', 'subject missing = 70', 'header content forbidden = 78', 'autoreply message NO = 66',
  ],
  'too-large': [
    'message big = 84', 'message size = 76', 'message size exceed = 90', 'message size limit = 88', 'message exceed limit = 66', 'size exceed = 76', 'size limit = 74', 'attachment big = 84', 'attachment size = 82', 'big = 52', 'size = 44', 'size limit exceed = 88', 'message big server = 86', 'message exceed size mailbox = 84', 'message big mailbox = 84', 'message size limit exceed = 93', 'header big = 84', 'header size = 82', 'message big limit = 90', 'content big = 80', 'message exceed big = 86', 'size message -accept = 86', 'size attachment exceed = 90', 'message size big = 90', 'header exceed limit = 82', 'message big recipient = 86', 'subject big = 72', 'resource message size = 86',
    'message exceed = 56', 'message exceed size = 90', 'size quota message exceed = 80',
  ],
  'not-rfc-compliant': [
    'format = 58', 'format message = 76', 'format invalid = 80', 'format header = 84', 'header missing = 84', 'header invalid = 84', 'header -valid = 84', 'header syntax = 86', 'header mismatch = 66', 'header toomany = 82', 'format -accept = 76', 'message format error = 82', 'header format invalid = 90', 'message format reject = 82', 'format require = 76', 'format missing = 76', 'header require = 76', 'message header missing = 88', 'format exceed = 80', 'format big = 84', 'message missing header = 88', 'message invalid = 60', 'message syntax = 70', 'header error = 76', 'message -valid = 60', 'message header invalid = 88', 'header = 46', 'format reject = 76', 'format NO = 72', 'header contain invalid = 86', 'charset header = 78', 'message format -valid = 84', 'charset header invalid = 86', 'charset header -allow = 86', 'format message -allow = 80',
    'message contain format = 78', 'header sender missing = 82', 'header sender invalid = 82', 'format charset = 66', 'message invalid format = 82', 'header NO charset = 84',
  ],
  'protocol-error': [
    'command = 56', 'command unknown = 84', 'command invalid = 80', 'command -valid = 80', 'command syntax = 82', 'command error = 74', 'command reject = 62', 'command -allow = 74', 'command missing = 76', 'command require = 76', 'command not = 66', 'command big = 72', 'command timeout = 50', 'command error syntax = 88', 'command mismatch = 70', 'command -exist = 78', 'command sender = 44', 'command unavailable = 70', 'command fail = 62', 'charset server not = 76', 'charset command = 78', 'charset -accept server = 76', 'command disabled = 72', 'command -permission = 66', 'command permanent error = 74', 'command recipient valid = 62', 'command -accept = 72', 'server charset -allow = 78', 'address charset server not = 84', 'command forbidden = 76', 'command require tls = 60', 'error syntax = 72', 'command -find = 66', 'command invalid address = 62',
  ],
  'auto-reply': ['autoreply = 78', 'autoreply message = 80', 'autoreply your = 80', 'autoreply user = 80', 'autoreply contact = 82'],
  challenge: ['challenge = 74', 'challenge sender = 82', 'challenge message deliver = 84', 'challenge verify = 84', 'challenge deliver your = 82', 'challenge spam = 80'],
  delayed: [
    'delay = 74', 'delay message = 80', 'delay deliver = 82', 'delay retry = 82', 'delay duration = 82', 'delay message deliver = 86', 'delay undeliverable = 84', 'delay temporary = 80', 'delay message duration = 86', 'delay queue = 82', 'moderator delay = 88', 'moderator message = 66', 'list moderator message = 78', 'delay list moderator = 92', 'moderator deliver = 70', 'delay server = 78',
  ],
  complaint: ['complaint = 60', 'complaint message = 66', 'complaint spam message your = 80', 'complaint spam = 66', 'complaint suspicious = 70', 'complaint user spam = 78'],
  delivered: ['deliver accept = 48'],
}
