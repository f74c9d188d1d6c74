// Names that stay when a bounce is made anonymous, since they say what refused and nothing about
// people: operators of mail and of block lists, role addresses, host names that every site has.
// Data only.

/** Providers, filters, hosters and manuals beside those of rules/, with all that is below them. */
const DOMAINS = `
1and1.de 21cn.com 263.net abuse.net abv.bg adobe.com afrinic.net alibaba.com alice.it amavis.org
amazon.com amazonaws.com amazonses.com antispamcloud.com aol.net apache.org apnic.net arcor.de
arin.net aruba.it att.com awsapps.com bigfoot.com biglobe.ne.jp blackholes.us bluehost.com
bluewin.ch bol.com.br bondedsender.org brevo.com broadcom.com bt.com btinternet.com centrum.cz
centurylink.net charter.com cisco.com clamav.net comcast.com courier-mta.org cp.net cr.yp.to
criticalpath.net dkim.org dmarc.org dnswl.org dovecot.org dreamhost.com elasticemail.com
everyone.net exchange.local excite.com exim.org ezmlm.org fastmail.com fb.com fireeye.com
fortimail.com fortinet.com freenet.de frontier.com fusemail.net gandi.net gbudb.com gnu.org
godaddy.com googlegroups.com googleusercontent.com greylisting.org gstatic.com habeas.com
hornetsecurity.com hostedemail.com hostgator.com hotmail.co.uk hotmail.de hotmail.fr hover.com
iana.org icann.org ietf.org iij.ad.jp ijs.si inacatv.ne.jp infoseek.jp inter7.com interserver.net
ironport.com isipp.com juno.com kddi.com kpn.nl lacnic.net lashback.com libero.it list.org
live.co.uk locaweb.com.br lycos.com m3aawg.org maawg.org mailchimp.com mailgun.com mailgun.net
mailgun.org mailjet.com mailman.org mailspamprotection.com mandrillapp.com mcafee.com mcdlv.net
mcsv.net megarbl.net messagingengine.com microsoftonline.com migadu.com milter-greylist.org
mozilla.org mtasv.net mxlogic.com mxlogic.net mxtoolbox.com namecheap.com nate.com netzero.net
nifty.com nixspam.net ocn.ne.jp office.com onet.pl open-spf.org opensmtpd.org openspf.org
optonline.net optusnet.com.au ovh.com ovh.net pobox.com porcupine.org postfix.org postini.com
postmarkapp.com privateemail.com proximus.be puremagic.com qmail.org reflexion.net returnpath.com
returnpath.net rfc-editor.org ripe.net rogers.com saas.net schema.org schweikert.ch
sendersupport.com sendgrid.com sendgrid.net sendinblue.com sendmail.com sendmail.org sfr.fr
shaw.ca sina.com sina.com.cn sky.com skynet.be so-net.ne.jp socketlabs.com softbank.jp
softbank.ne.jp sohu.com sophos.com spamassassin.org spamexperts.com spamhaus.com sparkpost.com
sparkpostmail.com spmode.ne.jp strato.de swinog.ch swisscom.ch symantec.com symanteccloud.com
sympatico.ca talktalk.net tele2.se telefonica.es telekom.de telenet.be telia.com telstra.com
telus.net terra.com.br terra.es tim.it tiscali.it tmtkids.ne.jp tom.com trellix.com tucows.com
tutanota.com ukr.net uol.com.br usa.net vade-retro.com vadesecure.com validity.com valli.org
verizon.com virgilio.it vix.com vodafone.ne.jp w3.org whatismyipaddress.com wietse.com windows.net
windstream.net xmlsoap.org xs4all.nl xtra.co.nz yahoo.co.jp yahoo.net yahooinc.com ziggo.nl
`

/** Domains that are nobody's (RFC 2606, RFC 6761). */
const RESERVED_DOMAINS = 'example.com example.org example.net example.edu'
const RESERVED_TLDS = 'example test invalid localhost localdomain'

