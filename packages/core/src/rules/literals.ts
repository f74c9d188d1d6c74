// Phrases and receivers without their texts. Written by scripts/generate-automaton.ts.

/** Rules as classify/literals.ts reads them. */
export const LITERALS = `/postfix
Jsender-local-table
0local-table
Jsender-virtual-mailbox-table
0virtual-mailbox-table
Jsender-virtual-alias-table
0virtual-alias-table
Jsender-relay-table
0relay-table
:verification-in-progress
4recipient-domain
3recipient-form
3recipient-syntax
Jsender-domain
Jsender-form
Jsender-undeliverable
Jsender-unverified
Jsender-refused
Jsender-not-owned
Jsender-not-logged-in
Jsender-syntax
Hno-hostname
Hno-reverse-hostname
Fclient-refused
Hhelo-host
Hhelo-form
Hhelo-name
Krelay
4name-not-found
Bmx-later
Ba-later
Baaaa-later
Cloops-back
Cforwarding-loop
Ctoo-many-hops
<too-many-errors
<too-much-mail
<too-many-connections
Sbare-lf
Rfile-too-big
Agreeting-timeout
Atimeout-sending
Alost-connection
Ano-greeting
Mtls-not-offered
Mcertificate-unverified
Mcertificate-untrusted
Mtls-handshake
Lsasl
Tsmtputf8
Tpipelining
?configuration
?configuration-error
?queue-file
?transport
?command-died
?command-time
9disk-quota
9file-too-large
@no-space
:locked
/exim
5no-smtp-service
4mx-nonexistent
4unrouteable
Cmx-local
Caddress-local
Dhosts-failing
Creceived-headers
Blookup-incomplete
Mtls-session
9imposed-quota
9mailbox-limits
Jsender-verify
Jsender-callout
Jpostmaster-callout
Jcallback
Krelay
Krelay-through
Llogin-data
0unknown-local-part
0no-such-user-here
0recipient-verify
<max-defers
<max-emails
Ndetected-as-spam
Nclassified-as-spam
Hhelo-name
Hhelo-literal
/sendmail
Jsender-domain-required
Jsender-domain-real
Jsender-domain
3user-address
Cloops-to-me
Cpoints-back
Blookup-failure
4host-unknown
@disk-space
?mailer-error
<rate
<open-connections
Tpre-greeting
Ddeleted-from-queue
Wstill-trying
5null-mx
/qmail
0no-mailbox
0no-mail-box
1badrcptto
Jbadmailfrom
Krcpthosts
4host-named
Bcname
Clocals
Clooping
Asmtp-connection
9mailfolder-quota
Rdatabytes
?queue-problem
?queue-trouble
@queue-memory
?home-writable
?maildir
Jchkuser-sender
4chkuser-recipient
9chkuser-full
Ochkuser-policy
/exchange
0not-found
0ex-not-found
0recipient-not-found
0address-lookup
0ambiguous
?bad-primary
3invalid-in-smtp
=recipient-limit
7not-authorized
7auth-required
7sender-not-authenticated
7sender-not-authenticated-group
7sender-not-authenticated-mailbox
Rsize-limit
Rsend-size-limit
Cforward-loop
9shutoff-quota
9quota-exception
1account-disabled
?mailbox-server-offline
>rpc-busy
Jsend-as-denied
Jsend-as
Dqueue-expired
Cno-connector
4nonexistent-domain
Cmx-loopback
Radvertised-size
Sbare-linefeeds
Asuspicious-remote
Oorganization-policy
Lnot-authenticated
Lexchange-authentication
Jsender-filter
Fsubmit-permission
Eon-a-block-list
Ncontent-filter
Isender-id
Rfixed-size
@resources
<submission-rate
0address-you-entered
7no-permission
9full-mailbox
?no-moderators
?moderation-start
?group-expansion
7mapi-not-authorized
:mapi-in-transit
?mapi-logon
Rmapi-too-big
Cno-route-to-store
Cmissing-route
:recipient-threads
Sconversion
/dovecot
9user-full
0user-absent
?internal
0no-association
0cyrus-either
Sbare-newlines
Snul-characters
Sinvalid-header
?mailbox-format
/courier
Bcourier-dns
Jcourier-mx
Jcourier-domain
Tharaka-too-soon
Aopensmtpd-network
4opensmtpd-no-mx
Dopensmtpd-expired
Akumomta-connect
/domino
0not-listed
0not-in-book
Crouting-loop
4no-route
?mailbox-file
9database-quota
9exceed-quota
Krelay-policy
Edns-blacklist
/fortinet
Eblack-ip
Gblocking-url
Erbl
Hhelo
Jreturn-domain
Qbanned-word
/filters
Nrspamd
Nspamassassin
Etoo-many-dnsbls
Iopenspf-org
Iopenspf-net
Ispf-not-authorized
Ispf-receiver-policy
Ispf-discourages
Iopendmarc
Iopendkim
;policyd-later
Opolicyd-abuse
<policyd-quota
;postgrey
;postgrey-ethz
;milter-greylist
;greylisted-for
/spamhaus
Equery-ip
Equery-bl
Echeck-ip
Gquery-domain
Gquery-dbl
?open-resolver
?open-resolver-old
?too-many-queries
/ses
8suppressed
8account-list
8blacklisted
Jnot-verified
<sending-rate
<daily-quota
Dexpired
Bdns
/senders
8sendgrid-bounced
8sendgrid-unsubscribed
8sendgrid-spam
<sendgrid-credits
Jsendgrid-identity
Lsendgrid-unauthenticated
8mailgun-bounced
8mailgun-complained
8mailgun-unsubscribed
4mailgun-no-mx
8sparkpost-suppressed
5sparkpost-null-mx
0sparkpost-invalid
Dpowermta-expired
8postmark-inactive
8postmark-addresses
8suppression-list
/lists
7mailman-non-member
7mailman-members
7mailman-not-allowed
Imailman-dmarc
Wmailman-held
Rmailman-body
=mailman-recipients
7not-subscribed
7sympa-restricted
7majordomo
7listserv
7ezmlm-subscribers
Cezmlm-loop
/messaging-server
0alias
1no-longer
4illegal-host
/coremail
Jfake-sender
0user-not-found
/registry
0mailbox-address
4system-address
3address-syntax
0address-ambiguous
2has-moved
Jsender-syntax
Jsender-system
5null-mx
1disabled
Rlength
?list-expansion
@system-full
Rtoo-big
?configured
Ano-answer
Abad-connection
>congestion
Cloop
Dexpired
Targuments
Qmedia
Tconversion
7list-prohibited
2owner-changed
Idkim-passing
Idkim-acceptable
Idkim-author
Ispf-failed
Hreverse-dns
Iseveral-checks
Jsender-null-mx
<flood
Iarc
Mrequiretls
#google+ google.com googlemail.com gmail.com psmtp.com
0no-such-account!
0no-such-user-link!
0address-not-found!
1disabled!
1inactive!
1disabled-link!
9over-quota!
9out-of-storage!
9out-of-storage-inactive!
9over-quota-link!
9over-quota-perm-link!
:receiving-rate!
:receiving-rate-rest
:receiving-rate-link!
:receiving-rate-perm-link!
Jsender-address-syntax x.1.7
3recipient-address-syntax x.1.3
3recipient-address-syntax-old x.1.2
4domain-not-found!
7group-closed!
4lookup-nxdomain!
Blookup-servfail!
Ano-connect!
Kgroup-write-failure!
Ispf-suspicious!
Iunauthenticated-from!
Bdmarc-dns-failure!
Idmarc-link!
Iunauthenticated-blocked!
Iunauthenticated-limited!
Iauthentication-required-either!
Ino-authentication-information!
Ispf-hard-fail!
Ispf-not-passed!
Idkim-not-passed!
Ispf-limited!
Idkim-limited!
Inot-aligned!
Ino-dmarc-alignment!
Hipv6-guidelines!
Hipv6-guidelines-cut!
Hno-ptr!
Hptr-mismatch!
Hptr-bulk- x.7.23
Ispf-code- x.7.24
Hptr-code- x.7.25
Iauthentication-code- x.7.26
Ispf-bulk-code- x.7.27
Mtls-code- x.7.29
Idkim-bulk-code- x.7.30
Ialignment-code- x.7.32
Idmarc-record-code- x.7.40
Fip-low-reputation!
Gdomain-low-reputation!
Ncontent-suspicious!
Nlikely-unsolicited!
Nunsolicited-link!
<unsolicited-rate! 4
Funsolicited-rate-blocked! 5
<unusual-rate! 4
<unusual-amount
<rate-code- 4.7.28
<unsolicited-rate-link!
<same-message-id!
<mail-rate-limited 550 5.7.1
Fip-not-authorized!
Fip-not-authorized-rest!
Fip-not-authorized-link!
Onot-in-whitelist!
>try-again 421 4.7.0
<daily-user-limit!
<daily-quota!
<daily-relay-limit!
<daily-relay-sending-limit!
<peak-relay-limit!
Rmessage-size!
Rmessage-size-link!
Rattachments-number
Rheader-size!
Rheader-value-size
Rheader-name-size
Rsubject-size
Sfrom-missing!
Sfrom-several!
Snot-rfc-5322!
Snot-rfc-5322-cut!
Smessage-id-missing!
Sunicode-in-header!
Sencoded-word-in-header!
Smalformed!
Qillegal-attachment!
Qsecurity-issue!
Qblocked-message-link!
Ouser-policy!
5null-mx!
Krelay-credentials!
Jrelay-suspended
Osending-denied 550 5.7.0
Llogin-attempts
Llogin-temporary
Llogin-web!
Llogin-web-old!
Llogin-app-password!
Llogin-refused!
Llogin-identity
Llogin-xoauth!
Mtls-for-domain!
Mstarttls-first!
Hhelo-empty!
Hhelo-invalid 501 5.5.4
=several-domains!
=domain-policy-size!
>rejected-for-now!
>rejected-for-now-old!
Aconnection-expired!
Atimeout 451 4.4.2
Chops!
Ttoo-many-unrecognized!
Ttoo-many-unauthenticated
Tpipelining
#microsoft+ outlook.com hotmail.com live.com msn.com office365.com mx.microsoft onmicrosoft.com microsoft.com frontbridge.com bigfish.com exchangelabs.com
0directory-blocking! 5.4.1
0directory-blocking-all!
0directory-blocking-mark!
0directory-blocking-504 5.7.504
0recipient-not-valid- 5.7.504
1cannot-be-accessed
1banned-recipient!
1banned-recipient-code- 5.7.505
0recipient-not-found-code- 5.1.10
0mailbox-unavailable 550 5.5.0
0mailbox-unavailable-hotmail!
4reserved-address!
3single-label-domain!
5no-subscription!
5no-subscription-cut!
:recipient-hourly-limit!
:recipient-hourly-limit-doc!
:sender-to-recipient-limit!
:hourly-limit-code- 5.2.121-122
:thread-limit!
7organization-only!
7organization-only-code- 5.7.12
7not-in-allowed-senders!
7not-in-allowed-senders-code- 5.7.124
7inside-only-group!
7inside-only-mailbox!
7inside-only-folder!
7inside-only-code- 5.7.133-136
6rejected-by-recipient!
6rejected-by-recipient-code- 5.7.507
Espamhaus!
Ghelo-in-spamhaus!
Gmailfrom-in-spamhaus!
Four-block-list!
Four-block-list-code!
Four-block-list-3140
Four-block-list-3150
Espamhaus-mark!
Fbanned-ip-mark!
Fcustomer-block-mark!
Fbanned-ip!
Fbanned-ip-code- 5.7.606-649
Fbanned-sender!
Fbanned-sender-code- 5.7.511
Fspam-abuse!
Fspam-abuse-code- 5.7.501-503
Fcustomer-block-list!
Fcustomer-block-list-code- 5.7.513
Flimited-for-reputation!
Flimited-for-reputation-code- x.7.650-651
<connections!
<connections-code- x.7.652
Fsuspicious-ip 4
Fsuspicious-ip-code- x.7.850-899
>server-busy-from!
>try-again-from!
>busy-code- 4.7.500
<ipv6-range-limit!
<ipv6-range-limit-code- 5.7.508
Ono-ipv6!
Ono-ipv6-code- 5.7.510
<tenant-threshold!
<tenant-threshold-code- 5.7.705
Ftenant-ip!
Ftenant-code- 5.7.700-749
Junregistered-domains!
Junregistered-domains-code- 5.7.750
Jbad-outbound-sender!
<daily-recipients!
<daily-recipients-code- 5.1.90
<submission-quota!
<sender-thread-limit!
<queue-quota!
<forest-connections!
Ttoo-many-errors 5.3.0
<hotmail-rate
<hotmail-connection-rate
<hotmail-connections
<hotmail-hourly!
Nhotmail-spam
Fhotmail-mining
Fhotmail-mining-text!
Fhotmail-relay
Fhotmail-complaints
Fhotmail-complaints-text!
Fhotmail-dynamic
Fhotmail-infected
Ehotmail-spamhaus
Ehotmail-spamhaus-removal!
Nhotmail-content
Nhotmail-content-text!
Ihotmail-sender-id!
Idmarc!
Idmarc-code- 5.7.509
Iauthentication-level!
Iauthentication-level-old!
Iauthentication-level-code- 5.7.515
Ispf!
Ispf-code- 5.7.23
Ispf-or-dkim-ipv6!
Hreverse-dns-record!
Hreverse-dns-code- 5.7.25
Hbad-helo!
Hbad-helo-code- 5.7.506
Sfrom-address!
Sfrom-address-code- 5.7.512
Kconnector
Kconnector-split
Kconnector-code- 5.7.64
Mconnector-restricted!
Mconnector-partner!
Lanonymous!
Lanonymous-code- 5.7.57
Lsmtp-client-disabled!
Lbasic-login-disabled!
Llogin-code- 5.7.139
Mmta-sts!
Mmta-sts-certificate!
Mstarttls-to-send!
Mno-starttls!
Mexpired-certificate!
Mdane!
Mdnssec!
Mdane-code- x.7.321-324
4domain-nonexistent-code- x.4.310
Arefused-code- x.4.315-316
Aclosed-code- x.4.318
4domain-nonexistent!
4dns-no-records!
Bdns-server-failure!
Bdns-query-failed x.4.312
Bdns-query-server-failure!
Aconnection-refused!
Acannot-connect x.4.316
Aconnection-timed-out!
Asuspicious-remote-error!
?replication-resource!
?temporary-server-error 4
>not-active
Ojournaling!
>pfa-busy!
Cagent-loop!
Chop-count!
Opolicy-345!
Onot-authorized-message- x.7.900-999
Oforwarding-blocked!
Oforwarding-blocked-code- 5.7.520
Oown-recipient-block!
?forwarding-misconfigured!
Rx-dg-ref!
Nquarantine-agent!
#yahoo+ yahoodns.net yahoo.com yahoo.co.uk yahoo.de yahoo.fr yahoo.it yahoo.es yahoo.ca yahoo.com.br yahoo.in yahoo.co.in ymail.com rocketmail.com myyahoo.com aol.de aol.co.uk netscape.net verizon.net currently.com
0no-account!
0no-account-short
0mailbox-not-found!
1no-longer-valid
1mailbox-disabled!
1mailbox-disabled-short
1account-discontinued!
:receiving-too-quickly
<volume-or-complaints!
Fcomplaints!
Fexcessive-complaints!
Fdeferred-unverified
Fpermanently-deferred!
Fts01
Fts02
Fts03
<tss04
<tss05
<ipts04
Ftss09
Ftss11
;greylisted
Espamhaus!
Espamhaus-xbl!
Funknown-recipients!
Junknown-recipients-sender!
Ebl21
Ebl23
Etss07
Fvs1-ip
Jvs1-mf
Oph01
<messages-per-connection!
>resources
Btemporary-domain-failure
Iauthenticate!
Idkim-policy!
Opolicy-reasons
Opolicy-content!
Sheaders-not-compliant!
Jsender-domain-5321!
Jsender-domain-5322!
#aol+ aol.com aim.com
0not-found
Onot-delivered-here!
Fdynamic
Fresidential
Fresidential-relay
Pvirus
Hreverse-dns
Fcomplaints
Fblocked
Fblocked-relay
?fault
Gurl
Gurl-2
<throttled
<throttled-2
<throttled-dynamic
Nspam-like
Nspam-like-2
Jsender
Fnew-ip
Hno-reverse-dns
Fconnection-blocked
Sfuture-date
Idmarc
#apple+ icloud.com me.com mac.com apple.com
0user-absent
0illegal-alias
1inactive-address
1no-longer-on-server
9over-quota
9overquota!
:excessive-volume!
5no-mail-domain
Krelay
Ihme1
Ispf-and-dkim!
Idmarc
Gspamhaus-domain!
Espamhaus-ip!
Fnot-accepting
Nspam!
Olocal-policy
Jsender
#att+ att.net sbcglobal.net swbell.net bellsouth.net pacbell.net ameritech.net prodigy.net prodigy.com snet.net flash.net nvbell.net worldnet.att.net mms.att.net
0addressee-unknown!
0blank-mailhost!
Fown-list!
Fown-list-att!
Hreverse-dns!
Hreverse-dns-fix!
Jmms-policy
#comcast+ comcast.net xfinity.com
0not-our-customer!
0unallocated!
1account-closed!
9over-quota
9extended-quota!
:recipient-unavailable-now
:recipient-unavailable
:recent-messages
Hptr!
Hreverse-dns-retry!
Idmarc!
Idmarc-code!
Fblock-for-spam!
Fpattern-of-spam!
Eon-lists!
Elist-spamhaus!
Elist-others!
Elist-senderscore!
Fown-dynamic!
<rate!
<throttled
Fbare-pattern
Ebare-list
Ebare-senderscore
Fbare-dynamic
<bare-rate
Ibare-dmarc
<sessions!
#cox+ cox.net cox.com cxr.mx.a.cloudfilter.net
Fblocked!
Fblocked-for-now!
Hreverse-dns!
Jsender-domain!
Jprotocol!
<connections!
<sent-too-much!
<account-limited!
Jaccount-blocked!
Eip-lists!
Gurl-lists!
Fbad-commands!
Finvalid-recipients
Hdns-check!
Hno-rdns!
Oearly-talker!
Qattachment!
Jsender
>server-busy!
<sessions
<session-messages
<threshold
0recipient
#spectrum+ charter.net spectrum.net rr.com twc.com brighthouse.com
Jsender
Fsuspicious-ip!
Jaccount-blocked!
Jaccount-limited!
?not-processed!
Hreverse-dns!
Oown-policy!
Oown-policy-2!
Oown-policy-3!
Oown-policy-4!
Ecloudmark!
Ecloudmark-2!
Espamhaus!
Espamhaus-2!
Espamhaus-3!
Espamhaus-4!
Ono-ipv6!
<rates!
<rates-2!
<rates-incoming!
<rates-incoming-2!
Jother-sender!
Jhosted-sender!
Rtoo-large!
<session-messages!
=recipients!
Oinvalid-recipients!
<recipients-rate!
#proofpoint+ pphosted.com ppe-hosted.com proofpoint.com gslb.pphosted.com
Edynamic-reputation!
Ereputation-check!
Ereputation-check-old!
Ereputation-list!
Ereputation-zone!
0address-marked-invalid!
0not-a-valid-address
Idmarc!
Olocal-policy
Jsender-domain
Krelaying 550 5.7.2
#mimecast+ mimecast.com mimecast.co.za mimecast-offshore.com mimecast.org
;greylisted!
;greylisted-one!
Ispf!
Idkim!
Idmarc!
Ianti-spoofing!
Ianti-spoofing-header!
Fip-reputation!
Fpoor-reputation!
Eblacklisted!
Ocountry!
Jsender-blocked
Oprohibition!
6user-block!
6user-domain-block!
6manual-block!
6header-block!
6envelope-block!
:recipient-unavailable
0invalid-recipient
Djournal-expired!
Djournal-expired-2!
Mtls!
Mtls-version!
Mtls-ciphers!
Mcertificate!
Rtoo-large
?hostname!
Cloop
Kopen-relay!
Kopen-relay-2!
Khostname-not-authorized
5inbounds-disabled!
Ooutbounds-disabled!
Qcontent!
Osecurity-policies
Nspam-signature!
Lsubmitter!
Lsubmitter-disabled!
>busy-connection!
>busy-email!
>busy-account!
Aended-early!
Tcommand
<threads!
#barracuda+ barracudanetworks.com barracuda.com cudasvc.com
Ereputation-list!
Ecentral-list!
Oabuse
;greylisted
;try-again 451 4.7.1
?temporary-error
>temporary-failure 421
?licence
0user-unknown
0no-such-user
Ispoofed!
Gspam-url!
Nspam-content!
Qbanned-content!
Pvirus!
#cloudmark+ cloudfilter.net cloudmark.com
Ereset-request!
Ereset-form!
Epoor-reputation!
Elist!
Esender-intelligence!
#ironport+ iphmx.com
Fpoor-reputation!
Gdomain-poor-reputation!
Faccess-rejected!
Fsenderbase!
Ispf!
Idkim!
Idmarc!
<recipients-hour!
<sender-recipients-hour!
<connections-host!
<connections-this-host!
<tls-sessions!
<session-messages!
Fdha
>resources!
Jsender-not-resolving
#trendmicro+ trendmicro.com trendmicro.eu tmes.trendmicro.com
Ereputation-list!
Ereputation-service!
Fcustomized-block!
Ereputation-block!
6blocked-sender!
6blocked-sender-split!
6blocked-recipient!
0invalid-recipient!
4no-domain!
#messagelabs+ messagelabs.com messagelabs.net messagelabs.co.uk
0rejected- 542
0no-such-user
0invalid-recipient
<throttled 450
Oconnection-policy
Nfiltered
Krelay!
>unavailable 421
Elist!
#fireeye+ fireeyecloud.com fireeyegov.com
Idmarc!
#zerospam+ zerospam.ca cumulussmtp.com
;greylisted!
0not-in-list!
#mailchannels+ mailchannels.net mailchannels.com
;greylisted!
Fblocked
Qattachment!
Nmessage-blocked 550
Nno-reason 550 5.7.1
Ispf!
=recipient-policy!
Nspam-signature
Esender-listed
Isender-prohibited-spf!
Jsender-not-authorized
Jsender-account
<invalid-recipients!
8unsubscribed!
8bounced-before
#cloudflare+ mx.cloudflare.net cloudflare.net cloudflare.com
?upstream 4
0address-absent
0no-route
Iunauthenticated
Espamhaus-queue!
Eon-lists!
Gdomain-on-lists!
#unitedinternet+ gmx.net gmx.de gmx.com gmx.at gmx.ch web.de mail.com kundenserver.de perfora.net ionos.com ionos.de 1and1.com 1und1.de
0mailbox-unavailable 5
9quota
Elisted!
Elisted-old!
Hptr!
Jsender-domain!
Ispf!
Idmarc!
Opolicy!
Fviolations!
<rate
#tonline+ t-online.de magenta.de rx.t-online.de
Fbad-reputation!
Fproblem!
Fdialup!
Nspam-or-virus!
Nspam-classification!
9storage-quota!
0user-unknown
#orange+ orange.fr wanadoo.fr voila.fr francetelecom.fr
0invalid-recipient!
0invalid-recipient-2!
9full!
1archived!
1blocked-account!
Jinvalid-sender!
Gsender-domain-blacklisted
Jnot-owner!
Ispf!
Ispf-not-allowed
Idmarc
Llogin-code!
Llogin!
Nspam
Nspam-code
Rtoo-large!
Fip-spam-incident!
Fip-spam-incident-2!
<connections!
Elisted
Fip-blocked
Fip-blocked-2
Fip-blocked-3
Fip-quota
Fip-quota-2
Fip-quota-3
>please-try-later!
>essayer-plus-tard!
#laposte+ laposte.net
>please-try-later
Jsender-invalid
0recipient-invalid
>refused-later
Jinvalid-sender
0invalid-recipient
9full
1account-blocked
Ncontent
Idmarc
Ispf
Fip-blocked
<connections
#free+ free.fr proxad.net
1inactive!
9quota
9full
Nspam
Pvirus
Fspams-from-ip!
<errors-from-ip!
#mailru+ mail.ru list.ru bk.ru inbox.ru internet.ru corp.mail.ru vk.com
0invalid-mailbox!
1account-disabled!
1user-terminated!
1disabled
Nspam
Fip-blocked
<rate
<rate-mailbox
<too-many
Hdynamic!
Hcustom-reverse-dns!
Jsending-disabled!
0verification!
#yandex+ yandex.ru yandex.net yandex.com yandex.by yandex.kz ya.ru
0no-such-user
9full
:recipient-rate!
:recipient-rate-2!
>unavailable 4
Nsuspicion!
Otarget-policy!
Atimeout
?unknown-error 551
#rambler+ rambler.ru lenta.ru myrambler.ru autorambler.ru ro.ru
1inactive!
1blocked
Nspam
<rate
#iua+ i.ua email.ua
Knot-here!
0user-unknown!
1frozen!
9full!
<rate!
Krelay!
Fip!
Jsender!
Fhost!
6recipient-block!
#tencent+ qq.com foxmail.com exmail.qq.com
0mailbox-not-found
0unavailable-or-denied
0unavailable-or-denied-typo!
0non-existent!
1deactivated!
3address-syntax
6by-recipients!
Ispf
Idmarc
Jsender-domain!
Nbounce-attacks!
Fspam-ip!
Fconnection-denied
Jspam-sender!
Nspam
Nspam-embedded!
Ncontent-denied!
Rtoo-large
<ip-frequency!
<domain-frequency!
<sender-frequency!
<connection-frequency!
#netease+ 163.com 126.com yeah.net 188.com vip.163.com netease.com 163mx00.mxmail.netease.com
0user
1user-suspended
Jsender-not-wanted
Rtoo-large!
Qattachment
Qattachment-code
=too-many-recipients!
Jnull-sender!
Klocal-user-only!
Jmx-only!
Funknown-recipients
<concurrent
<frequency
Fforged-domains
Fbad-behaviour
Fip-barred
Fip-rejected
Eip-in-blacklist
Twrong-commands
Twrong-commands-2
<messages-per-connection
Tcommands
Tcommands-2
=recipients-per-connection
=recipients-limit
<recipients-a-day
Elist
Fip-not-allowed
Jsender-not-allowed
Nspam
<sender-quota
<recipient-quota
<sender-a-day
Jsender-barred
Jsender-address
Hhelo
Jsender-mismatch
Ispf
Idmarc
Kopen-relay
#alibaba+ mxhichina.com aliyun.com alibaba-inc.com alimail.com
Nbehaviour!
Ncontent!
9over-quota!
#naver+ naver.com mx1.naver.com worksmobile.com
Fip-blocked!
Fip-filtered!
<too-many!
0no-such-user
#daum+ daum.net hanmail.net kakao.com
Nanti-spam!
0no-such-user
Fspam-ip
>network-busy 421
#docomo docomo.ne.jp
9full
=recipients 552
Sline-too-long
Tsequence 503
Tparameter 504
#kddi ezweb.ne.jp au.com auone-net.jp dion.ne.jp
3address-form 554
#facebook+ facebook.com
Epbl
Fip-refused
Fip-refused-hours
Fip-refused-days
Pvirus
Gurl
Iauthentication
Fip-hours
Fip-hours-2
Fip-days
Rtoo-large
Qattachment
Sheader-twice
=recipients
0recipient-absent
6recipient-preferences
6recipient-privacy
?recipient-fault
1recipient-deactivated
0recipient-absent-2
Rtoo-large-2
0group-absent
0recipient-absent-3
Jsender-domain
Jsender-domain-mx
Jsender-domain-now
Hreverse-dns
Hreverse-dns-now
<connections
<connections-yours
<connections-new
<connection-recipients
#godaddy+ secureserver.net bigpond.com bigpond.net.au
0not-found
0account-absent
1account-disabled
9storage
Llogin
Jblank-from!
Jblank-from-code
Jip-from!
Jip-from-code
Jfrom-domain!
Jfrom-domain-code
Ispf!
Ispf-code
Hreverse-dns
Hreverse-dns-failed!
Hreverse-dns-code
Nspam!
Nspam-code
Nspam-or-virus!
Pvirus!
Pvirus-code
=recipients!
=recipients-code
<sessions!
<sessions-code
<messages-hour!
<messages-hour-code
<messages-session!
<messages-session-code
<recipients-hour!
<recipients-hour-code
>busy
Ftoo-much-spam!
Ftoo-much-spam-code
Ftoo-much-spam-day
Finvalid-recipients!
Finvalid-recipients-code
Finvalid-recipients-day
Ecloudmark
Esbl!
Esbl-code
Exbl!
Exbl-code
Epbl!
Epbl-code
Fown-list
Ddelivery-timeout
#rackspace+ emailsrvr.com rackspace.com
0not-found!
<concurrent!
Hno-ptr!
>verification!
:too-much-mail!
Cloop!
Bdmarc-lookup!
<untrusted-ip!
Elist!
#zoho+ zoho.com zoho.eu zoho.in zohomail.com zohomail.eu zohomail.in
0user-unknown
Nflagged-as-spam!
Nflagged-as-spam-split!
Odestination-domain!
Orestricted-by-policy!
Ofailure-policy!
Omail-policy!
Idmarc!
Pvirus!
Krelaying!
?system-error
<unusual-activity!
Joutgoing-blocked!
#proton+ protonmail.ch protonmail.com proton.me pm.me
Nspam-filter
0address-absent
#hey hey.com app.hey.com
0user-unknown
#improvmx+ improvmx.com
Cloop!
Kdomain!
?invalid-database!
>later 450
?forwarding-recipient!
Nspam
Gdomain-reputation
#forwardemail+ forwardemail.net
1upgrade!
#hostpoint+ hostpoint.ch
Ispf
Ispf-sending!
#infomaniak+ infomaniak.ch infomaniak.com ikmail.com
Idmarc
Jsender-domain
#seznam+ seznam.cz email.cz post.cz spoluzaci.cz
0not-mapped!
#interia+ interia.pl interia.eu poczta.fm
0account-not-found
6not-wanted!
Ispf!
#wp+ wp.pl o2.pl tlen.pl
Nspam!
#kpn+ kpnmail.nl kpn.com kpn.net planet.nl hetnet.nl
Fblacklisted 521
Fblacklisted-ip 521
#verizon+ relay.verizon.net vtext.com
Fblocked!
#earthlink+ earthlink.net mindspring.com
Fdynamic!
#virginmedia+ virginmedia.com blueyonder.co.uk ntlworld.com virgin.net
Nspam!
#spamexperts+ antispamcloud.com spamexperts.com mtaroutes.com
Gurl!
Elisted!
Nreported!
Nlooked-like-spam!
Nhigh-probability!
#bluewin+ bluewin.ch swisscom.ch
Freputation!
Opolicy
#ziggo+ ziggo.nl upcmail.nl home.nl casema.nl quicknet.nl iss.as9143.net
Idmarc!`

