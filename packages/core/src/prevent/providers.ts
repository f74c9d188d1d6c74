// Domains of mailbox providers with many users, the most used first: what a mistyped domain was
// most often meant to be.

export const PROVIDER_DOMAINS: readonly string[] = [
  'gmail.com', 'yahoo.com', 'hotmail.com', 'outlook.com', 'icloud.com', 'aol.com', 'live.com',
  'msn.com', 'googlemail.com', 'me.com', 'mac.com', 'ymail.com', 'rocketmail.com', 'mail.com', 'email.com',
  'proton.me', 'protonmail.com', 'pm.me', 'zoho.com', 'fastmail.com', 'hey.com', 'tutanota.com',
  'gmx.de', 'gmx.net', 'gmx.com', 'gmx.at', 'gmx.ch', 'web.de', 't-online.de', 'freenet.de',
  'arcor.de', 'posteo.de', 'mailbox.org', 'online.de', 'hotmail.de', 'yahoo.de', 'outlook.de',
  'live.de', 'bluewin.ch', 'sunrise.ch', 'hispeed.ch', 'chello.at', 'aon.at',
  'orange.fr', 'wanadoo.fr', 'free.fr', 'sfr.fr', 'laposte.net', 'neuf.fr', 'bbox.fr',
  'hotmail.fr', 'yahoo.fr', 'live.fr', 'outlook.fr', 'numericable.fr',
  'libero.it', 'virgilio.it', 'alice.it', 'tiscali.it', 'tin.it', 'hotmail.it', 'yahoo.it',
  'live.it', 'outlook.it', 'fastwebnet.it',
  'hotmail.es', 'yahoo.es', 'outlook.es', 'telefonica.net', 'sapo.pt', 'live.com.pt',
  'terra.com.br', 'uol.com.br', 'bol.com.br', 'ig.com.br', 'globo.com', 'hotmail.com.br',
  'yahoo.com.br', 'yahoo.com.ar', 'yahoo.com.mx', 'prodigy.net.mx', 'live.com.mx',
  'hotmail.co.uk', 'yahoo.co.uk', 'live.co.uk', 'btinternet.com', 'sky.com', 'virginmedia.com',
  'ntlworld.com', 'talktalk.net', 'blueyonder.co.uk', 'outlook.ie', 'eircom.net',
  'comcast.net', 'verizon.net', 'att.net', 'sbcglobal.net', 'bellsouth.net', 'cox.net',
  'charter.net', 'earthlink.net', 'juno.com', 'windstream.net', 'centurylink.net', 'frontier.com',
  'optonline.net', 'mindspring.com', 'roadrunner.com', 'netzero.net',
  'rogers.com', 'shaw.ca', 'sympatico.ca', 'videotron.ca', 'telus.net', 'yahoo.ca', 'hotmail.ca',
  'bigpond.com', 'optusnet.com.au', 'yahoo.com.au', 'live.com.au', 'xtra.co.nz',
  'telenet.be', 'skynet.be', 'hotmail.be', 'ziggo.nl', 'kpnmail.nl', 'planet.nl', 'hetnet.nl',
  'home.nl', 'xs4all.nl', 'live.nl', 'hotmail.nl', 'casema.nl', 'upcmail.nl',
  'telia.com', 'hotmail.se', 'live.se', 'spray.se', 'hotmail.dk', 'live.dk', 'online.no',
  'hotmail.no', 'live.no', 'luukku.com', 'kolumbus.fi',
  'wp.pl', 'o2.pl', 'onet.pl', 'interia.pl', 'op.pl', 'poczta.fm', 'gazeta.pl', 'tlen.pl',
  'seznam.cz', 'centrum.cz', 'email.cz', 'post.cz', 'azet.sk', 'zoznam.sk', 'centrum.sk',
  'freemail.hu', 'citromail.hu', 'abv.bg', 'mail.bg', 'yahoo.ro', 'otenet.gr', 'hotmail.gr',
  'mail.ru', 'yandex.ru', 'ya.ru', 'bk.ru', 'list.ru', 'inbox.ru', 'rambler.ru', 'yandex.com',
  'ukr.net', 'i.ua', 'meta.ua', 'inbox.lv', 'hot.ee', 'mynet.com', 'hotmail.com.tr',
  'qq.com', '163.com', '126.com', 'sina.com', 'foxmail.com', 'yeah.net', 'yahoo.com.tw',
  'yahoo.com.hk', 'yahoo.com.sg', 'naver.com', 'daum.net', 'hanmail.net', 'nate.com',
  'yahoo.co.jp', 'docomo.ne.jp', 'ezweb.ne.jp', 'au.com', 'softbank.ne.jp', 'i.softbank.jp',
  'nifty.com', 'rediffmail.com', 'yahoo.co.in', 'yahoo.in', 'yahoo.co.id', 'walla.co.il',
]

/** Endings that are none, and what was meant: no registry of ICANN's has them. */
export const FALSE_ENDINGS: Readonly<Record<string, string>> = {
  c: 'com', con: 'com', cmo: 'com', ocm: 'com', comm: 'com', coom: 'com', vom: 'com', xom: 'com', cim: 'com',
  cpm: 'com', clm: 'com', dom: 'com', ccom: 'com', copm: 'com', comn: 'com', come: 'com', cop: 'com',
  colm: 'com', comt: 'com', nett: 'net', ner: 'net', nte: 'net', bet: 'net', met: 'net', het: 'net',
  ent: 'net', nrt: 'net', ogr: 'org', orgg: 'org', rog: 'org', orh: 'org', prg: 'org', edy: 'edu',
}