/** Names that every site has: they stay as labels, digits behind them too. */
const LABELS = `
mx mxa mxb mxs mail mails mailer email smtp smtps smtpd smtpin smtpout esmtp mta msa mda imap pop pop3 webmail
relay relays mailrelay mailout mailin mailgw mailgate mailhub mailhost mailserver mbox mailbox out outbound
outgoing in inbound incoming gw gate gateway edge front frontend back backend filter filters spam antispam
antivirus virus av bounce bounces return returns list lists news newsletter mailing www ww ftp web api app
apps host hosts server srv node cluster pool lb ns dns localhost local internal intern int ext external
dmz lan corp office exchange exch ex hub cas edge owa autodiscover vps dedicated cloud static dynamic dyn
dsl adsl cable dhcp pool ppp cpe cust customer customers client clients unknown support help postmaster
abuse security status docs doc wiki blog forum forums search services service bl dnsbl rbl zen sbl xbl pbl dbl
cbl psbl combined multi black ix truncate rhsbl hostkarma sbl-xbl b spf selector
l aspmx alt gmail-smtp-in prod protection eop mail-eopbgr emea amer apac eu us com net org
dispatch mxb-us eur nam apc jpn gbr can aus ind kor bra
`

/** Local parts that stand for a role, not for a person (RFC 2142 and custom). */
const ROLES = `
postmaster mailer-daemon mailerdaemon daemon maildaemon mail-daemon mailsystem mail-system mdaemon mmdf pmdf
root admin administrator administrators sysadmin hostmaster webmaster www-data www apache nobody abuse security
noc noreply no-reply donotreply do-not-reply no_reply nobody bounce bounces bounced return returns
info contact support help helpdesk office sales service services billing marketing team newsletter news
list lists list-owner owner majordomo mailman listserv listproc sympa ezmlm feedback feedbackloop fbl arf
complaints complaint staff webmail mail mailer smtp smtpd spam notspam junk test postmaster-dsn mta
mail-delivery-system microsoftexchange system systemadministrator user username users recipient sender
undisclosed-recipients notification notifications notify alert alerts update updates e-mail email nospam
address to from rcpt ndr mailbounce errors error-report reply request subscribe unsubscribe confirm
`

/**
 * Top-level domains beside those of two letters; others are taken for words with a dot between
 * them.
 */
const TLDS = `
com net org edu gov mil int arpa info biz name pro aero coop museum jobs mobi travel tel asia cat post xxx
app dev page blog cloud online site store shop tech xyz top club live life world email mail media news agency
company digital solutions services systems network group global international center bank insurance legal
consulting capital ventures finance money tax health care clinic hospital school academy university education
foundation church charity energy farm garden house homes land property rent auto cars bike boats tools
works builders construction engineering events photos photography gallery design studio art music film video
games game bet casino party dance fashion style beauty salon spa fitness yoga sport sports run football
restaurant cafe coffee beer wine pizza food menu kitchen recipes hotel holiday flights cruises tours vacations
london paris berlin wien koeln hamburg bayern nrw tokyo nyc vegas miami amsterdam moscow istanbul sydney
melbourne quebec scot wales swiss eus gal bzh alsace corsica cymru africa capetown durban joburg lat kiwi
zone link click download host hosting website web space software computer codes directory domains expert guru
ninja today trade market markets exchange broker loan credit cash gold fund partners associates limited
ltd llc gmbh inc srl bv sarl kaufen haus immobilien versicherung reise schule jetzt moe ink wiki review reviews
support technology team watch how onl icu vip fun fit buzz one red blue green black pink
local lan internal intern corp home localdomain private intra priv domain workgroup
xn--p1ai xn--90ais xn--j1amh xn--fiqs8s xn--fiqz9s xn--3e0b707e xn--p1acf xn--80asehdb xn--vermgensberatung-pwb
`

/** Second levels under which countries register names: `co.uk`, `ne.jp`. */
const SECOND_LEVELS = `
co com net org gov gob gouv edu ac mil ne or go ad ed gr lg nom ltd plc me sch nhs police asn id web biz info
k12 school firm gen ind nic res in tv art blog eco app pro
`

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/))
}

export const KEPT_DOMAINS: ReadonlySet<string> = /* @__PURE__ */ words(DOMAINS + RESERVED_DOMAINS)
export const KEPT_RESERVED: ReadonlySet<string> = /* @__PURE__ */ words(RESERVED_DOMAINS)
export const KEPT_TLDS: ReadonlySet<string> = /* @__PURE__ */ words(RESERVED_TLDS)
export const KEPT_LABELS: ReadonlySet<string> = /* @__PURE__ */ words(LABELS)
export const KEPT_ROLES: ReadonlySet<string> = /* @__PURE__ */ words(ROLES)
export const KNOWN_TLDS: ReadonlySet<string> = /* @__PURE__ */ words(TLDS)
export const KNOWN_SECOND_LEVELS: ReadonlySet<string> = /* @__PURE__ */ words(SECOND_LEVELS)