/** Hosts that texts of rules name, and where these are documented. */
export const NAMED_HOSTS = '118380-technote-esa-00.html 36577.html 5raj4lmh00753vb8.html 9234.html abuse-att.net abuse.earthlink.net abuse.rambler.ru b.barracudacentral.org ca.godaddy.com campus.barracuda.com check.spamhaus.org community.mimecast.com cs.daum.net csi.cloudmark.com csi.mimecast.org developers.cloudflare.com docs.mailchannels.com docs.trendmicro.com documentation.n-able.com e-mail.htm email-error-codes.html ers.trendmicro.com ess.barracudanetworks.com ethz.ch feedback.yandex.ru grupawp.pl help.163.com help.aliyun.com help.cumulussmtp.com help.mail.ru help.naver.com help.proofpoint.com help.rambler.ru help.yahoo.com in.tmes.trendmicro.com index.en.html ipcheck.proofpoint.com ipremoval.sms.symantec.com knowledge.broadcom.com learn.microsoft.com mail-error-codes.html mail.163.com mail.daum.net mail.i.ua mail.mud.yahoo.com mail.protection.outlook.com mail.protonmail.ch mail.scd.yahoo.com mail.yandex.net mimecast.kb mimecastsupport.zendesk.com mx-in.mdn.apple mx.east.cox.net mx.zoho.com mx.zoho.eu mxge.comcast.net napoveda.seznam.cz note.com olc.protection.outlook.com open.work.weixin.qq.com openspf.net openspf.org pomoc.poczta.interia.pl pomoc.wp.pl postgrey.schweikert.ch postmaster.1und1.de postmaster.aol.com postmaster.apps.rackspace.com postmaster.comcast.net postmaster.cox.net postmaster.facebook.com postmaster.free.fr postmaster.gmx.com postmaster.gmx.net postmaster.info.aol.com postmaster.mail.com postmaster.mail.ru postmaster.orange.fr postmaster.t-online.de postmaster.web.de postmaster.yahoo.com postmaster.yahooinc.com prod.outlook.com prod.protection.outlook.com prs.proofpoint.com queue.expired realip.naver.com resolver.adr.ambiguous resolver.adr.bad resolver.adr.ex resolver.adr.invalid resolver.adr.recip resolver.adr.recipient resolver.fwd.loop resolver.grp.expansion resolver.mt.cannot resolver.mt.no resolver.rst.auth resolver.rst.not resolver.rst.recip resolver.rst.send resolver.rst.sender routing.no sender.office.com senderbase.org senders.yahooinc.com sendersupport.olc.protection.outlook.com service.alibaba.com service.mail.qq.com smtp-bounce-back-error-codes-for-email-s.html smtp-error-codes.php smtp-errors.htm smtp.codes smtp.orange.fr smtpfieldmanual.com smtpsend.dns.mx smtpsend.dns.non smtpsend.over spa.xfinity.com spam-reason.html spamhaus.org spamrl.com support.apple.com support.bluewin.ch support.google.com support.hostpoint.ch support.proofpoint.com sys.comcast.net talosintelligence.com verizon.com www.att.com www.cisco.com www.cox.com www.earthlink.net www.facebook.com www.godaddy.com www.infomaniak.com www.kpn.com www.postmastery.com www.spamhaus.org www.spectrumbusiness.net www.verizon.com www.virginmedia.com www.xfinity.com www.ziggo.nl www.zoho.com yandex.html'
